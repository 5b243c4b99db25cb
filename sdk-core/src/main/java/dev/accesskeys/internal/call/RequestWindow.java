package dev.accesskeys.internal.call;

import dev.accesskeys.operation.RateLimitRule;
import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One rate limit as a sliding window: the <i>n</i>-th request leaves no earlier than one period after the one that came
 * <i>limit</i> before it, and never more than so many are under way. Exact for every window, unlike a token bucket, which lets
 * through nearly twice the limit in its first period.
 */
final class RequestWindow {

    private final RateLimitRule rule;
    private final TimeSource time;

    /** When the last requests leave, oldest first; at most as many as the limit. */
    private final Deque<Long> departures = new ArrayDeque<>();

    private final Deque<CompletableFuture<Runnable>> waiting = new ArrayDeque<>();
    private int underWay;

    RequestWindow(RateLimitRule rule, TimeSource time) {
        this.rule = rule;
        this.time = time;
    }

    CompletableFuture<Runnable> turn() {
        CompletableFuture<Runnable> turn = new CompletableFuture<>();
        synchronized (this) {
            waiting.addLast(turn);
        }
        dispatch();
        return turn;
    }

    /** Lets requests go as long as there is room; completes futures outside of the lock. */
    private void dispatch() {
        while (true) {
            CompletableFuture<Runnable> next;
            long wait;
            synchronized (this) {
                next = waiting.peekFirst();
                if (next == null || underWay >= rule.concurrent()) {
                    return;
                }
                waiting.removeFirst();
                if (next.isDone()) {
                    continue;
                }
                underWay++;
                wait = reserve();
            }
            release(next, wait);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the turn is what is waited for
    private void release(CompletableFuture<Runnable> turn, long wait) {
        Runnable done = done();
        if (wait <= 0) {
            grant(turn, done);
            return;
        }
        CompletableFuture<Void> delay = time.delay(Duration.ofNanos(wait));
        delay.thenRun(() -> grant(turn, done));
        turn.whenComplete((granted, failure) -> {
            if (failure != null) {
                delay.cancel(false);
                done.run();
            }
        });
    }

    private static void grant(CompletableFuture<Runnable> turn, Runnable done) {
        if (!turn.complete(done)) {
            done.run();
        }
    }

    private Runnable done() {
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                synchronized (this) {
                    underWay--;
                }
                dispatch();
            }
        };
    }

    /** Gives the nanoseconds until the next request may leave, and counts it as leaving then. */
    private long reserve() {
        long now = time.nanoTime();
        long departure = now;
        if (departures.size() >= rule.requests()) {
            long oldest = departures.removeFirst();
            departure = Math.max(now, oldest + rule.period().toNanos());
        }
        departures.addLast(departure);
        return departure - now;
    }
}
