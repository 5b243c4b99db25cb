package dev.accesskeys.error;

import org.jspecify.annotations.Nullable;

/**
 * The connection broke after a request was sent, for an operation that is safe to repeat (reading, updating or deleting by
 * id), and repeating it did not help. Operations that are not safe to repeat end with {@link OutcomeUnknownException}.
 */
public final class ConnectionException extends AccessKeysException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param operation which operation was sent
     * @param problem how the exchange broke
     * @param applied {@link Applied#NO} for reads, {@link Applied#UNKNOWN} for changes
     * @param cause what it came from, or null
     */
    public ConnectionException(String operation, String problem, Applied applied, @Nullable Throwable cause) {
        super(operation, problem, applied, "Calling again is safe.", cause);
    }
}
