package dev.accesskeys.nscale;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How long {@link NscaleWaiters} wait, how often they look, and whom they tell. Immutable.
 */
public final class WaitOptions {

    private static final WaitOptions DEFAULTS =
            new WaitOptions(Duration.ofMinutes(10), Duration.ofSeconds(1), Duration.ofSeconds(15), progress -> {});

    private final Duration deadline;
    private final Duration firstPause;
    private final Duration longestPause;
    private final Consumer<? super WaitProgress> listener;

    private WaitOptions(
            Duration deadline, Duration firstPause, Duration longestPause, Consumer<? super WaitProgress> listener) {
        this.deadline = deadline;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
        this.listener = listener;
    }

    /**
     * Waits up to 10 minutes, looks again after 1 second, then after twice as long each time up to 15 seconds, and tells nobody.
     *
     * @return the options
     */
    public static WaitOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Sets how long to wait in all.
     *
     * @param total the time, more than zero
     * @return the changed options
     * @throws IllegalArgumentException if it is zero or less
     */
    public WaitOptions withDeadline(Duration total) {
        return new WaitOptions(positive("deadline", total), firstPause, longestPause, listener);
    }

    /**
     * Sets how long to wait between two looks: the first time, then twice as long each time up to the longest.
     *
     * @param first the first pause, more than zero
     * @param longest the longest pause, not less than the first
     * @return the changed options
     * @throws IllegalArgumentException if one of them is out of bounds
     */
    public WaitOptions withPauses(Duration first, Duration longest) {
        positive("first", first);
        if (longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("the longest pause must not be less than the first; given: " + longest);
        }
        return new WaitOptions(deadline, first, longest, listener);
    }

    /**
     * Tells somebody of each look that has not ended the waiting. What the listener throws is logged and does not end it either.
     *
     * @param progress is told, on the thread on which the answer came
     * @return the changed options
     */
    public WaitOptions withListener(Consumer<? super WaitProgress> progress) {
        return new WaitOptions(deadline, firstPause, longestPause, Objects.requireNonNull(progress, "listener"));
    }

    private static Duration positive(String name, Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException(name + " must be more than zero; given: " + time);
        }
        return time;
    }

    /**
     * Tells how long to wait in all.
     *
     * @return the time
     */
    public Duration deadline() {
        return deadline;
    }

    /**
     * Tells how long the pause behind a look is.
     *
     * @param looks how many looks there were, 1 or more
     * @return the pause
     */
    public Duration pauseAfter(int looks) {
        Duration pause = firstPause;
        for (int i = 1; i < looks && pause.compareTo(longestPause) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }

    Consumer<? super WaitProgress> listener() {
        return listener;
    }

    @Override
    public String toString() {
        return "WaitOptions[deadline=" + deadline + ", pauses " + firstPause + " to " + longestPause + "]";
    }
}
