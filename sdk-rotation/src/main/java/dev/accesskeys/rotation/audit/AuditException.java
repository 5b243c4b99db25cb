package dev.accesskeys.rotation.audit;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;
import org.jspecify.annotations.Nullable;

/** An event could not be written down. */
public final class AuditException extends AccessKeysException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param problem what happened, without a full stop
     * @param advice what to do, as a whole sentence
     * @param cause what it came from, or null
     */
    public AuditException(String problem, String advice, @Nullable Throwable cause) {
        super(null, problem, Applied.NO, advice, cause);
    }
}
