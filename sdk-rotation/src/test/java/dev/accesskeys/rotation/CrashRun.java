package dev.accesskeys.rotation;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.rotation.CrashScene.Script;
import dev.accesskeys.rotation.Promises.Violation;
import dev.accesskeys.rotation.RotationOutcome.Kind;
import dev.accesskeys.rotation.audit.AuditLogOn;
import dev.accesskeys.rotation.internal.file.Disk;
import dev.accesskeys.rotation.internal.file.SimulatedDisk;
import dev.accesskeys.rotation.internal.file.SimulatedDisk.PowerLoss;
import dev.accesskeys.rotation.journal.FileJournalOn;
import dev.accesskeys.rotation.journal.RotationJournal;
import dev.accesskeys.rotation.store.AwsProfileStoreOn;
import dev.accesskeys.rotation.store.StoreContents;
import dev.accesskeys.rotation.store.StoredKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One rotation from its beginning to its end, by processes that a cron job starts and that die at the given points. Each process
 * has nothing but the disk; what becomes at a crash of what was not synced is given, too.
 */
final class CrashRun {

    /**
     * How it went.
     *
     * @param points the points that each process passed that died or came to the end: the first belongs to the first crash
     * @param end the last outcome
     * @param lossy whether a crash took something from the disk
     * @param violations the promises that were broken
     */
    record Result(List<List<String>> points, Kind end, boolean lossy, List<Violation> violations) {}

    private static final Path JOURNAL = Path.of("/var/lib/rotation");
    private static final Path STORE = Path.of("/home/app/.aws/credentials");
    private static final Path AUDIT = Path.of("/var/log/rotation/audit.jsonl");
    private static final String PROFILE = "backup";
    private static final Duration GRACE = Duration.ofHours(24);
    /** A rotation that needs more calls than this has no end. */
    private static final int MOST_CALLS = 9;

    /** Nobody comes to look, and the cron job calls again. */
    private static final int TIMES_ASKED = 2;

    private final CrashScene scene;
    private final World world;
    private final SimulatedDisk disk = new SimulatedDisk();
    private final CrashPoints points = new CrashPoints(disk);
    private final Promises promises;
    private final List<Integer> crashes;
    private final Consumer<SimulatedDisk> loss;
    private final List<List<String>> passed = new ArrayList<>();
    private boolean lossy;

    private CrashRun(CrashScene scene, List<Integer> crashes, Consumer<SimulatedDisk> loss) {
        this.scene = scene;
        this.crashes = crashes;
        this.loss = loss;
        this.world = scene.world().get();
        if (scene.fault() != null) {
            world.cloud.faults().onCall(1).of("POST", world.rotatePath()).order(scene.fault());
        }
        this.promises = new Promises(world).grace(world.overlaps() ? GRACE : Duration.ZERO);
        disk.put(AUDIT, "");
        disk.put(STORE, "");
        if (world.firstKey() != null) {
            putFirstKey(world.firstKey());
            promises.lookingAt(this::look);
        }
    }

    /** Runs a scene in which the processes die at the given points, each counted from the start of its process. */
    static Result of(CrashScene scene, List<Integer> crashes, Consumer<SimulatedDisk> loss) {
        return new CrashRun(scene, crashes, loss).run();
    }

    /** The points of a run in which nobody dies; broken promises are an error in the test. */
    static List<String> pointsOf(CrashScene scene) {
        Result whole = of(scene, List.of(), disk -> {});
        if (!whole.violations().isEmpty()) {
            throw new AssertionError(scene + " without a crash: " + whole.violations());
        }
        return whole.points().get(0);
    }

    private void putFirstKey(StoredKey key) {
        disk.put(
                STORE,
                "[" + PROFILE + "]\naws_access_key_id = " + key.accessKeyId().orElseThrow()
                        + "\naws_secret_access_key = " + key.secret().reveal() + "\n");
    }

    /** What an application would read, seen on another disk: a look must not make anything durable. */
    private StoreContents look() {
        SimulatedDisk copy = new SimulatedDisk();
        copy.put(STORE, disk.text(STORE));
        return AwsProfileStoreOn.disk(copy, STORE, PROFILE).read();
    }

    private Result run() {
        boolean back = scene.script() == Script.ROLL_BACK;
        if (back) {
            promises.callBegins(false);
            try (RotationJournal journal = FileJournalOn.disk(disk, JOURNAL)) {
                promises.callEnded(rotator(journal).rotate());
            }
        }
        points.crashAt(crashes.isEmpty() ? CrashPoints.NEVER : crashes.get(0));
        RotationOutcome outcome = null;
        boolean refused = false;
        int asked = 0;
        for (int calls = 0; calls < MOST_CALLS && asked < TIMES_ASKED && !isEnd(outcome); calls++) {
            if (outcome != null) {
                refused |= outcome.kind() == Kind.REFUSED;
                world.time.advance(
                        outcome.kind() == Kind.WAITING_FOR_GRACE ? Duration.ofHours(25) : Duration.ofHours(1));
            }
            boolean turned = scene.script() == Script.TURN_BACK && !passed.isEmpty() && !refused;
            outcome = call(back || turned);
            asked += outcome != null && outcome.kind() == Kind.NEEDS_OPERATOR ? 1 : 0;
        }
        world.time.advance(Duration.ofHours(1));
        boolean swept = false;
        for (int calls = 0; calls < MOST_CALLS && !swept; calls++) {
            swept = surviving(Rotator::sweep) != null;
        }
        passed.add(points.passed());
        points.restart();
        return finished(outcome);
    }

    private Result finished(@Nullable RotationOutcome outcome) {
        RotationStatus status;
        try (RotationJournal journal = FileJournalOn.disk(disk, JOURNAL)) {
            status = rotator(journal).status();
        }
        for (Path file : disk.files()) {
            if (!file.startsWith(STORE.getParent())) {
                promises.text(disk.text(file));
            }
        }
        promises.text(status.toString() + status.detail());
        Kind end = outcome == null ? Kind.REFUSED : outcome.kind();
        checkEnd(end, status, outcome);
        return new Result(passed, end, lossy, promises.violations(status));
    }

    private void checkEnd(Kind end, RotationStatus status, @Nullable RotationOutcome outcome) {
        boolean idle = status.state() == RotationStatus.State.IDLE;
        boolean isFirst = world.firstKey() != null
                && look().current()
                        .orElseThrow()
                        .secret()
                        .equals(world.firstKey().secret());
        boolean well = switch (end) {
            case COMPLETED -> idle && !isFirst;
            // The process died when all was done, and nobody heard of it; the same for the refusal of a rollback.
            case NOT_DUE -> idle && !isFirst;
            case ROLLED_BACK -> idle && isFirst;
            case REFUSED -> idle && isFirst && scene.script() == Script.ROLL_BACK;
            case NEEDS_OPERATOR -> !idle && status.problem().isPresent();
            case WAITING_FOR_GRACE -> false;
        };
        if (!well) {
            promises.broken(
                    Promise.COMES_TO_AN_END,
                    "the end is " + end + " in " + status.state()
                            + (outcome == null ? "" : ": " + outcome.explanation()));
        }
    }

    private boolean isEnd(@Nullable RotationOutcome outcome) {
        if (outcome == null) {
            return false;
        }
        return switch (outcome.kind()) {
            case COMPLETED, ROLLED_BACK, NOT_DUE -> true;
            case REFUSED -> scene.script() == Script.ROLL_BACK;
            case NEEDS_OPERATOR, WAITING_FOR_GRACE -> false;
        };
    }

    private @Nullable RotationOutcome call(boolean back) {
        promises.callBegins(back);
        RotationOutcome outcome = surviving(back ? Rotator::rollback : Rotator::rotate);
        if (outcome != null) {
            promises.callEnded(outcome);
        }
        return outcome;
    }

    /** Null if the process died. */
    private <T> @Nullable T surviving(Function<Rotator, T> call) {
        try {
            RotationJournal journal = scene.sabotage().journal().apply(FileJournalOn.disk(numbered(), JOURNAL));
            T result = call.apply(rotator(journal));
            journal.close();
            return result;
        } catch (SimulatedCrash | PowerLoss e) {
            died();
            return null;
        } catch (AccessKeysException e) {
            promises.thrown(e);
            promises.broken(Promise.COMES_TO_AN_END, "thrown instead of told: " + e);
            return null;
        }
    }

    private void died() {
        passed.add(points.passed());
        Map<Path, String> before = contents();
        loss.accept(disk);
        lossy |= !contents().equals(before);
        points.restart();
        if (passed.size() < crashes.size()) {
            points.crashAt(crashes.get(passed.size()));
        }
        promises.restarted();
        world.time.advance(Duration.ofHours(1));
    }

    private Map<Path, String> contents() {
        return disk.files().stream().collect(Collectors.toMap(file -> file, disk::text));
    }

    private Disk numbered() {
        return scene.sabotage().disk().apply(disk);
    }

    private Rotator rotator(RotationJournal journal) {
        RotatorBuilder builder = world.rotator()
                .journal(journal)
                .verifier(scene.sabotage()
                        .verifier()
                        .apply(promises.watch(scene.sabotage().service().apply(world.verifier()))))
                .listener(promises.listener())
                .listener(AuditLogOn.disk(numbered(), AUDIT))
                .steps(scene.sabotage().steps().get())
                .port(points);
        if (world.overlaps()) {
            builder.grace(GRACE);
        }
        if (world.hasSecret()) {
            builder.store(
                    scene.sabotage().store().apply(promises.watch(AwsProfileStoreOn.disk(numbered(), STORE, PROFILE))));
        }
        return builder.build();
    }
}
