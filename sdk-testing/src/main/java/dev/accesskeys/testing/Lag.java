package dev.accesskeys.testing;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a list stays behind: for a time, for a number of reads, or not at all.
 *
 * <p>A lag by reads is what makes a test deterministic without a clock; a lag by time fits a {@link VirtualTime}.
 *
 * @param time for how long after a change the list shows the state before, zero or more
 * @param reads how many reads of the list after a change show the state before, 0 or more
 */
public record Lag(Duration time, int reads) {

    /**
     * Checks the values.
     *
     * @param time for how long after a change the list shows the state before, zero or more
     * @param reads how many reads of the list after a change show the state before, 0 or more
     * @throws IllegalArgumentException if one is negative
     */
    public Lag {
        if (time.isNegative() || reads < 0) {
            throw new IllegalArgumentException("a lag must not be negative");
        }
    }

    /**
     * Makes a list show every change at once.
     *
     * @return no lag
     */
    public static Lag none() {
        return new Lag(Duration.ZERO, 0);
    }

    /**
     * Makes a list stay behind for a time.
     *
     * @param time how long
     * @return the lag
     * @throws IllegalArgumentException if the time is negative
     */
    public static Lag of(Duration time) {
        return new Lag(time, 0);
    }

    /**
     * Makes a list stay behind for a number of reads.
     *
     * @param reads how many; every page counts as one
     * @return the lag
     * @throws IllegalArgumentException if the number is negative
     */
    public static Lag ofReads(int reads) {
        return new Lag(Duration.ZERO, reads);
    }

    /**
     * Tells whether a change shows by now.
     *
     * @param changedAt when the change was made
     * @param now what time it is
     * @param readsSince how many reads there were since the change, without the present one
     * @return whether both the time and the reads are over
     */
    public boolean isOver(Instant changedAt, Instant now, long readsSince) {
        return readsSince >= reads && !now.isBefore(changedAt.plus(time));
    }
}
