package dev.accesskeys.testing.cloudflare;

import dev.accesskeys.testing.Lag;
import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.util.Set;

/** All that the builder of the fake sets. */
record CloudflareSettings(
        long seed,
        TimeSource time,
        String accountId,
        int intervalDays,
        Duration lastRotationAgo,
        boolean accessEnabled,
        boolean limiting,
        int requests,
        Lag certificates,
        Set<CloudflareQuirk> quirks) {

    CloudflareSettings {
        quirks = Set.copyOf(quirks);
    }

    boolean has(CloudflareQuirk quirk) {
        return quirks.contains(quirk);
    }
}
