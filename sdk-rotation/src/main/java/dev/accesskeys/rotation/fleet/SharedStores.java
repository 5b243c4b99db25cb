package dev.accesskeys.rotation.fleet;

import dev.accesskeys.rotation.internal.engine.EffectPort;
import dev.accesskeys.rotation.store.SecretStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets the writes to what stores share happen one after another. It is the single write that is excluded and not the rotation: one
 * that tries its key for minutes would hold up all others of the same file. The engine needs no more, for each write names what it
 * expects to find.
 */
final class SharedStores {

    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** A port that takes turns with the other stores of the same resource. */
    EffectPort takingTurns(EffectPort inner, @Nullable SecretStore store) {
        if (store == null) {
            return inner;
        }
        ReentrantLock lock = locks.computeIfAbsent(store.sharedResource(), name -> new ReentrantLock());
        return new EffectPort() {
            @Override
            public <T extends @Nullable Object> T perform(String effect, Supplier<T> call) {
                if (!effect.startsWith("store.") || effect.equals("store.read")) {
                    return inner.perform(effect, call);
                }
                // Not to be interrupted: it may be a secret that is about to be kept.
                lock.lock();
                try {
                    return inner.perform(effect, call);
                } finally {
                    lock.unlock();
                }
            }
        };
    }
}
