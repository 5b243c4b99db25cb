package dev.accesskeys.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.rotation.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever is called at night finds the word that they were shown in the documentation. */
class OperatorsPageTest {

    private String page;

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("..", "docs", "rotation.md"));
    }

    @ParameterizedTest
    @EnumSource(RotationProblem.class)
    void everyProblemSaysWhatToDo(RotationProblem problem) {
        assertThat(page).containsPattern("(?m)^\\| `" + problem + "` \\| .+ \\| .+ \\|$");
    }

    @ParameterizedTest
    @EnumSource(RotationStatus.State.class)
    void everyStateIsInThePicture(RotationStatus.State state) {
        assertThat(page).contains("`" + state + "`").containsPattern("(?m)^ {4}.*\\b" + state + "\\b");
    }

    @ParameterizedTest
    @EnumSource(RotationOutcome.Kind.class)
    void everyOutcomeIsExplained(RotationOutcome.Kind kind) {
        assertThat(page).containsPattern("(?m)^\\| `" + kind + "` \\|");
    }

    @Test
    void everyAnswerOfAVerifierThatIsNotGoodIsExplained() {
        for (Verification.Answer answer : Verification.Answer.values()) {
            if (answer != Verification.Answer.ACCEPTED) {
                assertThat(page).contains("| `" + answer + "` |");
            }
        }
    }
}
