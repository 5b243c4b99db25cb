package dev.accesskeys.rotation.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.Secret;
import dev.accesskeys.rotation.RotationTarget;
import dev.accesskeys.rotation.internal.file.SimulatedDisk;
import dev.accesskeys.rotation.internal.file.SimulatedDisk.Loss;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileJournalTest {

    private static final Path FOLDER = Path.of("/var/lib/app/rotation");
    private static final RotationTarget TARGET =
            new RotationTarget("linode", "https://api.example", "", "aws-profile:/home/app/.aws/credentials#backup");
    private static final RotationTarget OTHER = new RotationTarget("nscale", "", "store-1", "vault:backup");

    private final SimulatedDisk disk = new SimulatedDisk();

    @Test
    void anEntryIsReadBackByTheNextProcessAsItWasWritten() {
        try (FileJournal journal = open();
                JournalLease lease = journal.lease(TARGET)) {
            lease.write(0, "{\n  \"state\" : \"intended\"\n}\n");
        }

        try (FileJournal journal = open()) {
            JournalEntry entry = journal.read(TARGET).orElseThrow();

            assertThat(entry).isEqualTo(new JournalEntry(1, 1, "{\n  \"state\" : \"intended\"\n}\n"));
            assertThat(journal.read(OTHER)).isEmpty();
            assertThat(journal.targets()).containsExactly(TARGET);
        }
    }

    @Test
    void aPersonCanReadTheFile() {
        writeOne("{\"state\":\"intended\"}");

        assertThat(entryFile().getFileName().toString())
                .startsWith("linode-credentials-backup-")
                .endsWith(".rotation");
        assertThat(disk.text(entryFile()).lines())
                .startsWith(
                        "access-keys rotation journal",
                        "format: 1",
                        "provider: linode",
                        "base-url: https://api.example",
                        "place: ",
                        "store: aws-profile:/home/app/.aws/credentials#backup",
                        "revision: 1",
                        "fence: 1")
                .endsWith("", "{\"state\":\"intended\"}");
    }

    @Test
    void onlyTheExpectedRevisionIsReplaced() {
        try (FileJournal journal = open();
                JournalLease lease = journal.lease(TARGET)) {
            lease.write(0, "one");
            lease.write(1, "two");

            assertThatThrownBy(() -> lease.write(1, "three"))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("revision 2 instead of 1");
            assertThatThrownBy(() -> lease.write(0, "three")).isInstanceOf(JournalException.class);

            assertThat(lease.read().orElseThrow().content()).isEqualTo("two");
        }
    }

    @Test
    void aWriteWhoseEndWasNotSeenCanBeRepeated() {
        try (FileJournal journal = open();
                JournalLease lease = journal.lease(TARGET)) {
            disk.failWhen(operation -> operation.equals("forceDirectory rotation"), "Input/output error");
            assertThatThrownBy(() -> lease.write(0, "one")).hasMessageContaining("Input/output error");
            disk.repair();

            JournalEntry entry = lease.write(0, "one");

            assertThat(entry.revision()).isEqualTo(1);
        }
        disk.crash(Loss.ALL);
        try (FileJournal journal = open()) {
            assertThat(journal.read(TARGET).orElseThrow().content()).isEqualTo("one");
        }
    }

    @Test
    void everyLeaseHasAHigherNumberThanAllBeforeAlsoInTheNextProcess() {
        long first;
        try (FileJournal journal = open()) {
            JournalLease lease = journal.lease(TARGET);
            first = lease.fence();
            lease.close();
            assertThat(journal.lease(OTHER).fence()).isGreaterThan(first);
        }

        try (FileJournal journal = open()) {
            assertThat(journal.lease(TARGET).fence()).isGreaterThan(first + 1);
        }
    }

    @Test
    void aLeaseThatWasOvertakenCanWriteNothing() {
        FileJournal paused = open();
        JournalLease old = paused.lease(TARGET);
        disk.crash(Loss.NOTHING); // takes the lock away from a process that does not notice
        try (FileJournal journal = open();
                JournalLease lease = journal.lease(TARGET)) {
            lease.write(0, "of the later one");
        }

        assertThatThrownBy(() -> old.write(1, "of the paused one"))
                .hasMessageContaining("with a later lease (2, ours is 1)");
    }

    @Test
    void aCounterThatSomebodyDeletedGoesOnBehindTheNumbersThatWereUsed() throws Exception {
        writeOne("one");
        writeOnTop("two");
        disk.delete(FOLDER.resolve("fence"));

        try (FileJournal journal = open()) {
            assertThat(journal.lease(TARGET).fence()).isEqualTo(3);
        }
    }

    @Test
    void aTargetIsLeasedOnceAtATime() {
        try (FileJournal journal = open()) {
            JournalLease lease = journal.lease(TARGET);

            assertThatThrownBy(() -> journal.lease(TARGET))
                    .isInstanceOf(JournalBusyException.class)
                    .hasMessageContaining("already being rotated");
            journal.lease(OTHER).close();
            lease.close();
            journal.lease(TARGET).close();
        }
    }

    @Test
    void aClosedLeaseAndAClosedJournalDoNothing() {
        FileJournal journal = open();
        JournalLease closed = journal.lease(TARGET);
        closed.close();
        closed.close();
        JournalLease open = journal.lease(TARGET);

        assertThatThrownBy(() -> closed.write(0, "x")).hasMessageContaining("has ended");
        assertThatThrownBy(closed::reserve).hasMessageContaining("has ended");
        journal.close();
        journal.close();

        assertThatThrownBy(() -> open.write(0, "x")).isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> journal.read(TARGET)).hasMessageContaining("is closed");
        assertThatThrownBy(() -> journal.lease(TARGET)).hasMessageContaining("is closed");
    }

    @Test
    void twoJournalsDoNotShareAFolder() {
        FileJournal first = open();

        assertThatThrownBy(this::open)
                .isInstanceOf(JournalBusyException.class)
                .hasMessageContaining("/var/lib/app/rotation")
                .hasMessageContaining("Wait until it has ended");

        first.close();
        open().close();
    }

    @Test
    void theNextEntriesCanBeWrittenOnADiskThatHasBecomeFull() {
        try (FileJournal journal = open();
                JournalLease lease = journal.lease(TARGET)) {
            lease.write(0, "one");
            lease.reserve();
            disk.fillUp();

            for (int revision = 1; revision <= 4; revision++) {
                lease.write(revision, "x".repeat(10_000) + revision);
            }

            assertThatThrownBy(() -> lease.write(5, "fifth")).hasMessageContaining("No space left on device");
            assertThat(lease.read().orElseThrow().revision()).isEqualTo(5);
        }
    }

    @Test
    void withoutSpaceTheReservationFailsAndWhatWasThereStays() {
        try (FileJournal journal = open();
                JournalLease lease = journal.lease(TARGET)) {
            lease.write(0, "one");
            disk.fillUp();

            assertThatThrownBy(lease::reserve)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("No space left on device");

            assertThat(lease.read().orElseThrow().content()).isEqualTo("one");
        }
    }

    @Test
    void theLeaseGivesReservedSpaceBack() {
        try (FileJournal journal = open();
                JournalLease lease = journal.lease(TARGET)) {
            lease.write(0, "one");
            lease.reserve();
        }

        assertThat(disk.files())
                .containsExactlyInAnyOrder(FOLDER.resolve("fence"), entryFile(), FOLDER.resolve("lock"));
    }

    @Test
    void everySingleDamagedByteIsFound() {
        writeOne("{\"state\":\"intended\"}");
        byte[] whole = disk.text(entryFile()).getBytes(ISO_8859_1);

        try (FileJournal journal = open()) {
            for (int i = 0; i < whole.length; i++) {
                for (int bit : new int[] {1, 2, 32}) {
                    byte[] damaged = whole.clone();
                    damaged[i] ^= (byte) bit;
                    putBytes(damaged);

                    assertThatThrownBy(() -> journal.read(TARGET))
                            .isInstanceOf(JournalException.class)
                            .hasMessageContaining(entryFile().toString());
                }
            }
        }
    }

    @Test
    void everyCutIsFound() {
        writeOne("{\"state\":\"intended\"}");
        byte[] whole = disk.text(entryFile()).getBytes(ISO_8859_1);

        try (FileJournal journal = open()) {
            for (int length = 0; length < whole.length; length++) {
                putBytes(Arrays.copyOf(whole, length));

                assertThatThrownBy(() -> journal.read(TARGET)).hasMessageContaining("is damaged");
                assertThatThrownBy(() -> journal.lease(TARGET).write(0, "new")).isInstanceOf(JournalException.class);
                assertThatThrownBy(journal::targets).isInstanceOf(JournalException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"doubled", "followed by a line", "with CRLF", "with a BOM", "another text", "not UTF-8"})
    void aFileThatIsNotExactlyWhatWasWrittenIsRefused(String how) {
        writeOne("{\"state\":\"intended\"}");
        String whole = disk.text(entryFile());
        switch (how) {
            case "doubled" -> disk.put(entryFile(), whole + whole);
            case "followed by a line" -> disk.put(entryFile(), whole + "\n");
            case "with CRLF" -> disk.put(entryFile(), whole.replace("\n", "\r\n"));
            case "with a BOM" -> disk.put(entryFile(), "\uFEFF" + whole);
            case "another text" -> disk.put(entryFile(), "[default]\naws_access_key_id = x\n");
            default -> putBytes(new byte[] {(byte) 0xC3, 0x28});
        }

        try (FileJournal journal = open()) {
            assertThatThrownBy(() -> journal.read(TARGET))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("is damaged")
                    .hasMessageContaining("Put a copy of it back")
                    .hasMessageNotContaining("aws_access_key_id");
        }
    }

    @Test
    void theEntryOfAnotherTargetIsNotTakenForThisOne() {
        writeOne("{}");
        String foreign = disk.text(entryFile());
        Path otherFile = FOLDER.resolve(EntryFile.nameOf(OTHER));
        disk.put(otherFile, foreign);

        try (FileJournal journal = open()) {
            assertThatThrownBy(() -> journal.read(OTHER)).hasMessageContaining("the entry of another target");
        }
    }

    @Test
    void aNewerFormatIsNotGuessedAt() {
        writeOne("{}");
        disk.put(entryFile(), disk.text(entryFile()).replace("format: 1", "format: 2"));

        try (FileJournal journal = open()) {
            assertThatThrownBy(() -> journal.read(TARGET))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("newer version")
                    .hasMessageContaining("Use that version");
        }
    }

    @Test
    void fingerprintsStayTheSameForTheLifeOfTheJournal() {
        String first;
        try (FileJournal journal = open()) {
            first = journal.fingerprint().of(Secret.of("secret"));
        }
        disk.crash(Loss.ALL);

        try (FileJournal journal = open()) {
            assertThat(journal.fingerprint().of(Secret.of("secret"))).isEqualTo(first);
        }
    }

    @Test
    void aDamagedFingerprintKeyIsNotReplacedSilently() {
        try (FileJournal journal = open()) {
            journal.fingerprint();
        }
        Path key = FOLDER.resolve("fingerprint.key");
        String whole = disk.text(key);
        disk.put(key, whole.substring(0, whole.length() / 2));

        try (FileJournal journal = open()) {
            assertThatThrownBy(journal::fingerprint)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("fingerprint.key is damaged");
        }
    }

    @Test
    void whatOthersCanReadIsRefused() {
        writeOne("{}");
        disk.openToOthers(entryFile());
        try (FileJournal journal = open()) {
            assertThatThrownBy(() -> journal.read(TARGET)).hasMessageContaining("chmod 600 " + entryFile());
        }

        disk.openToOthers(FOLDER);
        assertThatThrownBy(this::open).hasMessageContaining("chmod 700 /var/lib/app/rotation");
    }

    @Test
    void linksAndFilesInThePlaceOfTheFolderAreRefused() {
        writeOne("{}");
        disk.turnIntoLink(entryFile());
        try (FileJournal journal = open()) {
            assertThatThrownBy(() -> journal.read(TARGET)).hasMessageContaining("a link or device");
        }

        disk.turnIntoLink(FOLDER);
        assertThatThrownBy(this::open).hasMessageContaining("is not a folder but a link");
        disk.put(Path.of("/var/lib/file"), "");
        assertThatThrownBy(() -> FileJournalOn.disk(disk, Path.of("/var/lib/file")))
                .hasMessageContaining("is not a folder but a file");
    }

    @Test
    void namesStayShortAndTellTargetsApart() {
        RotationTarget odd = new RotationTarget("linode", "", "", "Store with ../odd " + "x".repeat(500));
        RotationTarget other = new RotationTarget("linode", "", "", odd.store() + "x");

        assertThat(EntryFile.nameOf(odd)).matches("[a-z0-9-]{1,48}-[0-9a-f]{16}\\.rotation");
        assertThat(EntryFile.nameOf(odd)).isNotEqualTo(EntryFile.nameOf(other));
    }

    private FileJournal open() {
        return FileJournalOn.disk(disk, FOLDER);
    }

    private void writeOne(String content) {
        try (FileJournal journal = open();
                JournalLease lease = journal.lease(TARGET)) {
            lease.write(0, content);
        }
    }

    private void writeOnTop(String content) {
        try (FileJournal journal = open();
                JournalLease lease = journal.lease(TARGET)) {
            lease.write(1, content);
        }
    }

    private static Path entryFile() {
        return FOLDER.resolve(EntryFile.nameOf(TARGET));
    }

    private void putBytes(byte[] content) {
        disk.put(entryFile(), content);
    }
}
