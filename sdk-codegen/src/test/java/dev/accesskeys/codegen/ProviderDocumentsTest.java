package dev.accesskeys.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents of the providers, those included that have no module yet. */
class ProviderDocumentsTest {

    @TempDir
    private Path folder;

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../specs"))) {
            return files.filter(each -> each.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void canBeGenerated(Path document) {
        Map<String, String> sources = Generation.generate(document, folder);

        assertThat(sources).isNotEmpty();
        assertThat(sources.values())
                .allSatisfy(source -> assertThat(source.lines())
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120)));
    }
}
