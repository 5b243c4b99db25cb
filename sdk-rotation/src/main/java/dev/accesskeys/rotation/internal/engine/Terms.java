package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.Secret;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.Capabilities;
import dev.accesskeys.keys.PreviousKeyState;
import dev.accesskeys.rotation.RotationTarget;
import dev.accesskeys.rotation.journal.KeyedFingerprint;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What does not change during a call.
 *
 * @param command what was called
 * @param target what is rotated
 * @param capabilities what the provider can do
 * @param grace how long the old key stays
 * @param interval how old a key must be to be due; null if only this journal's own rotations count
 * @param insisting whether age and the provider's minimum interval are passed over
 * @param confirmation who was named to be hit; null if nobody was
 * @param named the key that the caller named; null if none
 * @param verified whether there is a verifier
 * @param maxAttempts how many keys may be asked for in one rotation
 * @param fingerprint tells secrets apart
 */
public record Terms(
        Command command,
        RotationTarget target,
        Capabilities capabilities,
        Duration grace,
        @Nullable Duration interval,
        boolean insisting,
        @Nullable String confirmation,
        @Nullable AccessKeyId named,
        boolean verified,
        int maxAttempts,
        KeyedFingerprint fingerprint) {

    /** What was called. */
    public enum Command {
        ROTATE,
        ROLLBACK
    }

    /** Old and new key work side by side, under names that tell who made them. */
    boolean overlaps() {
        return capabilities.afterRotation() == PreviousKeyState.STILL_VALID;
    }

    /** The old key stops working with the rotation. */
    boolean kills() {
        return capabilities.afterRotation() == PreviousKeyState.DEAD;
    }

    boolean hasSecret() {
        return capabilities.hasSecret();
    }

    String fingerprintOf(Secret secret) {
        return fingerprint.of(secret);
    }
}
