package dev.accesskeys.rotation.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.Secret;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.S3Endpoint;
import dev.accesskeys.rotation.internal.file.SimulatedDisk;
import dev.accesskeys.rotation.internal.file.SimulatedDisk.Loss;
import dev.accesskeys.rotation.internal.file.SimulatedDisk.PowerLoss;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The power is lost before every single operation on the disk, in every step of a rotation. */
class StoreCrashTest {

    private static final Path FILE = Path.of("/home/app/.aws/credentials");
    private static final String OTHER = "[default]\naws_access_key_id = DEFAULT\naws_secret_access_key = of-default\n";
    private static final String START =
            OTHER + "\n[backup]\naws_access_key_id = OLD\naws_secret_access_key = old-secret\n";
    private static final StoredKey OLD =
            StoredKey.builder(Secret.of("old-secret")).accessKeyId("OLD").build();
    private static final StoredKey SECRET =
            StoredKey.builder(Secret.of("new-secret")).attempt("a1").build();
    private static final StoredKey WHOLE = SECRET.toBuilder()
            .accessKeyId("NEW")
            .id(AccessKeyId.of("linode", "7"))
            .endpoint(new S3Endpoint(URI.create("https://s3.example"), "eu-1"))
            .build();

    private static final List<Consumer<SecretStore>> STEPS = List.of(
            store -> store.reserve("a1"),
            store -> store.stage(SECRET),
            store -> store.stage(WHOLE),
            store -> store.publish("a1", Optional.of("OLD")),
            store -> store.restore("a1"),
            store -> store.publish("a1", Optional.of("OLD")),
            store -> store.discardPrevious("a1"),
            store -> store.reserve("a2"),
            store -> store.discardPending("a2"));

    @ParameterizedTest
    @EnumSource(Loss.class)
    void aCrashLeavesTheStateBeforeOrAfterAStepAndTheStepCanBeDoneAgain(Loss loss) {
        int points = 0;
        for (int step = 0; step < STEPS.size(); step++) {
            boolean finished = false;
            for (int point = 0; !finished; point++, points++) {
                SimulatedDisk disk = diskBefore(step);
                finished = crashes(disk, step, point);
                disk.losePower();
                disk.crash(loss);

                requireStateAround(disk, step, finished, "step " + step + " before operation " + point);
                STEPS.get(step).accept(store(disk));
                disk.crash(Loss.ALL);
                requireStateAround(disk, step, true, "step " + step + " done again after operation " + point);
            }
        }

        assertThat(points).isGreaterThan(60);
    }

    @Test
    void theSameHoldsWhenChanceDecidesWhatIsLost() {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            int step = random.nextInt(STEPS.size());
            SimulatedDisk disk = diskBefore(step);
            boolean finished = crashes(disk, step, random.nextInt(14));
            disk.losePower();
            disk.crash(random);

            requireStateAround(disk, step, finished, "seed " + seed);
        }
    }

    @Test
    void theSameHoldsWhenAllOperationsFailFromOneOnAndTheProcessGoesOn() {
        for (int step = 0; step < STEPS.size(); step++) {
            for (int point = 0; point < 16; point++) {
                SimulatedDisk disk = diskBefore(step);
                disk.failAfter(point, "Input/output error");
                boolean finished = succeeds(disk, step);
                disk.repair();

                requireStateAround(disk, step, finished, "step " + step + ", failing from operation " + point);
                STEPS.get(step).accept(store(disk));
                disk.crash(Loss.ALL);
                requireStateAround(disk, step, true, "step " + step + ", repeated after failures from " + point);
            }
        }
    }

    @Test
    void whatIsReadOrDoneAfterAProcessDiedIsNotLostWithThePowerLater() {
        for (int step = 0; step < STEPS.size(); step++) {
            boolean finished = false;
            for (int point = 0; !finished; point++) {
                SimulatedDisk read = diskBefore(step);
                finished = crashes(read, step, point);
                read.processDies();
                String seen = describe(store(read).read());
                read.crash(Loss.ALL);
                assertThat(describe(store(read).read())).isEqualTo(seen);

                SimulatedDisk repeated = diskBefore(step);
                crashes(repeated, step, point);
                repeated.processDies();
                STEPS.get(step).accept(store(repeated));
                repeated.crash(Loss.ALL);
                requireStateAround(repeated, step, true, "step " + step + " done again after operation " + point);
            }
        }
    }

    @Test
    void aFileThatIsNotThereYetIsMadeOrNot() {
        boolean finished = false;
        for (int point = 0; !finished; point++) {
            for (Loss loss : Loss.values()) {
                SimulatedDisk disk = new SimulatedDisk();
                finished = crashes(disk, 0, point);
                disk.losePower();
                disk.crash(loss);

                Optional<String> reserved = store(disk).read().reservation();
                assertThat(reserved.isPresent() || !finished).isTrue();
                store(disk).reserve("a1");
                disk.crash(Loss.ALL);
                assertThat(store(disk).read().reservation()).contains("a1");
            }
        }
    }

    private static SimulatedDisk diskBefore(int step) {
        SimulatedDisk disk = new SimulatedDisk();
        disk.put(FILE, START);
        for (int i = 0; i < step; i++) {
            STEPS.get(i).accept(store(disk));
        }
        return disk;
    }

    /** Whether the step got to its end. */
    private static boolean crashes(SimulatedDisk disk, int step, int point) {
        disk.losePowerAfter(point);
        try {
            STEPS.get(step).accept(store(disk));
            return true;
        } catch (PowerLoss e) {
            return false;
        }
    }

    private static boolean succeeds(SimulatedDisk disk, int step) {
        try {
            STEPS.get(step).accept(store(disk));
            return true;
        } catch (StoreException e) {
            assertThat(e).hasMessageContaining("Input/output error").hasMessageNotContaining("secret");
            return false;
        }
    }

    private static void requireStateAround(SimulatedDisk disk, int step, boolean finished, String when) {
        String state = describe(store(disk).read());
        if (finished) {
            assertThat(state).as(when).isEqualTo(stateAfter(step));
        } else {
            assertThat(state).as(when).isIn(stateAfter(step - 1), stateAfter(step));
        }
        assertThat(disk.text(FILE)).as(when).startsWith(OTHER);
    }

    private static String stateAfter(int step) {
        MemoryStore model = MemoryStore.holding("model", OLD);
        for (int i = 0; i <= step; i++) {
            STEPS.get(i).accept(model);
        }
        return describe(model.read());
    }

    private static String describe(StoreContents contents) {
        return contents
                + contents.current().map(key -> key.secret().reveal()).orElse("-")
                + contents.pending().map(key -> key.secret().reveal()).orElse("-")
                + contents.previous().map(key -> key.secret().reveal()).orElse("-");
    }

    private static SecretStore store(SimulatedDisk disk) {
        return AwsProfileStoreOn.disk(disk, FILE, "backup");
    }
}
