package dev.accesskeys.internal.concurrent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Actions after a time, on the one timer thread that the JDK has for all futures of the process. By the system's clock: no
 * virtual time of a test makes a stalled server answer.
 */
public final class Timers {

    private Timers() {}

    /**
     * Runs an action after a time.
     *
     * @param nanos the time; {@link Long#MAX_VALUE} for never
     * @param action what to do, quick because it runs on the timer thread
     * @return cancelling it takes the action back
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the timer itself is what is given back
    public static CompletableFuture<Void> after(long nanos, Runnable action) {
        CompletableFuture<Void> timer = new CompletableFuture<>();
        if (nanos != Long.MAX_VALUE) {
            timer.completeOnTimeout(null, nanos, TimeUnit.NANOSECONDS);
            timer.thenRun(action);
        }
        return timer;
    }
}
