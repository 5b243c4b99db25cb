package dev.accesskeys.rotation.fleet;

import dev.accesskeys.rotation.Rotator;
import dev.accesskeys.time.TimeSource;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Rotates many targets, some at once, each as its {@link Rotator} does it. Whatever happens to one of them, the others go on.
 *
 * <pre>{@code
 * RotatorFleet fleet = RotatorFleet.builder()
 *         .addAll(rotators)
 *         .inFlight(4)
 *         .giveUpOnProviderAfter(3)
 *         .progress(FleetProgress.to(System.err))
 *         .build();
 * FleetReport report = fleet.rotate();
 * System.out.print(report);
 * System.exit(report.exitStatus());
 * }</pre>
 *
 * <p><b>Done once.</b> Where a rotation hits more than one key (see {@link dev.accesskeys.keys.BlastRadius}), targets of the same
 * provider, address and place are one account, and one of them stands for all: the one that has begun a rotation already, or else
 * the first that was added. Where the place is empty the
 * credential decides, and the fleet lists the keys with each of them, before it begins: those that see a key in common are of one
 * organisation. The others are {@linkplain FleetResult.Kind#DONE_WITH_ANOTHER done with it}, or
 * {@linkplain FleetResult.Kind#STORE_BEHIND behind}, if their store does not have the key that is in use then: a fleet writes no
 * secret into another target's store. If the one does not end well, the others are
 * {@linkplain FleetResult.Kind#HELD_BACK held back}, for a second request could be a second rotation. The same target added twice
 * is done once, too.
 *
 * <p><b>Stores.</b> Writes to what several stores share (see
 * {@link dev.accesskeys.rotation.store.SecretStore#sharedResource()}) happen one after another: each single write, not the whole
 * rotation, which may wait for minutes while a key is tried. That is enough, for every write is a compare-and-set.
 *
 * <p><b>Providers.</b> A client that is set to {@code keepRateLimits(true)} stays under the limits that its provider documents; give
 * it to all rotators of one account, for each client counts its own requests. A refusal for too many requests all the same is a
 * failure of that target. A provider, at one address, that fails several times in a row is left alone. It has failed when it could
 * not be asked, refused to make or revoke a key, gave no answer to a rotation, did not set up the new key, or made one that does
 * not work, or still accepts a revoked one; and when a call ended with an exception of the SDK that comes from the network or the
 * provider. What the store, the journal or the settings are to blame for does not count. A target that was rotated, or waits for its
 * grace, and for which the provider has answered, ends the row; rows go by when the targets end.
 *
 * <p><b>Interrupts.</b> If the calling thread is interrupted, no other target is begun, those under way are interrupted and waited
 * for, and the report tells the rest as {@linkplain FleetResult.Kind#NOT_BEGUN not begun}; the interrupt flag is set again. The
 * next run goes on.
 *
 * <p>Targets begin in the order in which they were added. Immutable, and safe for use by many threads; two runs at once refuse each
 * other's targets.
 */
public final class RotatorFleet {

    private final List<Rotator> rotators;
    private final int inFlight;
    private final int patience;
    private final FleetProgress progress;
    private final @Nullable Executor executor;
    private final TimeSource time;

    RotatorFleet(
            List<Rotator> rotators,
            int inFlight,
            int patience,
            FleetProgress progress,
            @Nullable Executor executor,
            TimeSource time) {
        this.rotators = List.copyOf(rotators);
        this.inFlight = inFlight;
        this.patience = patience;
        this.progress = progress;
        this.executor = executor;
        this.time = time;
    }

    /**
     * Starts to set up a fleet.
     *
     * @return a builder; at least one rotator is required
     */
    public static RotatorFleetBuilder builder() {
        return new RotatorFleetBuilder();
    }

    /**
     * Rotates what is due, and goes on with what is under way, as {@link Rotator#rotate()} does. Blocks until all have ended.
     *
     * @return what became of each target; no failure of a target is thrown
     * @throws dev.accesskeys.error.ConfigurationException if the executor that was set takes no work; nothing was begun
     */
    public FleetReport rotate() {
        return run(Errand.ROTATE);
    }

    /**
     * Tells what {@link #rotate()} would do now: a dry run, which sends nothing that changes anything.
     *
     * @return what would become of each target
     * @throws dev.accesskeys.error.ConfigurationException as {@link #rotate()} does
     */
    public FleetReport plan() {
        return run(Errand.PLAN);
    }

    /**
     * Revokes what earlier attempts have left behind, as {@link Rotator#sweep()} does, for each target on its own.
     *
     * @return what became of each target
     * @throws dev.accesskeys.error.ConfigurationException as {@link #rotate()} does
     */
    public FleetReport sweep() {
        return run(Errand.SWEEP);
    }

    private FleetReport run(Errand errand) {
        SharedStores stores = new SharedStores();
        List<Member> members =
                rotators.stream().map(each -> Member.of(each, stores)).toList();
        ProviderHealth health = new ProviderHealth(patience);
        try (Crew crew = Crew.of(executor, inFlight)) {
            return new FleetRun(members, errand, health, new Scoreboard(members.size(), inFlight, progress, time), crew)
                    .report();
        }
    }

    /** The number of targets. */
    @Override
    public String toString() {
        return "RotatorFleet[" + rotators.size() + " targets, " + inFlight + " in flight]";
    }
}
