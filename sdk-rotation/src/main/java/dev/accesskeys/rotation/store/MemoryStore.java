package dev.accesskeys.rotation.store;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the keys in memory, by the same rules as every other store: for tests. What it holds is gone with the process. For any
 * number of threads.
 */
public final class MemoryStore implements SecretStore {

    private final String name;
    private final AtomicReference<StoreContents> contents;

    private MemoryStore(String name, @Nullable StoredKey current) {
        this.name = Objects.requireNonNull(name, "name");
        this.contents = new AtomicReference<>(new StoreContents(current, null, null, null));
    }

    /**
     * Makes a store that has a key in use.
     *
     * @param name the name of the store
     * @param current the key in use
     * @return a store
     */
    public static MemoryStore holding(String name, StoredKey current) {
        return new MemoryStore(name, Objects.requireNonNull(current, "current"));
    }

    /**
     * Makes a store without a key.
     *
     * @param name the name of the store
     * @return a store
     */
    public static MemoryStore empty(String name) {
        return new MemoryStore(name, null);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public StoreContents read() {
        return Objects.requireNonNull(contents.get());
    }

    @Override
    public void reserve(String attempt) {
        change(now -> StoreTransitions.reserve(now, attempt));
    }

    @Override
    public void stage(StoredKey key) {
        change(now -> StoreTransitions.stage(now, key));
    }

    @Override
    public void publish(String attempt, Optional<String> expectedCurrent) {
        change(now -> StoreTransitions.publish(now, attempt, expectedCurrent));
    }

    @Override
    public void restore(String attempt) {
        change(now -> StoreTransitions.restore(now, attempt));
    }

    @Override
    public void discardPending(String attempt) {
        change(now -> StoreTransitions.discardPending(now, attempt));
    }

    @Override
    public void discardPrevious(String attempt) {
        change(now -> StoreTransitions.discardPrevious(now, attempt));
    }

    /**
     * Puts another key in the place of the current one, as somebody does who edits the store by hand.
     *
     * @param current the key, or null for none
     */
    public void replaceCurrent(@Nullable StoredKey current) {
        change(now -> new StoreContents(
                current,
                now.pending().orElse(null),
                now.previous().orElse(null),
                now.reservation().orElse(null)));
    }

    private void change(UnaryOperator<StoreContents> transition) {
        contents.updateAndGet(transition);
    }

    /** Everything but the secrets. */
    @Override
    public String toString() {
        return "MemoryStore[" + name + ", " + contents.get() + "]";
    }
}
