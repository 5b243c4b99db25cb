package dev.accesskeys.rotation.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.rotation.internal.file.SimulatedDisk.Loss;
import dev.accesskeys.rotation.internal.file.SimulatedDisk.PowerLoss;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AtomicFileTest {

    private static final Path FILE = Path.of("/home/app/file");
    private static final byte[] NEW = "new content, longer".getBytes(UTF_8);

    private final SimulatedDisk disk = new SimulatedDisk();
    private final AtomicFile file = new AtomicFile(disk, FILE);

    @ParameterizedTest
    @EnumSource(Loss.class)
    void afterACrashAnywhereTheContentIsTheOldOrTheNewOne(Loss loss) throws IOException {
        boolean finished = false;
        int points = 0;
        for (; !finished; points++) {
            SimulatedDisk crashing = new SimulatedDisk();
            crashing.put(FILE, "old");
            AtomicFile replaced = new AtomicFile(crashing, FILE);
            crashing.losePowerAfter(points);
            try {
                replaced.reserve(100, 2);
                replaced.replace(NEW);
                finished = true;
            } catch (PowerLoss e) {
                // the point of it
            }

            crashing.losePower();
            crashing.crash(loss);

            String after = new String(replaced.read(), UTF_8);
            assertThat(after).isIn(finished ? new Object[] {text(NEW)} : new Object[] {"old", text(NEW)});
            replaced.replace("third".getBytes(UTF_8));
            assertThat(replaced.read()).asString(UTF_8).isEqualTo("third");
        }

        assertThat(points).isGreaterThan(8);
    }

    @Test
    void afterACrashThatKeepsWhatItLikesTheContentIsTheOldOrTheNewOne() throws IOException {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            SimulatedDisk crashing = new SimulatedDisk();
            crashing.put(FILE, "old");
            AtomicFile replaced = new AtomicFile(crashing, FILE);
            crashing.losePowerAfter(random.nextInt(5));
            try {
                replaced.replace(NEW);
            } catch (PowerLoss e) {
                // the point of it
            }

            crashing.losePower();
            crashing.crash(random);

            assertThat(new String(replaced.read(), UTF_8)).as("seed %d", seed).isIn("old", text(NEW));
        }
    }

    @Test
    void aCallThatFindsNothingToChangeMakesDurableWhatADeadProcessLeft() throws IOException {
        disk.put(FILE, "old");
        disk.beforeEachOperation(operation -> {
            if (operation.startsWith("forceDirectory")) {
                throw new IllegalStateException("the process dies");
            }
        });
        assertThatThrownBy(() -> file.replace(NEW)).hasMessage("the process dies");
        disk.beforeEachOperation(operation -> {});

        file.replace(NEW);

        disk.crash(Loss.ALL);
        assertThat(file.read()).isEqualTo(NEW);
    }

    @Test
    void aReservedFileIsReplacedOnAFullDiskAsOftenAsItWasReserved() throws IOException {
        disk.put(FILE, "old");
        file.reserve(100, 3);
        disk.fillUp();

        file.replace(NEW);
        file.replace("second".getBytes(UTF_8));
        file.replace(NEW);

        disk.crash(Loss.ALL);
        assertThat(file.read()).isEqualTo(NEW);
    }

    @Test
    void withoutSpaceAReservationFailsAndGivesBackWhatItTook() {
        disk.put(FILE, "old");
        disk.fillUp();

        assertThatThrownBy(() -> file.reserve(100, 2)).hasMessage("No space left on device");

        assertThat(disk.files()).containsExactly(FILE);
    }

    @Test
    void aFailedReplacementLeavesTheOldContentAndCanBeRepeated() throws IOException {
        disk.put(FILE, "old");
        disk.failWhen(operation -> operation.startsWith("rename"), "Read-only file system");

        assertThatThrownBy(() -> file.replace(NEW)).hasMessage("Read-only file system");

        assertThat(file.read()).asString(UTF_8).isEqualTo("old");
        disk.repair();
        file.replace(NEW);
        assertThat(file.read()).isEqualTo(NEW);
    }

    @Test
    void whatACrashLeftAsideIsNeverContent() throws IOException {
        disk.put(FILE.resolveSibling("file.next"), "half of someth");

        assertThat(file.read()).isNull();
    }

    @Test
    void nothingIsWrittenIntoAnAsideFileThatOthersCanRead() throws IOException {
        Path aside = FILE.resolveSibling("file.next");
        disk.put(aside, "planted");
        disk.openToOthers(aside);

        file.replace(NEW);

        assertThat(disk.operations()).contains("delete file.next");
        assertThat(disk.isOwnerOnly(FILE)).isTrue();
    }

    @Test
    void aFileThatACrashLeftWithTwoNamesIsNotWrittenIntoByTheOther() throws IOException {
        disk.put(FILE, "old");
        disk.linkAgain(FILE, FILE.resolveSibling("file.next"));

        file.reserve(100, 2);

        assertThat(file.read()).asString(UTF_8).isEqualTo("old");
    }

    @Test
    void aChangeInBetweenIsSeenAndTheNewContentComputedAgain() throws IOException {
        disk.put(FILE, "a");
        disk.beforeEachOperation(operation -> {
            if (operation.equals("force file.next") && disk.text(FILE).equals("a")) {
                disk.put(FILE, "b");
            }
        });

        file.update(now -> (new String(now, UTF_8) + "!").getBytes(UTF_8));

        assertThat(file.read()).asString(UTF_8).isEqualTo("b!");
    }

    @Test
    void aFileThatChangesAllTheTimeIsLeftAlone() {
        disk.put(FILE, "a");
        disk.beforeEachOperation(operation -> {
            if (operation.equals("force file.next")) {
                disk.put(FILE, disk.text(FILE) + "a");
            }
        });

        assertThatThrownBy(() -> file.update(now -> NEW)).hasMessageContaining("all the time");
    }

    @Test
    void linksFoldersAndFilesOfOthersAreRefused() {
        disk.put(FILE, "old");
        disk.openToOthers(FILE);
        assertThatThrownBy(file::read).hasMessageContaining("chmod 600 /home/app/file");

        disk.turnIntoLink(FILE);
        assertThatThrownBy(file::read).hasMessageContaining("a link or device");

        assertThatThrownBy(() -> new AtomicFile(disk, Path.of("/home/app")).read())
                .hasMessageContaining("a folder");
    }

    @Test
    void aFileOfAnotherUserIsNotTakenAwayFromHim() {
        disk.put(FILE, "old");
        disk.giveAway(FILE);

        assertThatThrownBy(() -> file.replace(NEW)).hasMessageContaining("belongs to another user");

        assertThat(disk.text(FILE)).isEqualTo("old");
    }

    @Test
    void moreThanAMebibyteIsNeitherReadNorWritten() {
        disk.put(FILE, "x".repeat(AtomicFile.MAX_SIZE + 1));
        assertThatThrownBy(file::read).hasMessageContaining("more than 1048576 bytes");

        AtomicFile other = new AtomicFile(disk, FILE.resolveSibling("other"));
        assertThatThrownBy(() -> other.replace(new byte[AtomicFile.MAX_SIZE + 1]))
                .hasMessageContaining("more than 1048576 bytes");
    }

    @Test
    void releasingGivesAllSpaceBack() throws IOException {
        disk.put(FILE, "old");
        file.reserve(10, 4);

        file.release();

        assertThat(disk.files()).containsExactly(FILE);
    }

    private static String text(byte[] content) {
        return new String(content, UTF_8);
    }
}
