package dev.accesskeys.testing.linode;

import dev.accesskeys.testing.Lag;
import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that the builder of the fake sets. */
record LinodeSettings(
        long seed,
        TimeSource time,
        int keys,
        int quota,
        @Nullable String token,
        Lag created,
        Lag deleted,
        Duration acceptedByS3After,
        @Nullable LinodeRateLimits rateLimits,
        int minLabel,
        int maxLabel,
        boolean forbidden,
        Set<LinodeQuirk> quirks,
        List<LinodeEndpoint> endpoints,
        List<LinodeBucket> buckets) {

    LinodeSettings {
        quirks = Set.copyOf(quirks);
        endpoints = List.copyOf(endpoints);
        buckets = List.copyOf(buckets);
    }

    boolean has(LinodeQuirk quirk) {
        return quirks.contains(quirk);
    }

    Optional<LinodeRateLimits> limits() {
        return Optional.ofNullable(rateLimits);
    }

    /** The endpoints of a region, of any type; none if there is no such region. */
    List<LinodeEndpoint> endpointsOf(String region) {
        return endpoints.stream().filter(each -> each.region().equals(region)).toList();
    }
}
