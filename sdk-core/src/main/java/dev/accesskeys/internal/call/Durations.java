package dev.accesskeys.internal.call;

import java.time.Duration;
import java.util.Locale;

/** Times as people read them. */
final class Durations {

    private Durations() {}

    static String text(Duration time) {
        if (time.toMillis() < 1000) {
            return time.toMillis() + " ms";
        }
        String seconds = String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
        return (seconds.endsWith(".0") ? seconds.substring(0, seconds.length() - 2) : seconds) + " s";
    }
}
