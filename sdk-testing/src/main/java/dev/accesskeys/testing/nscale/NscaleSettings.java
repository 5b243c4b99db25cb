package dev.accesskeys.testing.nscale;

import dev.accesskeys.testing.Lag;
import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that the builder of the fake sets. */
record NscaleSettings(
        long seed,
        TimeSource time,
        int keys,
        @Nullable String token,
        Lag found,
        Lag provisioned,
        Lag gone,
        boolean provisioningFails,
        boolean deletionFails,
        boolean forbidden,
        Duration tokenLifetime,
        Set<NscaleQuirk> quirks) {

    NscaleSettings {
        quirks = Set.copyOf(quirks);
    }

    boolean has(NscaleQuirk quirk) {
        return quirks.contains(quirk);
    }
}
