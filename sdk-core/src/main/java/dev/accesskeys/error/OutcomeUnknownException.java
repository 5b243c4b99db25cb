package dev.accesskeys.error;

import org.jspecify.annotations.Nullable;

/**
 * A change that must not be repeated blindly — creating or rotating a key — was sent, and no usable answer came: the
 * connection broke, time was up, or the provider answered with an error after which the change may have been made all the
 * same (at Linode a create has answered 500 and the key appeared later). The SDK sent it once and will not send it again.
 *
 * <p>{@link #advice()} says how to find out what happened at this provider. The cause tells what was seen.
 */
public class OutcomeUnknownException extends AccessKeysException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param operation which operation was sent
     * @param problem what was seen instead of an answer
     * @param reconciliation how to find out whether the change was made, as a whole sentence
     * @param cause what it came from, or null
     */
    public OutcomeUnknownException(String operation, String problem, String reconciliation, @Nullable Throwable cause) {
        this(operation, problem, Applied.UNKNOWN, reconciliation, cause);
    }

    OutcomeUnknownException(
            String operation, String problem, Applied applied, String reconciliation, @Nullable Throwable cause) {
        super(operation, problem, applied, reconciliation, cause);
    }
}
