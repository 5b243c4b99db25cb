package dev.accesskeys.rotation.fleet;

import dev.accesskeys.rotation.fleet.FleetResult.Kind;
import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Counts what has ended and tells the progress, one call at a time. */
final class Scoreboard {

    private static final int FEWEST = 8;
    private static final long SHORTEST = Duration.ofSeconds(10).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final int total;
    private final int inFlight;
    private final FleetProgress progress;
    private final TimeSource time;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    /** When each has ended, as nanoseconds from the beginning. */
    private final long[] endings;

    private long start;
    private int done;

    Scoreboard(int total, int inFlight, FleetProgress progress, TimeSource time) {
        this.total = total;
        this.inFlight = inFlight;
        this.progress = progress;
        this.time = time;
        this.endings = new long[total];
    }

    void begin() {
        start = time.nanoTime();
        tell(tally -> progress.begun(tally));
    }

    void finished(FleetResult result) {
        lock.lock();
        try {
            endings[done++] = time.nanoTime() - start;
            counts.merge(result.kind(), 1, Integer::sum);
            tell(tally -> progress.finished(result, tally));
        } finally {
            lock.unlock();
        }
    }

    void end() {
        tell(tally -> progress.ended(tally));
    }

    private void tell(Consumer<FleetTally> call) {
        lock.lock();
        try {
            call.accept(new FleetTally(total, done, counts, remaining()));
        } catch (RuntimeException e) {
            // A progress that fails says nothing about the rotations, and there is nobody to tell it to.
        } finally {
            lock.unlock();
        }
    }

    /**
     * As long as the rest takes at the pace so far; nothing where that would be a guess: few are done, hardly any time has
     * passed, or one half went more than twice as fast as the other.
     */
    private Optional<Duration> remaining() {
        int left = total - done;
        if (left == 0 || done < Math.max(FEWEST, 2 * inFlight)) {
            return Optional.empty();
        }
        long all = endings[done - 1];
        if (all < SHORTEST) {
            return Optional.empty();
        }
        int half = done / 2;
        double earlier = (double) endings[half - 1] / half;
        double lately = (double) (all - endings[half - 1]) / (done - half);
        if (Math.max(earlier, lately) > 2 * Math.min(earlier, lately)) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos((long) ((double) all / done * left)));
    }
}
