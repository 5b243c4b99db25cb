package dev.accesskeys.error;

import org.jspecify.annotations.Nullable;

/**
 * The call was given up by the caller: its thread was interrupted (the interrupt flag is set again), its future was
 * cancelled, or its client was closed. Once an operation that must not be repeated has been sent, this is the cause of an
 * {@link OutcomeUnknownException} instead.
 */
public final class CallCancelledException extends AccessKeysException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param operation which operation was given up
     * @param problem what ended it
     * @param applied {@link Applied#NO} for reads and for what was never sent, {@link Applied#UNKNOWN} for sent changes
     * @param cause what it came from, or null
     */
    public CallCancelledException(
            @Nullable String operation, String problem, Applied applied, @Nullable Throwable cause) {
        super(operation, problem, applied, "Calling again is safe.", cause);
    }
}
