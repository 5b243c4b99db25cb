package dev.accesskeys.rotation;

import dev.accesskeys.rotation.store.SecretStore;
import dev.accesskeys.rotation.store.StoreContents;
import dev.accesskeys.rotation.store.StoredKey;
import java.util.Optional;

/** Lets {@link Promises} look at a store after everything that is done to it, also when that fails half-way. */
final class WatchedStore implements SecretStore {

    private final SecretStore store;
    private final Promises promises;

    WatchedStore(SecretStore store, Promises promises) {
        this.store = store;
        this.promises = promises;
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public String sharedResource() {
        return store.sharedResource();
    }

    @Override
    public StoreContents read() {
        return store.read();
    }

    @Override
    public void reserve(String attempt) {
        watched("reserve", () -> store.reserve(attempt));
    }

    @Override
    public void stage(StoredKey key) {
        watched("stage", () -> store.stage(key));
        promises.kept(key.secret());
    }

    @Override
    public void publish(String attempt, Optional<String> expectedCurrent) {
        try {
            store.publish(attempt, expectedCurrent);
        } finally {
            promises.published(attempt, expectedCurrent);
        }
    }

    @Override
    public void restore(String attempt) {
        watched("restore", () -> store.restore(attempt));
    }

    @Override
    public void discardPending(String attempt) {
        watched("discardPending", () -> store.discardPending(attempt));
    }

    @Override
    public void discardPrevious(String attempt) {
        watched("discardPrevious", () -> store.discardPrevious(attempt));
    }

    private void watched(String what, Runnable change) {
        try {
            change.run();
        } finally {
            promises.storeMayHaveChanged(what);
        }
    }

    @Override
    public String toString() {
        return store.toString();
    }
}
