package dev.accesskeys.examples.rotation;

import dev.accesskeys.rotation.verify.VerificationPolicy;
import java.time.Duration;

/** How quickly the rehearsal goes. */
public enum Pace {
    /** For somebody who watches. */
    QUICK(Duration.ofSeconds(4), Duration.ofMillis(200)),
    /** For somebody who has to find a process id and type a command while a key is tried. */
    BY_HAND(Duration.ofSeconds(10), Duration.ofSeconds(2));

    /** One second and not thirty, for the lists of these fakes never lag. Real ones do: see {@code RotatorBuilder.settleTime}. */
    static final Duration SETTLE = Duration.ofSeconds(1);

    private final Duration grace;
    private final Duration interval;

    Pace(Duration grace, Duration interval) {
        this.grace = grace;
        this.interval = interval;
    }

    Duration grace() {
        return grace;
    }

    VerificationPolicy verification() {
        return VerificationPolicy.standard().withInterval(interval);
    }
}
