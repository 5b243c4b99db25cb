package dev.accesskeys.rotation;

import dev.accesskeys.rotation.store.SecretStore;
import dev.accesskeys.rotation.store.StoreContents;
import dev.accesskeys.rotation.store.StoredKey;
import java.util.Optional;

/** Does not look into the pending place until it has put something there itself. */
final class BrokenStore implements SecretStore {

    private final SecretStore store;
    private boolean staged;

    BrokenStore(SecretStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public StoreContents read() {
        StoreContents contents = store.read();
        return staged
                ? contents
                : new StoreContents(
                        contents.current().orElse(null),
                        null,
                        contents.previous().orElse(null),
                        contents.reservation().orElse(null));
    }

    @Override
    public void reserve(String attempt) {
        store.reserve(attempt);
    }

    @Override
    public void stage(StoredKey key) {
        store.stage(key);
        staged = true;
    }

    @Override
    public void publish(String attempt, Optional<String> expectedCurrent) {
        store.publish(attempt, expectedCurrent);
    }

    @Override
    public void restore(String attempt) {
        store.restore(attempt);
    }

    @Override
    public void discardPending(String attempt) {
        store.discardPending(attempt);
    }

    @Override
    public void discardPrevious(String attempt) {
        store.discardPrevious(attempt);
    }
}
