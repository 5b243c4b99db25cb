package dev.accesskeys.testing;

import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/**
 * A clock for tests, of one of two kinds:
 *
 * <ul>
 *   <li>{@link #create()} stands still until somebody waits, and then jumps ahead by as much as was to be waited for. An hour of
 *       retries passes at once.
 *   <li>{@link #manual()} stands still until the test moves it with {@link #advance}; who waits waits until then. It shows what
 *       happens <em>during</em> a wait.
 * </ul>
 *
 * <p>Both remember what was waited for: {@link #waits()}. Give the same clock to the client and to the fake, so that both live
 * in the same time. Safe for use by many threads; every move is one for all of them.
 */
public final class VirtualTime implements TimeSource {

    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private record Waiting(Duration until, CompletableFuture<Void> future) {}

    private final Instant start;
    private final boolean automatic;
    private final List<Duration> waits = new ArrayList<>();
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(Comparator.comparing(Waiting::until));
    private Duration passed = Duration.ZERO;

    private VirtualTime(Instant start, boolean automatic) {
        this.start = Objects.requireNonNull(start, "start");
        this.automatic = automatic;
    }

    /**
     * Makes a clock that jumps ahead whenever somebody waits. It begins at 2030-01-01T00:00:00Z.
     *
     * @return the clock
     */
    public static VirtualTime create() {
        return startingAt(START);
    }

    /**
     * Makes a clock that jumps ahead whenever somebody waits.
     *
     * @param start what {@link #now()} tells first
     * @return the clock
     */
    public static VirtualTime startingAt(Instant start) {
        return new VirtualTime(start, true);
    }

    /**
     * Makes a clock that only {@link #advance} moves. It begins at 2030-01-01T00:00:00Z.
     *
     * @return the clock
     */
    public static VirtualTime manual() {
        return new VirtualTime(START, false);
    }

    @Override
    public synchronized Instant now() {
        return start.plus(passed);
    }

    @Override
    public synchronized long nanoTime() {
        return passed.toNanos();
    }

    /**
     * {@inheritDoc}
     *
     * <p>A manual clock gives a future that {@link #advance} completes, on the thread that advances; the other one moves ahead
     * and gives a future that is completed already.
     */
    @Override
    public CompletableFuture<Void> delay(Duration time) {
        synchronized (this) {
            waits.add(time);
            if (!automatic && !time.isZero()) {
                CompletableFuture<Void> future = new CompletableFuture<>();
                waiting.add(new Waiting(passed.plus(time), future));
                return future;
            }
        }
        advance(time);
        return CompletableFuture.completedFuture(null);
    }

    /**
     * Moves the time ahead.
     *
     * @param time by how much, zero or more
     * @throws IllegalArgumentException if the time is negative
     */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time goes forward only");
        }
        List<Waiting> due = new ArrayList<>();
        synchronized (this) {
            passed = passed.plus(time);
            while (!waiting.isEmpty() && waiting.peek().until.compareTo(passed) <= 0) {
                due.add(waiting.poll());
            }
        }
        due.forEach(each -> each.future.complete(null));
    }

    /**
     * Tells what has been waited for.
     *
     * @return one duration for each call of {@link #delay}, in their order
     */
    public synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    /**
     * Tells how much time has passed, by waiting and by advancing.
     *
     * @return the time since the start
     */
    public synchronized Duration passed() {
        return passed;
    }

    /** The time that it is. */
    @Override
    public String toString() {
        return "VirtualTime[" + now() + "]";
    }
}
