package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.testing.linode.FakeLinode;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long list needs no more memory than a short one. */
class LongListTest {

    private static final int KEYS = 100_000;

    @TempDir
    private Path folder;

    /** The pages of this list have about 100 MB in all. */
    @Test
    void aHundredThousandKeysAreWalkedThroughIn32Megabytes() throws Exception {
        try (FakeLinode fake = FakeLinode.builder().keys(KEYS).start()) {
            Path output = folder.resolve("output.txt");
            Process walk = start(fake, output);
            try {
                boolean ended = walk.waitFor(60, TimeUnit.SECONDS);

                assertThat(ended).as("it ended within a minute").isTrue();
                assertThat(Files.readString(output)).startsWith(KEYS + " keys in 3");
                assertThat(walk.exitValue()).isZero();
                assertThat(fake.ledger().count("GET", Linode.KEYS)).isEqualTo(KEYS / 500);
            } finally {
                walk.destroyForcibly();
            }
        }
    }

    private static Process start(FakeLinode fake, Path output) throws IOException, URISyntaxException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                java, "-Xmx32m", "-XX:+ExitOnOutOfMemoryError", "-cp", classPath(), LongListWalk.class.getName()));
        builder.environment().put("LINODE_TOKEN", fake.token());
        builder.environment().put("LINODE_URL", fake.baseUrl().toString());
        return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    /** The tests run on a module path; the program needs the same jars and folders as a class path. */
    private static String classPath() throws URISyntaxException {
        URL program = Objects.requireNonNull(LongListWalk.class.getResource("LongListWalk.class"));
        Path testClasses = Path.of(program.toURI()).resolve("../../../..").normalize();
        return Stream.of(
                        testClasses.toString(),
                        System.getProperty("java.class.path"),
                        System.getProperty("jdk.module.path", ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
