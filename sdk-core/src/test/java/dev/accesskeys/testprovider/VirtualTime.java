package dev.accesskeys.testprovider;

import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A clock that moves when it is told to, or, unless it is held, whenever somebody waits. Records every wait. */
public final class VirtualTime implements TimeSource {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final boolean held;
    private final List<Duration> waits = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    private VirtualTime(boolean held) {
        this.held = held;
    }

    /** Every wait is over at once, and the clock shows it. */
    public static VirtualTime flowing() {
        return new VirtualTime(false);
    }

    /** Waits end when {@link #advance} takes the clock past them. */
    public static VirtualTime held() {
        return new VirtualTime(true);
    }

    @Override
    public synchronized Instant now() {
        return START.plus(passed);
    }

    @Override
    public synchronized long nanoTime() {
        return passed.toNanos();
    }

    @Override
    public CompletableFuture<Void> delay(Duration time) {
        synchronized (this) {
            waits.add(time);
            if (held) {
                Pending wait = new Pending(passed.plus(time), new CompletableFuture<>());
                pending.add(wait);
                notifyAll();
                return wait.future();
            }
            passed = passed.plus(time);
        }
        return CompletableFuture.completedFuture(null);
    }

    /** Moves the clock and ends the waits that are over, in their order. */
    public void advance(Duration time) {
        Duration end;
        synchronized (this) {
            end = passed.plus(time);
        }
        while (true) {
            Pending next;
            synchronized (this) {
                pending.removeIf(wait -> wait.future().isDone());
                next = pending.stream()
                        .filter(wait -> wait.until().compareTo(end) <= 0)
                        .min((one, other) -> one.until().compareTo(other.until()))
                        .orElse(null);
                passed = next == null ? end : next.until().compareTo(passed) > 0 ? next.until() : passed;
                pending.remove(next);
            }
            if (next == null) {
                return;
            }
            next.future().complete(null);
        }
    }

    public synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    /** How many waits are neither over nor cancelled. */
    public synchronized long waiting() {
        return pending.stream().filter(wait -> !wait.future().isDone()).count();
    }

    /** Blocks until somebody waits. */
    public synchronized void awaitWaiter() throws InterruptedException {
        long end = System.nanoTime() + 5_000_000_000L;
        while (waiting() == 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("nobody waits");
            }
            wait(1_000);
        }
    }

    /** Blocks until the last wait is over or cancelled. */
    public void awaitNoWaiter() {
        long end = System.nanoTime() + 5_000_000_000L;
        while (waiting() > 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("somebody still waits");
            }
            Thread.onSpinWait();
        }
    }

    private record Pending(Duration until, CompletableFuture<Void> future) {}
}
