package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.error.PendingChange;
import dev.accesskeys.rotation.KeyReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What stays the same while a rotation is under way.
 *
 * @param run its id
 * @param startedAt when it began
 * @param old the key that is replaced
 * @param oldInStore whether the store holds the old key, so that there is a way back
 * @param nonce the attempt that counts
 * @param number how many attempts there were, this one included
 * @param pending by what the provider's module recognises later what became of the attempt
 * @param before what the verifier noted before
 * @param goal where it goes
 * @param grace how long the old key stays after the new one is published
 */
public record Rotation(
        String run,
        Instant startedAt,
        KeyReference old,
        boolean oldInStore,
        String nonce,
        int number,
        PendingChange pending,
        Map<String, String> before,
        Goal goal,
        Duration grace) {

    /** Where a rotation goes. */
    public enum Goal {
        FORWARD,
        BACK
    }

    public Rotation {
        before = Map.copyOf(before);
    }

    Rotation with(Goal changed) {
        return new Rotation(run, startedAt, old, oldInStore, nonce, number, pending, before, changed, grace);
    }
}
