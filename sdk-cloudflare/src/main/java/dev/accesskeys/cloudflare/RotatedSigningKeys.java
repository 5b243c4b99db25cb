package dev.accesskeys.cloudflare;

import dev.accesskeys.cloudflare.model.SigningKeySchedule;
import java.time.Instant;
import java.util.Objects;

/**
 * What a rotation has brought.
 *
 * @param schedule the schedule as it is now
 * @param previousValidUntil until when, at least, the previous key is valid: 7 days from the rotation
 */
public record RotatedSigningKeys(SigningKeySchedule schedule, Instant previousValidUntil) {

    /**
     * Checks that both parts are there.
     *
     * @param schedule the schedule as it is now
     * @param previousValidUntil until when, at least, the previous key is valid
     */
    public RotatedSigningKeys {
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(previousValidUntil, "previousValidUntil");
    }
}
