package dev.accesskeys.rotation.fleet;

import dev.accesskeys.rotation.fleet.FleetResult.Kind;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a fleet is.
 *
 * @param total the number of targets
 * @param done how many have ended, one way or another
 * @param counts how they ended; what did not happen yet is left out
 * @param remaining how long the rest may take; empty while that would be a guess: at first, and when the later half of what is
 *     done went at quite another pace than the earlier one
 */
public record FleetTally(int total, int done, Map<Kind, Integer> counts, Optional<Duration> remaining) {

    /**
     * Copies the numbers.
     *
     * @param total the number of targets
     * @param done how many have ended
     * @param counts how they ended
     * @param remaining how long the rest may take
     */
    public FleetTally {
        Map<Kind, Integer> copy = new EnumMap<>(Kind.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
        Objects.requireNonNull(remaining, "remaining");
    }

    /**
     * Counts what somebody has to look at.
     *
     * @return how many have ended badly so far
     */
    public int bad() {
        return counts.entrySet().stream()
                .filter(each -> !each.getKey().isGood())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
