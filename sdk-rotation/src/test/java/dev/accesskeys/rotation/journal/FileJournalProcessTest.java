package dev.accesskeys.rotation.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.rotation.RotationTarget;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The journal on a real disk, and in two real processes. */
@DisabledOnOs(OS.WINDOWS)
class FileJournalProcessTest {

    private static final RotationTarget TARGET = new RotationTarget("linode", "", "", "store");

    @TempDir
    private Path above;

    private Path folder;

    @BeforeEach
    void nameTheFolder() {
        folder = above.resolve("journal");
    }

    @Test
    void anotherProcessWaitsForItsTurn() throws Exception {
        try (FileJournal journal = FileJournal.in(folder)) {
            journal.lease(TARGET).write(0, "{}");

            assertThat(firstLineOf(start())).isEqualTo("busy");
        }

        Process other = start();
        try {
            assertThat(firstLineOf(other)).isEqualTo("open");
            assertThatThrownBy(() -> FileJournal.in(folder)).isInstanceOf(JournalBusyException.class);
        } finally {
            other.destroyForcibly().waitFor();
        }

        FileJournal.in(folder).close();
    }

    @Test
    void whatIsThereIsForItsOwnerOnly() throws IOException {
        try (FileJournal journal = FileJournal.in(folder);
                JournalLease lease = journal.lease(TARGET)) {
            lease.reserve();
            lease.write(0, "{}");
            journal.fingerprint();

            assertThat(rights(folder)).isEqualTo("rwx------");
            try (var files = Files.list(folder)) {
                assertThat(files.toList())
                        .hasSizeGreaterThan(4)
                        .allSatisfy(file -> assertThat(rights(file)).isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void aFolderThatOthersCanReadIsRefused() throws IOException {
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));

        assertThatThrownBy(() -> FileJournal.in(folder))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("chmod 700 " + folder);
    }

    @Test
    void aLinkToAFolderIsRefused() throws IOException {
        Files.createSymbolicLink(folder, Files.createDirectory(above.resolve("elsewhere")));

        assertThatThrownBy(() -> FileJournal.in(folder)).hasMessageContaining("is not a folder but a link");
    }

    private Process start() throws IOException, URISyntaxException {
        Path main = placeOf(FileJournal.class);
        String classPath = String.join(
                File.pathSeparator,
                main.toString(),
                main.resolveSibling("test-classes").toString(),
                placeOf(AccessKeysException.class).toString());
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        LockingProgram.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path placeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String firstLineOf(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        return output.readLine();
    }

    private static String rights(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
