package dev.accesskeys.rotation.internal.fleet;

import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.rotation.Rotator;
import dev.accesskeys.rotation.internal.engine.EffectPort;
import dev.accesskeys.rotation.store.SecretStore;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a rotator works with. A fleet lives in a package of its own and must see it; a public accessor would show everyone the
 * service and the store of a rotator, which are none of their business. So the rotator's class tells how to read it when it is
 * loaded, and this package is not exported.
 *
 * @param service whose keys are rotated
 * @param store where they are kept; null where they have no secret
 * @param through makes the same rotator with another door to the world, put around the one that it has
 */
public record RotatorInsides(
        AccessKeyService service, @Nullable SecretStore store, Function<UnaryOperator<EffectPort>, Rotator> through) {

    private static volatile @Nullable Function<Rotator, RotatorInsides> reader;

    /**
     * Tells how to look into a rotator; its class does this once, before there can be any.
     *
     * @param value what looks
     */
    public static void readBy(Function<Rotator, RotatorInsides> value) {
        reader = value;
    }

    /**
     * Looks into a rotator.
     *
     * @param rotator the rotator
     * @return what it works with
     */
    public static RotatorInsides of(Rotator rotator) {
        return Objects.requireNonNull(reader, "no rotator without its class").apply(rotator);
    }
}
