package dev.accesskeys.nscale;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.nscale.model.ProvisioningStatus;

/**
 * nscale tells of something that is waited for that it will not get there: setting it up or taking it down has failed, or it
 * is being taken down while it should come up. The thing itself is still there.
 */
public final class ProvisioningFailedException extends AccessKeysException {

    private static final long serialVersionUID = 1L;

    private final transient ProvisioningStatus status;

    ProvisioningFailedException(
            String operation, String subject, ProvisioningStatus status, String problem, String advice) {
        super(operation, subject + " is in the state \"" + status.value() + "\": " + problem, Applied.NO, advice, null);
        this.status = status;
    }

    /**
     * Gives the state in which it is.
     *
     * @return the state
     */
    public ProvisioningStatus status() {
        return status;
    }
}
