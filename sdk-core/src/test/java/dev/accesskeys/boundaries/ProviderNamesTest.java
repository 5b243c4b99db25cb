package dev.accesskeys.boundaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The core knows no provider, not even by name: what is true of one only does not belong here. */
class ProviderNamesTest {

    private static final Path SOURCES = Path.of("src");
    private static final Path DOCUMENTS = Path.of("..", "specs");

    @Test
    void noFileOfTheCoreNamesAProvider() throws IOException {
        List<String> providers = providers();

        List<String> places = places(providers);

        assertThat(providers).hasSizeGreaterThanOrEqualTo(4);
        assertThat(places).isEmpty();
    }

    /** Every document in specs/ is named for its provider. */
    private static List<String> providers() throws IOException {
        try (Stream<Path> documents = Files.list(DOCUMENTS)) {
            return documents
                    .map(document -> document.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .toList();
        }
    }

    private static List<String> places(List<String> providers) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> places(file, providers))
                    .toList();
        }
    }

    private static Stream<String> places(Path file, List<String> providers) {
        List<String> lines = lines(file);
        return Stream.iterate(0, line -> line < lines.size(), line -> line + 1)
                .filter(line -> providers.stream().anyMatch(lines.get(line)::contains))
                .map(line -> file + ":" + (line + 1));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readString(file).toLowerCase(Locale.ROOT).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
