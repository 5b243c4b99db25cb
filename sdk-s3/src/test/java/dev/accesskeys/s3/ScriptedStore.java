package dev.accesskeys.s3;

import dev.accesskeys.rotation.store.SecretStore;
import dev.accesskeys.rotation.store.StoreContents;
import dev.accesskeys.rotation.store.StoredKey;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads another store, slowly or not at all if that is wanted. */
final class ScriptedStore implements SecretStore {

    @FunctionalInterface
    interface Step {
        void run() throws InterruptedException;
    }

    private final SecretStore store;
    private final AtomicInteger reads = new AtomicInteger();
    private volatile RuntimeException failure;
    private volatile Step before = () -> {};

    ScriptedStore(SecretStore store) {
        this.store = store;
    }

    void fail(RuntimeException with) {
        failure = with;
    }

    void before(Step step) {
        before = step;
    }

    int reads() {
        return reads.get();
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public StoreContents read() {
        reads.incrementAndGet();
        try {
            before.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        RuntimeException wanted = failure;
        if (wanted != null) {
            throw wanted;
        }
        return store.read();
    }

    @Override
    public void reserve(String attempt) {
        throw readOnly();
    }

    @Override
    public void stage(StoredKey key) {
        throw readOnly();
    }

    @Override
    public void publish(String attempt, Optional<String> expectedCurrent) {
        throw readOnly();
    }

    @Override
    public void restore(String attempt) {
        throw readOnly();
    }

    @Override
    public void discardPending(String attempt) {
        throw readOnly();
    }

    @Override
    public void discardPrevious(String attempt) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("credentials are only read");
    }
}
