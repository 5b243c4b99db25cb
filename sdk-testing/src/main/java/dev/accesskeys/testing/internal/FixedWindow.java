package dev.accesskeys.testing.internal;

import java.time.Duration;
import java.time.Instant;

/** Lets a number of calls through in each window of time; the first call begins the window. Safe for use by many threads. */
public final class FixedWindow {

    /**
     * What became of a call.
     *
     * @param allowed whether it may go on
     * @param remaining how many more may go on in this window
     * @param reset when the window ends
     */
    public record Verdict(boolean allowed, int remaining, Instant reset) {}

    private final int limit;
    private final Duration length;
    private Instant end = Instant.MIN;
    private int used;

    /**
     * Makes a window that no call has begun yet.
     *
     * @param limit how many calls to let through, 1 or more
     * @param length how long the window is
     */
    public FixedWindow(int limit, Duration length) {
        this.limit = limit;
        this.length = length;
    }

    /**
     * Gives the limit.
     *
     * @return how many calls are let through in a window
     */
    public int limit() {
        return limit;
    }

    /**
     * Counts a call.
     *
     * @param now what time it is
     * @return whether it may go on
     */
    public synchronized Verdict take(Instant now) {
        if (!now.isBefore(end)) {
            end = now.plus(length);
            used = 0;
        }
        boolean allowed = used < limit;
        if (allowed) {
            used++;
        }
        return new Verdict(allowed, limit - used, end);
    }
}
