package dev.accesskeys.http;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that ended before an answer began. A {@link Transport} completes its future with it; applications meet the
 * exceptions of {@code dev.accesskeys.error} instead.
 */
public final class TransportException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Delivery delivery;

    /**
     * Makes the exception.
     *
     * @param delivery how far the request got
     * @param problem what happened, without any value of the request
     * @param cause what it came from, or null
     */
    public TransportException(Delivery delivery, String problem, @Nullable Throwable cause) {
        super(problem, cause);
        this.delivery = Objects.requireNonNull(delivery, "delivery");
    }

    /**
     * Tells how far the request got.
     *
     * @return the delivery
     */
    public Delivery delivery() {
        return delivery;
    }
}
