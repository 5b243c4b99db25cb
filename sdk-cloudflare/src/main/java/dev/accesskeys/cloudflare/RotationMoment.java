package dev.accesskeys.cloudflare;

import dev.accesskeys.Response;
import dev.accesskeys.cloudflare.model.SigningKeySchedule;
import dev.accesskeys.error.RotationTooEarlyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The moment before a rotation is sent.
 *
 * @param last when the keys were last rotated, as far as Cloudflare tells
 * @param now what time it is: the earlier of the clock here and of Cloudflare's
 */
record RotationMoment(Optional<Instant> last, Instant now) {

    static RotationMoment of(Response<SigningKeySchedule> before, Instant here) {
        Instant now =
                before.headers().date().filter(there -> there.isBefore(here)).orElse(here);
        return new RotationMoment(before.value().lastKeyRotationAt(), now);
    }

    /** Refuses a rotation within the given time after the last one, and one of which that cannot be said. */
    void requireSafe(Duration interval) {
        if (last.isEmpty()) {
            throw new RotationTooEarlyException(
                    CloudflareOperations.ROTATE_SIGNING_KEYS.toString(),
                    "Cloudflare does not tell when the keys were last rotated (last_key_rotation_at is missing), so that a"
                            + " rotation now may end a key that is in use",
                    null,
                    "Look up the last rotation in the dashboard, or insist.");
        }
        Instant safeFrom = last.get().plus(interval);
        if (now.isBefore(safeFrom)) {
            throw new RotationTooEarlyException(
                    CloudflareOperations.ROTATE_SIGNING_KEYS.toString(),
                    "the keys were last rotated at " + last.get() + ", less than " + interval.toDays()
                            + " days ago: another rotation would end the older of the two published keys, which may be in use",
                    safeFrom,
                    "Rotate from " + safeFrom + " on, or insist.");
        }
    }

    /** When the keys were rotated: as the answer says, unless it says nothing or still shows the rotation before. */
    Instant rotatedAt(SigningKeySchedule after) {
        return after.lastKeyRotationAt()
                .filter(each -> last.isEmpty() || each.isAfter(last.get()))
                .orElse(now);
    }
}
