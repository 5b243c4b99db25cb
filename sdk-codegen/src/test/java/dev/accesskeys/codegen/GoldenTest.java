package dev.accesskeys.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is generated, feature by feature. {@code -Dgolden.update=true} writes the expected sources anew; into a feature that
 * has none, all of them: keep those that show the feature.
 */
class GoldenTest {

    static List<String> features() {
        return Golden.features();
    }

    @ParameterizedTest
    @MethodSource("features")
    void generatesWhatIsExpected(String feature) throws IOException {
        Golden golden = Golden.of(feature);

        if (Boolean.getBoolean("golden.update")) {
            golden.update();
        }

        Map<String, String> expected = golden.expected();
        assertThat(expected).as("expected sources of " + feature).isNotEmpty();
        expected.forEach((name, source) ->
                assertThat(golden.sources().get(name)).as(feature + ": " + name).isEqualTo(source));
    }

    @ParameterizedTest
    @MethodSource("features")
    void generatesTheSameAgain(String feature) {
        Golden golden = Golden.of(feature);

        assertThat(golden.generateAgain()).isEqualTo(golden.sources());
    }

    @ParameterizedTest
    @MethodSource("features")
    void compilesWithoutAWarning(String feature) {
        assertThat(Golden.of(feature).complaints()).isEmpty();
    }
}
