package dev.accesskeys.auth;

import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.http.Transport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A transport that is made when it is needed, and closed only by whoever made it. */
final class TransportHolder {

    private final ReentrantLock lock = new ReentrantLock();
    private final boolean own;
    private @Nullable Supplier<? extends Transport> maker;
    private @Nullable Transport made;
    private boolean closed;

    private TransportHolder(boolean own, @Nullable Supplier<? extends Transport> maker, @Nullable Transport made) {
        this.own = own;
        this.maker = maker;
        this.made = made;
    }

    static TransportHolder lazy(Supplier<? extends Transport> maker) {
        return new TransportHolder(true, maker, null);
    }

    static TransportHolder given(Transport transport) {
        return new TransportHolder(false, null, transport);
    }

    Transport get() {
        lock.lock();
        try {
            if (closed) {
                throw new ConfigurationException(
                        "the OAuth client credentials are closed", "Build new ones, and close them when all is done.");
            }
            if (made == null && maker != null) {
                made = maker.get();
                maker = null;
            }
            if (made == null) {
                throw new IllegalStateException("there is no transport");
            }
            return made;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            if (own && made != null) {
                made.close();
            }
            made = null;
        } finally {
            lock.unlock();
        }
    }
}
