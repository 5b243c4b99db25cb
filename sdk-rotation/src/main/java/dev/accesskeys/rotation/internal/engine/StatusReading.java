package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.rotation.KeyReference;
import dev.accesskeys.rotation.RotationStatus;
import dev.accesskeys.rotation.RotationTarget;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how things stand out of the journal's entry. */
public final class StatusReading {

    private StatusReading() {}

    /** The status of a target that was never rotated. */
    public static RotationStatus none(RotationTarget target) {
        return of(Lineage.fresh(), target);
    }

    /** The status of a target. */
    public static RotationStatus of(Lineage lineage, RotationTarget target) {
        Optional<Rotation> rotation = lineage.state().rotation();
        Optional<PastRotation> last = lineage.past().isEmpty()
                ? Optional.empty()
                : Optional.of(lineage.past().get(lineage.past().size() - 1));
        KeyReference old = rotation.map(Rotation::old)
                .or(() -> last.map(PastRotation::old))
                .orElse(null);
        KeyReference fresh = rotation.isPresent()
                ? lineage.state().fresh().orElse(null)
                : last.map(PastRotation::fresh).orElse(null);
        Halt halt = lineage.halt();
        return new RotationStatus(
                target,
                RotationStatus.State.valueOf(lineage.state().kind().name()),
                rotation.map(Rotation::run).orElse(null),
                old,
                fresh,
                graceUntil(lineage.state()),
                halt == null ? null : halt.problem(),
                halt == null ? "" : halt.detail());
    }

    private static @Nullable Instant graceUntil(RotationState state) {
        if (state instanceof RotationState.Published published) {
            return published.grace().until();
        }
        return state instanceof RotationState.Restored restored
                ? restored.grace().until()
                : null;
    }
}
