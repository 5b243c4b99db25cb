package dev.accesskeys.rotation.internal.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the world: every effect of a rotation passes it, one at a time, each with a name. Whoever stands at the door can
 * number the effects, and let the world end before or after any of them.
 */
public interface EffectPort {

    /** Lets everything pass. */
    static EffectPort open() {
        return new EffectPort() {
            @Override
            public <T extends @Nullable Object> T perform(String effect, Supplier<T> call) {
                return call.get();
            }
        };
    }

    /**
     * Performs an effect.
     *
     * @param effect what it is, such as {@code store.publish}
     * @param call does it
     * @return what came of it
     */
    <T extends @Nullable Object> T perform(String effect, Supplier<T> call);
}
