package dev.accesskeys.keys;

import java.util.Objects;

/** A service together with the client that it works on. Close it at the end. */
public final class OpenedAccessKeys implements AutoCloseable {

    private final AccessKeyService keys;
    private final Runnable close;

    /**
     * Makes it.
     *
     * @param keys the service
     * @param close closes its client
     */
    public OpenedAccessKeys(AccessKeyService keys, Runnable close) {
        this.keys = Objects.requireNonNull(keys, "keys");
        this.close = Objects.requireNonNull(close, "close");
    }

    /**
     * Gives the service.
     *
     * @return the service
     */
    public AccessKeyService keys() {
        return keys;
    }

    /** Closes the client. */
    @Override
    public void close() {
        close.run();
    }
}
