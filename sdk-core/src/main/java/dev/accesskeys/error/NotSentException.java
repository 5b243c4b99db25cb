package dev.accesskeys.error;

import org.jspecify.annotations.Nullable;

/**
 * The request never reached the provider: the name could not be resolved, the connection was refused or not made in time, the
 * TLS handshake failed, or a credential could not be had. Calling again is safe, whatever the operation.
 */
public final class NotSentException extends AccessKeysException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param operation which operation was to be sent
     * @param problem what stopped it
     * @param advice what to check
     * @param cause what it came from, or null
     */
    public NotSentException(String operation, String problem, String advice, @Nullable Throwable cause) {
        super(operation, problem, Applied.NO, advice, cause);
    }
}
