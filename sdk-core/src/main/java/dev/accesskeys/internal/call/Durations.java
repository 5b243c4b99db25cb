package dev.accesskeys.internal.call;

import java.time.Duration;
import java.util.Locale;

/** Times as people read them, and as timers do. */
final class Durations {

    private Durations() {}

    static String text(Duration time) {
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            return time.toMillis() + " ms";
        }
        if (time.compareTo(Duration.ofHours(1)) >= 0) {
            return time.toHours() + " h";
        }
        String seconds = String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
        return (seconds.endsWith(".0") ? seconds.substring(0, seconds.length() - 2) : seconds) + " s";
    }

    /** A time of more than 292 years, which is what a {@code long} holds, is for ever. */
    static long nanos(Duration time) {
        try {
            return time.toNanos();
        } catch (ArithmeticException e) {
            return time.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
