package dev.accesskeys.error;

import org.jspecify.annotations.Nullable;

/**
 * The time for the whole call, attempts and waits together, was up. Calling again is safe, with more time: an operation that
 * must not be repeated ends with {@link OutcomeUnknownException} once it has been sent, and has this as its cause.
 */
public final class DeadlineExceededException extends AccessKeysException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param operation which operation ran out of time
     * @param problem how much time it had, and what it was waiting for
     * @param applied {@link Applied#NO} for reads and for what was never sent, {@link Applied#UNKNOWN} for sent changes
     * @param cause what it came from, or null
     */
    public DeadlineExceededException(String operation, String problem, Applied applied, @Nullable Throwable cause) {
        super(
                operation,
                problem,
                applied,
                "Calling again is safe; give it more time with CallOptions.deadline if the provider is slow.",
                cause);
    }
}
