package dev.accesskeys.testing.tensorpool;

import dev.accesskeys.time.TimeSource;
import java.util.List;
import java.util.Set;

/** All that the builder of the fake sets. */
record TensorPoolSettings(
        long seed,
        TimeSource time,
        String orgId,
        boolean enabled,
        boolean forbidden,
        int requestsPerMinute,
        TensorPoolErrorForm errors,
        List<String> buckets,
        Set<TensorPoolQuirk> quirks) {

    TensorPoolSettings {
        buckets = List.copyOf(buckets);
        quirks = Set.copyOf(quirks);
    }

    boolean has(TensorPoolQuirk quirk) {
        return quirks.contains(quirk);
    }
}
