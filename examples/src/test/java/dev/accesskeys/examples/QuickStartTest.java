package dev.accesskeys.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickStartTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int status;

    private String run(String... arguments) {
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            status = QuickStart.run(out, arguments);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void makesTheWholeRoundOnTheFake() {
        String output = run("--keys", "250");

        assertThat(status).isZero();
        assertThat(output)
                .contains("quick-start-all", "quick-start-limited", "quick-start-none")
                .contains("253 of 253 keys")
                .contains("NotFoundException")
                .containsPattern("POST /object-storage/keys *│ +3 │ +3 │ 3 × 200");
    }

    @Test
    void writesTheSecretsToAFileThatOnlyTheOwnerCanReadAndNowhereElse(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("secrets");

        String output = run("--keys", "0", "--secrets", file.toString());

        assertThat(status).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(file)).hasSize(3).allSatisfy(line -> {
            String secret = line.substring(line.lastIndexOf(' ') + 1);
            assertThat(secret).hasSizeGreaterThan(20);
            assertThat(output).doesNotContain(secret);
        });
    }

    @Test
    void neverWritesOverAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("precious"), "mine");

        String output = run("--secrets", file.toString());

        assertThat(status).isEqualTo(1);
        assertThat(output).contains("exists already");
        assertThat(file).hasContent("mine");
    }

    @Test
    void writesNoSecretsWhereOthersCouldReadThem(@TempDir Path folder) throws IOException {
        URI archive = URI.create("jar:" + folder.resolve("archive.zip").toUri());
        try (FileSystem withoutOwners = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path file = withoutOwners.getPath("secrets");

            assertThatThrownBy(() -> SecretFile.create(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot be kept from others");
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void explainsItselfWhenItIsCalledWrongly() {
        String output = run("--keys", "many");

        assertThat(status).isEqualTo(2);
        assertThat(output).contains("--keys needs a number", "Usage:");
    }

    @Test
    void goesToTheRealServiceOnlyWithAToken() {
        assumeThat(System.getenv("LINODE_TOKEN")).isNull();

        String output = run("--live", "--yes");

        assertThat(status).isEqualTo(1);
        assertThat(output).contains("ConfigurationException", "LINODE_TOKEN");
    }
}
