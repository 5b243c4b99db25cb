package dev.accesskeys.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.rotation.RotationOutcome.Kind;
import dev.accesskeys.rotation.RotationOutcome.NeedsOperator;
import dev.accesskeys.rotation.RotationOutcome.Refused;
import dev.accesskeys.rotation.audit.AuditLog;
import dev.accesskeys.rotation.journal.FileJournal;
import dev.accesskeys.rotation.journal.JournalException;
import dev.accesskeys.rotation.store.AwsProfileStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rotation as it runs in production: journal, store and audit in files, and every call another process. */
class RotationOnFilesTest {

    @TempDir
    Path folder;

    private final World world = World.linode();

    private Path journal;
    private Path credentials;
    private Path audit;

    @BeforeEach
    void aProfileThatSomebodyHasWritten() throws IOException {
        journal = folder.resolve("journal");
        credentials = folder.resolve("aws").resolve("credentials");
        audit = folder.resolve("audit.jsonl");
        Files.createDirectory(credentials.getParent());
        Files.createFile(
                credentials, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(credentials, """
                # mine
                [other]
                aws_access_key_id = OTHER

                [backup]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                output = json
                """.formatted(
                        world.firstKey().accessKeyId().orElseThrow(),
                        world.firstKey().secret().reveal()));
    }

    private RotationOutcome rotate() {
        return call(Rotator::rotate);
    }

    private <T> T call(Function<Rotator, T> call) {
        return call(builder -> builder, call);
    }

    private <T> T call(UnaryOperator<RotatorBuilder> change, Function<Rotator, T> call) {
        try (FileJournal open = FileJournal.in(journal)) {
            return call.apply(change.apply(world.rotator()
                            .journal(open)
                            .store(AwsProfileStore.at(credentials, "backup"))
                            .listener(AuditLog.appendTo(audit))
                            .actor("nightly"))
                    .build());
        }
    }

    private String everyFile() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getParent().equals(credentials.getParent())) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }

    @Test
    void processesContinueEachOthersWorkAndLeaveNoSecretOutsideTheStore() throws IOException {
        RotationOutcome first = rotate();
        world.time.advance(Duration.ofHours(25));
        RotationOutcome last = rotate();

        assertThat(first.kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
        assertThat(last.kind()).isEqualTo(Kind.COMPLETED);
        assertThat(Files.readString(credentials))
                .startsWith("# mine\n[other]\naws_access_key_id = OTHER\n\n[backup]\n")
                .contains("output = json")
                .doesNotContain(world.firstKey().secret().reveal());
        String everythingElse = everyFile();
        assertThat(world.everySecret())
                .allSatisfy(secret -> assertThat(everythingElse).doesNotContain(secret.reveal()));
        assertThat(everythingElse).contains("REVOCATION_PROVEN", "access-keys rotation journal");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> !file.equals(folder) && !file.equals(credentials.getParent())))
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .endsWith("------"));
        }
    }

    @Test
    void aJournalThatIsInUseIsLeftAlone() {
        try (FileJournal open = FileJournal.in(journal)) {
            assertThatThrownBy(this::rotate)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("Nothing was changed");
            assertThat(open).isNotNull();
        }
    }

    @Test
    void aDamagedJournalIsNeverReadAsAnotherState() throws IOException {
        rotate();
        Path entry = entry();
        String whole = Files.readString(entry);
        for (String damaged : List.of(
                whole.substring(0, whole.length() / 2),
                whole.replace("PUBLISHED", "REVOKING"),
                whole + whole,
                whole.replaceFirst("1", "9999"),
                "")) {
            Files.writeString(entry, damaged);

            assertThatThrownBy(this::rotate).isInstanceOf(JournalException.class);
            assertThatThrownBy(() -> call(Rotator::status)).isInstanceOf(JournalException.class);
        }
        Files.writeString(entry, whole);
        assertThat(rotate().kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
        assertThat(world.cloud.ledger().count("DELETE", "/object-storage/keys/{keyId}"))
                .isZero();
    }

    private Path entry() throws IOException {
        try (Stream<Path> files = Files.list(journal)) {
            return files.filter(file -> file.getFileName().toString().contains("linode"))
                    .filter(file -> !file.getFileName().toString().endsWith(".next"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aCredentialsFileThatOthersCanReadIsRefusedBeforeAnythingIsSent() throws IOException {
        Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rw-r--r--"));

        Refused outcome = (Refused) rotate();

        assertThat(outcome.problem()).isEqualTo(RotationProblem.STORE_FAILED);
        assertThat(outcome.explanation()).contains("chmod");
        assertThat(world.cloud.ledger().entries()).isEmpty();
    }

    @Test
    void aProfileThatWasEditedInTheMiddleStopsTheRevocation() throws IOException {
        rotate();
        String edited = Files.readString(credentials)
                .replaceFirst(
                        "(?m)(?<=\\[backup]\n)aws_access_key_id = .*", "aws_access_key_id = BYHANDBYHANDBYHAND12");
        Files.writeString(credentials, edited);
        world.time.advance(Duration.ofHours(25));

        NeedsOperator outcome = (NeedsOperator) rotate();

        assertThat(outcome.problem()).isEqualTo(RotationProblem.STORE_CHANGED);
        assertThat(world.existing()).contains(world.firstId());
    }

    @Test
    void yesterdaysJournalBesideTodaysStoreRevokesNothingThatIsInUse() throws IOException {
        rotate();
        String yesterday = Files.readString(entry());
        world.time.advance(Duration.ofHours(25));
        rotate();
        world.time.advance(Duration.ofDays(2));
        rotate();
        Files.writeString(entry(), yesterday);
        world.time.advance(Duration.ofDays(2));
        List<?> before = world.existing();

        RotationOutcome outcome = rotate();

        assertThat(outcome.kind()).isIn(Kind.NEEDS_OPERATOR, Kind.REFUSED);
        assertThat(world.existing()).hasSameSizeAs(before);
        assertThat(world.usable()).isNotEmpty();
    }

    @Test
    void theStatusTellsHowThingsStandWithoutAskingAnybody() {
        rotate();
        int asked = world.cloud.ledger().entries().size();

        RotationStatus status = call(Rotator::status);

        assertThat(status.state()).isEqualTo(RotationStatus.State.PUBLISHED);
        assertThat(status.toString()).contains("PUBLISHED", "old key", "new key", "until");
        assertThat(world.cloud.ledger().entries()).hasSize(asked);
    }

    @Test
    void abandonLeavesBothKeysAndTheStoreAsTheyAre() {
        rotate();

        RotationStatus status = call(Rotator::abandon);

        assertThat(status.state()).isEqualTo(RotationStatus.State.IDLE);
        assertThat(world.existing()).hasSize(3);
    }
}
