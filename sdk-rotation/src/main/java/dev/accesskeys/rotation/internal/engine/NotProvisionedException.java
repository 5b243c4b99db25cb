package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;

/** The provider has not set up the new key in time, or has failed to. */
final class NotProvisionedException extends AccessKeysException {

    private static final long serialVersionUID = 1L;

    NotProvisionedException(String problem) {
        super(null, problem, Applied.YES, "Look at the key in the provider's console.", null);
    }
}
