package dev.accesskeys.internal.call;

import dev.accesskeys.internal.concurrent.Timers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Ends a call from outside: by an interrupt, a cancelled future or a closed client. What the call is waiting for is cancelled
 * at once — unless it is the answer to a request that must not be lost, which gets some more time first.
 */
final class StopSignal {

    private final Duration settleTime;

    private @Nullable String reason;
    private @Nullable CompletableFuture<?> awaited;
    private boolean guarded;

    /**
     * Makes a signal that is not set.
     *
     * @param settleTime how long the answer to a change that was sent is still awaited
     */
    StopSignal(Duration settleTime) {
        this.settleTime = settleTime;
    }

    /** Says what the call waits for now; if the signal is set already, the wait ends at once. */
    synchronized void awaits(CompletableFuture<?> future, boolean mustNotBeLost) {
        awaited = future;
        guarded = mustNotBeLost;
        if (reason != null) {
            end(future);
        }
    }

    /**
     * Sets the signal; the first reason counts.
     *
     * @return whether the call ends at once; if not, it is waiting for an answer that must not be lost
     */
    synchronized boolean set(String why) {
        if (reason == null) {
            reason = why;
            if (awaited != null) {
                end(awaited);
            }
        }
        return !guarded;
    }

    synchronized boolean isSet() {
        return reason != null;
    }

    synchronized String reason() {
        return reason == null ? "" : reason;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // only takes the timer back
    private void end(CompletableFuture<?> future) {
        if (!guarded) {
            future.cancel(true);
            return;
        }
        CompletableFuture<Void> timer = Timers.after(settleTime.toNanos(), () -> future.cancel(true));
        future.whenComplete((answer, failure) -> timer.cancel(false));
    }
}
