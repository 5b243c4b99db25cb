package dev.accesskeys.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.Secret;
import dev.accesskeys.examples.rotation.Clouds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The whole rehearsal, with the process that dies in the middle of it. */
class RotateEverythingTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private String output() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void noWriteFailsWhileKeysOverlapAlthoughAnAnswerIsLostAndTheRotatorDies(@TempDir Path folder) throws Exception {
        int status;
        List<Secret> secrets;
        int madeAtLinode;
        int madeAtNscale;
        try (Clouds clouds = Clouds.start()) {
            status = RotateEverything.rehearse(out, clouds, folder, false);
            secrets = clouds.secrets();
            madeAtLinode = clouds.keysMade("linode");
            madeAtNscale = clouds.keysMade("nscale");
        }

        assertThat(output())
                .contains("NO ANSWER", "call 1: IT DIED with 137", "call 2: the rotator runs")
                .contains("The rotator died once. Rotated to the end: cloudflare, linode, nscale, tensorpool.")
                .contains("Failed writes where old and new key work side by side: zero.")
                .containsPattern("linode +│ overlap +│ +[1-9]\\d* │ +0 │ .* │ +2 │ +1 │")
                .containsPattern("nscale +│ overlap +│ +[1-9]\\d* │ +0 │ .* │ +1 │ +1 │")
                .containsPattern("tensorpool +│ CUT-OVER +│ +[1-9]\\d* │ +\\d+ │ .* │ +1 │ +1 │");
        assertThat(status).isZero();
        assertThat(madeAtLinode).isEqualTo(2);
        assertThat(madeAtNscale).isEqualTo(1);
        assertThat(secrets)
                .hasSizeGreaterThan(10)
                .allSatisfy(secret -> assertThat(output()).doesNotContain(secret.reveal()));
        List<Path> kept = filesIn(folder).stream()
                .filter(file -> !file.getFileName().toString().equals("credentials"))
                .toList();
        assertThat(kept)
                .hasSizeGreaterThan(5)
                .allSatisfy(file ->
                        assertThat(secrets).noneMatch(secret -> read(file).contains(secret.reveal())));
        assertThat(secrets)
                .as("the scan finds what is there")
                .anyMatch(secret -> read(folder.resolve("credentials")).contains(secret.reveal()));
    }

    @Test
    void explainsItselfWhenItIsCalledWrongly() {
        int status = RotateEverything.run(out, "--live", "--by-hand");

        assertThat(status).isEqualTo(2);
        assertThat(output()).contains("nothing real is killed", "Usage:");
    }

    @Test
    void wantsToKnowWhereTheJournalIsBeforeItTouchesARealKey() {
        int status = RotateEverything.run(out, "--live", "--credentials", "nowhere");

        assertThat(status).isEqualTo(2);
        assertThat(output()).contains("--live needs --folder", "Usage:");
    }

    @Test
    void takesNoArgumentsOfRealRotationsForARehearsal() {
        int status = RotateEverything.run(out, "linode");

        assertThat(status).isEqualTo(2);
        assertThat(output()).contains("the other arguments are for --live");
    }

    @Test
    void wantsPairsWhereItNeedsThem() {
        int status = RotateEverything.run(out, "--live", "--confirm", "org-42");

        assertThat(status).isEqualTo(2);
        assertThat(output()).contains("--confirm needs a value such as linode=backup");
    }
}
