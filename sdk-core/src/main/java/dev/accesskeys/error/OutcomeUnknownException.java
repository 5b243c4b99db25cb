package dev.accesskeys.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change that must not be repeated blindly — creating or rotating a key — was sent, and no usable answer came: the
 * connection broke, time was up, or the provider answered with an error after which the change may have been made all the
 * same (a create has been seen to answer 500, and the key appeared later). The SDK sent it once and will not send it again.
 *
 * <p>{@link #advice()} says how to find out what happened at this provider. The cause tells what was seen.
 */
public class OutcomeUnknownException extends AccessKeysException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable PendingChange pending;

    /**
     * Makes the exception.
     *
     * @param operation which operation was sent
     * @param problem what was seen instead of an answer
     * @param reconciliation how to find out whether the change was made, as a whole sentence
     * @param cause what it came from, or null
     */
    public OutcomeUnknownException(String operation, String problem, String reconciliation, @Nullable Throwable cause) {
        this(operation, problem, Applied.UNKNOWN, reconciliation, null, cause);
    }

    OutcomeUnknownException(
            String operation,
            String problem,
            Applied applied,
            String reconciliation,
            @Nullable PendingChange pending,
            @Nullable Throwable cause) {
        super(operation, problem, applied, reconciliation, cause);
        this.pending = pending;
    }

    /**
     * Gives the handle to find out what happened.
     *
     * @return the change, to be given to {@code AccessKeyService.reconcile}; empty if the call was made through a provider's own
     *     client, which does not know what was there before
     */
    public final Optional<PendingChange> pending() {
        return Optional.ofNullable(pending);
    }

    /**
     * Gives this exception with a handle.
     *
     * @param change the handle
     * @return an exception of the same class, with this one's cause, suppressed exceptions and stack trace
     */
    public OutcomeUnknownException withPending(PendingChange change) {
        return like(new OutcomeUnknownException(
                operation().orElse(""), problem(), applied(), advice(), change, getCause()));
    }

    /**
     * Takes over stack trace and suppressed exceptions.
     *
     * @param <E> the class of the copy
     * @param copy the copy
     * @return the copy
     */
    final <E extends OutcomeUnknownException> E like(E copy) {
        copy.setStackTrace(getStackTrace());
        for (Throwable suppressed : getSuppressed()) {
            copy.addSuppressed(suppressed);
        }
        return copy;
    }
}
