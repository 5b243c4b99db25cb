package dev.accesskeys.http;

import java.io.IOException;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that ended without a whole answer. A {@link Transport} completes its future with it; applications meet the
 * exceptions of {@code dev.accesskeys.error} instead.
 */
public final class TransportException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Delivery delivery;
    private final int status;

    /**
     * Makes the exception for an exchange that ended before the answer began.
     *
     * @param delivery how far the request got
     * @param problem what happened, without any value of the request
     * @param cause what it came from, or null
     */
    public TransportException(Delivery delivery, String problem, @Nullable Throwable cause) {
        this(delivery, problem, 0, cause);
    }

    /**
     * Makes the exception for an exchange that ended within the body of the answer.
     *
     * @param delivery how far the request got
     * @param problem what happened, without any value of the request
     * @param status the HTTP status of the answer that began; 0 if none did
     * @param cause what it came from, or null
     */
    public TransportException(Delivery delivery, String problem, int status, @Nullable Throwable cause) {
        super(problem, cause);
        this.delivery = Objects.requireNonNull(delivery, "delivery");
        this.status = status;
    }

    /**
     * Tells how far the request got.
     *
     * @return the delivery
     */
    public Delivery delivery() {
        return delivery;
    }

    /**
     * Gives the status of the answer whose body broke off.
     *
     * @return the HTTP status; empty if no answer began
     */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }
}
