package dev.accesskeys.examples.rotation;

import dev.accesskeys.examples.rotation.Writer.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** How a writer has fared. */
public final class Tally {

    private final String provider;
    private final List<Write> writes;
    private final List<Write> failures;

    Tally(String provider, List<Write> writes) {
        this.provider = provider;
        this.writes = List.copyOf(writes);
        this.failures = this.writes.stream().filter(Write::failed).toList();
    }

    /** Whose key it was. */
    public String provider() {
        return provider;
    }

    /** How many objects were to be written. */
    public int writes() {
        return writes.size();
    }

    /** How many were not. */
    public int failed() {
        return failures.size();
    }

    /** When the first write failed. */
    public Optional<Instant> firstFailure() {
        return failures.stream().findFirst().map(Write::at);
    }

    /** When the last write failed. */
    public Optional<Instant> lastFailure() {
        return failures.isEmpty()
                ? Optional.empty()
                : Optional.of(failures.get(failures.size() - 1).at());
    }

    /** Whether it wrote again after the last failure. */
    public boolean recovered() {
        return !writes.isEmpty() && !writes.get(writes.size() - 1).failed();
    }

    /** What S3 said to those that failed. */
    public String reasons() {
        TreeSet<String> reasons = new TreeSet<>();
        failures.forEach(each -> reasons.add(String.valueOf(each.failure())));
        return String.join(", ", reasons);
    }

    /** The longest time from one object that was written to the next. */
    public Duration longestGap() {
        Duration longest = Duration.ZERO;
        Instant last = null;
        for (Write write : writes) {
            if (write.failed()) {
                continue;
            }
            if (last != null && Duration.between(last, write.at()).compareTo(longest) > 0) {
                longest = Duration.between(last, write.at());
            }
            last = write.at();
        }
        return longest;
    }
}
