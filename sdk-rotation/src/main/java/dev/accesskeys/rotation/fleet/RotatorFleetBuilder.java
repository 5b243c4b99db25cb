package dev.accesskeys.rotation.fleet;

import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.rotation.Rotator;
import dev.accesskeys.time.TimeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Sets up a {@link RotatorFleet}. Not safe for use by several threads. */
public final class RotatorFleetBuilder {

    private static final int MOST_IN_FLIGHT = 64;

    private final List<Rotator> rotators = new ArrayList<>();
    private int inFlight = 4;
    private int patience = 3;
    private FleetProgress progress = FleetProgress.none();
    private @Nullable Executor executor;
    private TimeSource time = TimeSource.system();

    RotatorFleetBuilder() {}

    /**
     * Adds a target.
     *
     * @param rotator what rotates it, with its own interval, grace and confirmation
     * @return this builder
     */
    public RotatorFleetBuilder add(Rotator rotator) {
        rotators.add(Objects.requireNonNull(rotator, "rotator"));
        return this;
    }

    /**
     * Adds targets.
     *
     * @param several what rotates them, in the order in which they shall begin
     * @return this builder
     */
    public RotatorFleetBuilder addAll(Iterable<Rotator> several) {
        several.forEach(this::add);
        return this;
    }

    /**
     * Sets how many targets are under way at once. A rotation waits most of its time, for a new key to work.
     *
     * @param value 1 to 64; 4 unless set
     * @return this builder
     */
    public RotatorFleetBuilder inFlight(int value) {
        inFlight = value;
        return this;
    }

    /**
     * Sets after how many failures in a row a provider, at one address, is left alone: what is under way there goes on, and no
     * other of its targets is begun in this run. {@link RotatorFleet} says what counts.
     *
     * @param value 1 or more; 3 unless set
     * @return this builder
     */
    public RotatorFleetBuilder giveUpOnProviderAfter(int value) {
        patience = value;
        return this;
    }

    /**
     * Sets who is told how it gets on.
     *
     * @param value such as {@code FleetProgress.to(System.err)}; nobody unless set
     * @return this builder
     */
    public RotatorFleetBuilder progress(FleetProgress value) {
        progress = Objects.requireNonNull(value, "progress");
        return this;
    }

    /**
     * Sets on which threads the rotations run, such as virtual ones. It is given at most {@link #inFlight} tasks, each of which
     * runs one rotation after the other; it is not closed.
     *
     * @param value the executor; daemon threads of the fleet's own unless set
     * @return this builder
     */
    public RotatorFleetBuilder executor(Executor value) {
        executor = Objects.requireNonNull(value, "executor");
        return this;
    }

    /**
     * Sets where the time comes from by which the rest is estimated, for tests.
     *
     * @param value the source; the system's unless set
     * @return this builder
     */
    public RotatorFleetBuilder timeSource(TimeSource value) {
        time = Objects.requireNonNull(value, "timeSource");
        return this;
    }

    /**
     * Checks the settings. Nothing is read and nothing is sent.
     *
     * @return the fleet
     * @throws ConfigurationException if there is no target, or a number is out of range
     */
    public RotatorFleet build() {
        if (rotators.isEmpty()) {
            throw new ConfigurationException(
                    "the fleet has no rotator", "Add one; a job that rotates nothing should not look like success.");
        }
        requireRange("inFlight", inFlight, MOST_IN_FLIGHT);
        requireRange("giveUpOnProviderAfter", patience, Integer.MAX_VALUE);
        return new RotatorFleet(rotators, inFlight, patience, progress, executor, time);
    }

    private static void requireRange(String setting, int value, int most) {
        if (value < 1 || value > most) {
            throw new ConfigurationException(
                    setting + " must be from 1 to " + most + "; given: " + value, "Correct it.");
        }
    }
}
