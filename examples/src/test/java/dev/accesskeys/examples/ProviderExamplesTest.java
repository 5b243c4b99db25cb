package dev.accesskeys.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Every provider's program runs on its fake as it stands in the documentation. */
class ProviderExamplesTest {

    private int status;

    private String run(BiFunction<PrintStream, String[], Integer> program, String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            status = program.apply(out, arguments);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void cloudflareRefusesTheSecondRotationWithTheDateFromWhichItIsSafe() {
        String output = run(CloudflareSigningKeys::run);

        assertThat(status).isZero();
        assertThat(output)
                .contains("keyRotationIntervalDays=60", "previousValidUntil=")
                .containsPattern("refused .*Rotate from \\d{4}-\\d\\d-\\d\\dT")
                .containsPattern("POST /accounts/\\{id}/access/keys/rotate *│ +1 │ +1 │ 1 × 200");
    }

    @Test
    void nscaleShowsTheSecretBeforeItWaits() {
        String output = run(NscaleKeys::run);

        assertThat(status).isZero();
        assertThat(output.indexOf("shown this once")).isPositive().isLessThan(output.indexOf("waiting"));
        assertThat(output).contains("works      as", "gone ");
    }

    @Test
    void tensorPoolRotatesOnlyForTheOrganisationThatIsNamed() {
        String output = run(TensorPoolCredentials::run);

        assertThat(status).isZero();
        assertThat(output)
                .contains("refused    confirmation must name the organisation")
                .containsPattern("POST /object-storage/rotate-keys *│ +1 │ +1 │ 1 × 200");
    }

    @Test
    void theCommonRoundWorksAtAllFourProviders() {
        String output = run(CommonRound::run);

        assertThat(status).isZero();
        assertThat(output)
                .contains("linode, as an embedded fake", "cloudflare, as an embedded fake")
                .contains("nscale, as an embedded fake", "tensorpool, as an embedded fake")
                .contains("STILL_VALID", "VALID_UNTIL", "DEAD")
                .doesNotContain("Exception");
    }

    @Test
    void theCommonRoundExplainsItselfWhenAProviderIsUnknown() {
        String output = run(CommonRound::run, "elsewhere");

        assertThat(status).isEqualTo(2);
        assertThat(output).contains("Usage:");
    }

    @Test
    void theProgramsExplainThemselvesWhenTheyAreCalledWrongly() {
        String output = run(NscaleKeys::run, "--nonsense");

        assertThat(status).isEqualTo(2);
        assertThat(output).contains("Usage:");
    }
}
