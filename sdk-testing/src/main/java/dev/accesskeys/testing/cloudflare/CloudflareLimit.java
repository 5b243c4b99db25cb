package dev.accesskeys.testing.cloudflare;

import java.time.Duration;
import java.time.Instant;

/** Lets a number of requests through in 5 minutes; one more, and everything is refused for 5 minutes. Safe for many threads. */
final class CloudflareLimit {

    static final Duration WINDOW = Duration.ofMinutes(5);

    /** What became of a request: how many more may follow until when, and for how long everything is refused. */
    record Verdict(int remaining, Duration reset, Duration refusedFor) {}

    private final int limit;
    private Instant end = Instant.MIN;
    private Instant refusedUntil = Instant.MIN;
    private int used;

    CloudflareLimit(int limit) {
        this.limit = limit;
    }

    synchronized Verdict take(Instant now) {
        if (now.isBefore(refusedUntil)) {
            return refused(now);
        }
        if (!now.isBefore(end)) {
            end = now.plus(WINDOW);
            used = 0;
        }
        if (used == limit) {
            refusedUntil = now.plus(WINDOW);
            end = refusedUntil;
            return refused(now);
        }
        used++;
        return new Verdict(limit - used, Duration.between(now, end), Duration.ZERO);
    }

    private Verdict refused(Instant now) {
        Duration wait = Duration.between(now, refusedUntil);
        return new Verdict(0, wait, wait);
    }
}
