package dev.accesskeys.rotation;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.rotation.audit.RotationEvent;
import dev.accesskeys.rotation.internal.engine.EffectPort;
import dev.accesskeys.rotation.journal.MemoryJournal;
import dev.accesskeys.rotation.store.MemoryStore;
import dev.accesskeys.rotation.store.SecretStore;
import dev.accesskeys.rotation.store.StoreContents;
import dev.accesskeys.rotation.store.StoreException;
import dev.accesskeys.rotation.store.StoredKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A world with a journal and a store, and a record of what went through the port. */
final class Bench {

    final World world;
    final MemoryJournal journal = new MemoryJournal();
    final @Nullable MemoryStore store;
    final List<String> effects = new ArrayList<>();
    final List<RotationEvent> events = new ArrayList<>();

    /** Stands before the store: throws for the effects that it is told of. */
    final List<String> failing = new ArrayList<>();

    private Bench(World world) {
        this.world = world;
        StoredKey first = world.firstKey();
        this.store = first == null ? null : MemoryStore.holding("memory", first);
    }

    static Bench of(World world) {
        return new Bench(world);
    }

    Rotator rotator() {
        return rotator(builder -> builder);
    }

    Rotator rotator(UnaryOperator<RotatorBuilder> change) {
        RotatorBuilder builder = world.rotator()
                .journal(journal)
                .listener(events::add)
                .actor("nightly")
                .port(recorder());
        if (store != null) {
            builder.store(new Guarded(store));
        }
        return change.apply(builder).build();
    }

    StoreContents contents() {
        return store.read();
    }

    Optional<String> current() {
        return contents().current().flatMap(StoredKey::accessKeyId);
    }

    private EffectPort recorder() {
        return new EffectPort() {
            @Override
            public <T extends @Nullable Object> T perform(String effect, Supplier<T> call) {
                effects.add(effect);
                return call.get();
            }
        };
    }

    int sent(String method) {
        return (int) world.cloud.ledger().entries().stream()
                .filter(entry -> entry.method().equals(method))
                .count();
    }

    int made() {
        return world.cloud.ledger().applied("POST", world.rotatePath()).size();
    }

    /** A disk that is full, or read-only, for some of what is asked of it. */
    private final class Guarded implements SecretStore {

        private final SecretStore inner;

        private Guarded(SecretStore inner) {
            this.inner = inner;
        }

        private void check(String effect) {
            if (failing.remove(effect) || failing.contains(effect + " always")) {
                throw failure();
            }
        }

        private AccessKeysException failure() {
            return new StoreException("the store cannot be written: no space left", "Make room.", null);
        }

        @Override
        public String name() {
            return inner.name();
        }

        @Override
        public StoreContents read() {
            check("read");
            return inner.read();
        }

        @Override
        public void reserve(String attempt) {
            check("reserve");
            inner.reserve(attempt);
        }

        @Override
        public void stage(StoredKey key) {
            check("stage");
            inner.stage(key);
        }

        @Override
        public void publish(String attempt, Optional<String> expectedCurrent) {
            check("publish");
            inner.publish(attempt, expectedCurrent);
        }

        @Override
        public void restore(String attempt) {
            check("restore");
            inner.restore(attempt);
        }

        @Override
        public void discardPending(String attempt) {
            inner.discardPending(attempt);
        }

        @Override
        public void discardPrevious(String attempt) {
            inner.discardPrevious(attempt);
        }
    }
}
