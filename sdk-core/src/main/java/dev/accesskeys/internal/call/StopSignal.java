package dev.accesskeys.internal.call;

import dev.accesskeys.internal.concurrent.Timers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Ends a call from outside: by an interrupt, a cancelled future or a closed client. What the call is waiting for is cancelled
 * at once — unless it is the answer to a request that must not be lost, which gets some more time first. Nothing is cancelled
 * under the lock: whoever waits for it may run at once, on this thread.
 */
final class StopSignal {

    private final Duration settleTime;
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
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

    /** Says that the call waits for something that may be given up; if the signal is set already, the wait ends at once. */
    void awaits(CompletableFuture<?> future) {
        boolean stopped;
        synchronized (this) {
            awaited = future;
            guarded = false;
            stopped = reason != null;
        }
        if (stopped) {
            future.cancel(true);
        }
    }

    /**
     * Decides, in one step with {@link #set}, whether a request leaves: whoever is told that the call ends at once can rely on
     * it that nothing is sent any more.
     *
     * @return whether it may be sent
     */
    synchronized boolean maySend(boolean mustNotBeLost) {
        if (reason != null) {
            return false;
        }
        awaited = null;
        guarded = mustNotBeLost;
        return true;
    }

    /** Says that the call waits for the answer to the request that it was allowed to send. */
    @SuppressWarnings("FutureReturnValueIgnored") // only passes the end on
    void awaitsAnswer(CompletableFuture<?> exchange) {
        boolean stopped;
        boolean settle;
        synchronized (this) {
            awaited = exchange;
            stopped = reason != null;
            settle = guarded;
        }
        if (settle) {
            exchange.whenComplete((answer, failure) -> settled.complete(null));
        }
        if (stopped) {
            end(exchange, settle);
        }
    }

    /**
     * Sets the signal; the first reason counts.
     *
     * @return whether the call ends at once; if not, an answer that must not be lost is awaited or worked on
     */
    boolean set(String why) {
        CompletableFuture<?> ending;
        boolean settle;
        synchronized (this) {
            settle = guarded;
            if (reason != null) {
                return !settle;
            }
            reason = why;
            ending = awaited;
        }
        if (ending != null) {
            end(ending, settle);
        }
        return !settle;
    }

    synchronized boolean isSet() {
        return reason != null;
    }

    synchronized String reason() {
        return reason == null ? "" : reason;
    }

    /** Completes when the answer that must not be lost has come or was given up. */
    CompletableFuture<Void> settled() {
        return settled;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // only takes the timer back
    private void end(CompletableFuture<?> future, boolean settle) {
        if (!settle) {
            future.cancel(true);
            return;
        }
        CompletableFuture<Void> timer = Timers.after(Durations.nanos(settleTime), () -> future.cancel(true));
        future.whenComplete((answer, failure) -> timer.cancel(false));
    }
}
