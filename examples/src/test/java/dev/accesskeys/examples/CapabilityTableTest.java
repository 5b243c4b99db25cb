package dev.accesskeys.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The capability tables of the documentation come from the code; {@code -Dreadme.update} writes them anew. */
class CapabilityTableTest {

    private static final Pattern MARKED =
            Pattern.compile("(<!-- capabilities -->\\n).*?(<!-- /capabilities -->)", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/providers.md"})
    void showsWhatTheProvidersSayOfThemselves(String document) throws IOException {
        Path file = Path.of("..").resolve(document);
        String text = Files.readString(file);
        Matcher marked = MARKED.matcher(text);
        assertThat(marked.find()).isTrue();

        String table = CapabilityMatrix.ofAllProviders().markdown();
        String renewed = marked.replaceFirst(
                Matcher.quoteReplacement(marked.group(1) + "\n" + table + "\n\n" + marked.group(2)));
        if (System.getProperty("readme.update") != null) {
            Files.writeString(file, renewed);
        }

        assertThat(Files.readString(file)).isEqualTo(renewed);
    }
}
