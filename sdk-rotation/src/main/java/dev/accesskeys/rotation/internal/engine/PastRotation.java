package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.rotation.KeyReference;
import dev.accesskeys.rotation.RotationOutcome.OldKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rotation that was completed.
 *
 * @param run its id
 * @param old the key that was replaced
 * @param fresh the key that replaced it
 * @param at when it was completed
 * @param oldKey what has become of the old key
 * @param oldValidUntil until when it works, where it ends by itself; null otherwise
 */
public record PastRotation(
        String run,
        KeyReference old,
        KeyReference fresh,
        Instant at,
        OldKey oldKey,
        @Nullable Instant oldValidUntil) {}
