package dev.accesskeys.rotation.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.Secret;
import dev.accesskeys.rotation.RotationTarget;
import dev.accesskeys.rotation.internal.file.SimulatedDisk;
import dev.accesskeys.rotation.internal.file.SimulatedDisk.Loss;
import dev.accesskeys.rotation.internal.file.SimulatedDisk.PowerLoss;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The power is lost before every single operation on the disk while a journal is opened, leased, written and closed. */
class JournalCrashTest {

    private static final Path FOLDER = Path.of("/var/lib/app/rotation");
    private static final RotationTarget TARGET = new RotationTarget("linode", "", "", "store");

    /** What calls have promised by returning. */
    private static final class Promises {
        private long fence;
        private long revision;
        private String fingerprint = "";
        private boolean finished;
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void whatWasPromisedIsThereAndNothingIsHalf(Loss loss) {
        int points = 0;
        for (boolean finished = false; !finished; points++) {
            SimulatedDisk disk = new SimulatedDisk();
            Promises promises = new Promises();
            disk.losePowerAfter(points);
            work(disk, promises);
            finished = promises.finished;
            disk.losePower();
            disk.crash(loss);

            requireKept(disk, promises, "operation " + points);
        }

        assertThat(points).isGreaterThan(40);
    }

    @Test
    void theSameHoldsWhenChanceDecidesWhatIsLostSeveralTimes() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            SimulatedDisk disk = new SimulatedDisk();
            Promises promises = new Promises();
            for (int crash = 0; crash < 4; crash++) {
                disk.losePowerAfter(random.nextInt(50));
                work(disk, promises);
                disk.losePower();
                if (random.nextInt(3) == 0) {
                    disk.processDies();
                } else {
                    disk.crash(random);
                }
            }

            requireKept(disk, promises, "seed " + seed);
        }
    }

    private static void work(SimulatedDisk disk, Promises promises) {
        try (FileJournal journal = FileJournalOn.disk(disk, FOLDER);
                JournalLease lease = journal.lease(TARGET)) {
            assertThat(lease.fence()).isGreaterThan(promises.fence);
            promises.fence = lease.fence();
            promises.fingerprint = journal.fingerprint().of(Secret.of("secret"));
            promises.revision = lease.read().map(JournalEntry::revision).orElse(0L);
            for (int i = 0; i < 3; i++) {
                lease.reserve();
                long next = promises.revision + 1;
                assertThat(lease.write(promises.revision, contentOf(next)).revision())
                        .isEqualTo(next);
                promises.revision = next;
            }
            promises.finished = true;
        } catch (PowerLoss e) {
            // the point of it
        }
    }

    private static void requireKept(SimulatedDisk disk, Promises promises, String when) {
        try (FileJournal journal = FileJournalOn.disk(disk, FOLDER)) {
            long revision = journal.read(TARGET).map(JournalEntry::revision).orElse(0L);
            assertThat(revision).as(when).isBetween(promises.revision, promises.revision + 1);
            journal.read(TARGET)
                    .ifPresent(entry -> assertThat(entry.content()).as(when).isEqualTo(contentOf(revision)));
            assertThat(journal.targets()).as(when).hasSize(revision == 0 ? 0 : 1);
            try (JournalLease lease = journal.lease(TARGET)) {
                assertThat(lease.fence()).as(when).isGreaterThan(promises.fence);
                assertThat(lease.write(revision, "next").revision()).isEqualTo(revision + 1);
            }
            String fingerprint = journal.fingerprint().of(Secret.of("secret"));
            assertThat(promises.fingerprint).as(when).isIn("", fingerprint);
        }
    }

    private static String contentOf(long revision) {
        return "{ \"revision\": " + revision + ", \"filling\": \"" + "x".repeat((int) (revision * 37 % 101)) + "\" }\n";
    }
}
