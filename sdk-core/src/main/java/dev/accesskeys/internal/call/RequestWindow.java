package dev.accesskeys.internal.call;

import dev.accesskeys.operation.RateLimitRule;
import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One rate limit as a sliding window: the <i>n</i>-th request leaves no earlier than one period after the one that came
 * <i>limit</i> before it, no more leave within a second than the rule allows, and never more than so many are under way. Exact
 * for every window, unlike a token bucket, which lets through nearly twice the limit in its first period. Requests leave in the
 * order in which they came; one that is given up while it waits takes nobody's place.
 */
final class RequestWindow {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final RateLimitRule rule;
    private final TimeSource time;

    /** When the last requests left, oldest first; at most as many as the limit. */
    private final Deque<Long> departures = new ArrayDeque<>();

    private final Deque<CompletableFuture<Runnable>> waiting = new ArrayDeque<>();
    private final long period;
    private @Nullable CompletableFuture<Void> alarm;
    private boolean alarmSet;
    private int underWay;

    RequestWindow(RateLimitRule rule, TimeSource time) {
        this.rule = rule;
        this.time = time;
        this.period = Durations.nanos(rule.period());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // only tidies up
    CompletableFuture<Runnable> turn() {
        CompletableFuture<Runnable> turn = new CompletableFuture<>();
        synchronized (this) {
            waiting.addLast(turn);
        }
        turn.whenComplete((granted, failure) -> {
            if (failure != null) {
                giveUp(turn);
            }
        });
        dispatch();
        return turn;
    }

    /** Lets requests go as long as there is room; completes futures and sets timers outside of the lock. */
    private void dispatch() {
        while (true) {
            CompletableFuture<Runnable> next;
            long now;
            long wait;
            synchronized (this) {
                next = waiting.peekFirst();
                if (next == null || underWay >= rule.concurrent()) {
                    return;
                }
                now = time.nanoTime();
                wait = waitAt(now);
                if (wait <= 0) {
                    leave(now);
                } else if (alarmSet) {
                    return;
                } else {
                    alarmSet = true;
                }
            }
            if (wait > 0) {
                setAlarm(wait);
                return;
            }
            if (!next.complete(done())) {
                takeBack(now);
            }
        }
    }

    private long waitAt(long now) {
        long wait = departures.size() < rule.requests() ? 0 : period - (now - departures.getFirst());
        return departures.size() < rule.perSecond()
                ? wait
                : Math.max(wait, SECOND - (now - departureBefore(rule.perSecond())));
    }

    /** When the request left that came so many before the next one. */
    private long departureBefore(int number) {
        Iterator<Long> latestFirst = departures.descendingIterator();
        long departure = latestFirst.next();
        for (int i = 1; i < number; i++) {
            departure = latestFirst.next();
        }
        return departure;
    }

    private void leave(long departure) {
        waiting.removeFirst();
        underWay++;
        if (departures.size() >= rule.requests()) {
            departures.removeFirst();
        }
        departures.addLast(departure);
    }

    /** One timer for all who wait: the first of them cannot leave earlier, and the others leave behind it. */
    @SuppressWarnings("FutureReturnValueIgnored") // the alarm itself is kept
    private void setAlarm(long wait) {
        CompletableFuture<Void> next = time.delay(Duration.ofNanos(wait));
        synchronized (this) {
            alarm = next;
        }
        next.whenComplete((passed, failure) -> {
            synchronized (this) {
                alarmSet = false;
                alarm = null;
            }
            dispatch();
        });
    }

    private synchronized void takeBack(long departure) {
        underWay--;
        departures.removeLastOccurrence(departure);
    }

    private void giveUp(CompletableFuture<Runnable> turn) {
        CompletableFuture<Void> idle = null;
        synchronized (this) {
            waiting.removeIf(each -> each == turn);
            if (waiting.isEmpty()) {
                idle = alarm;
            }
        }
        if (idle != null) {
            idle.cancel(false);
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
}
