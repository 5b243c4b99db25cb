package dev.accesskeys.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * Where the SDK takes the time from, and where it waits between attempts. The default is the system's; tests put a virtual one
 * in its place and so see an hour of retries pass at once. How long an exchange with a server may take is always measured by
 * the system's clock: no virtual time makes a stalled server answer.
 */
public interface TimeSource {

    /**
     * Gives the system's time.
     *
     * @return the source that clients have unless another is set
     */
    static TimeSource system() {
        return SystemTime.INSTANCE;
    }

    /**
     * Tells the time of day.
     *
     * @return now
     */
    Instant now();

    /**
     * Tells a time that only ever goes forward, for measuring.
     *
     * @return nanoseconds since an arbitrary moment
     */
    long nanoTime();

    /**
     * Waits without a thread.
     *
     * @param time how long, zero or more
     * @return completes when the time has passed; cancelling it ends the wait
     */
    CompletableFuture<Void> delay(Duration time);
}
