package dev.accesskeys.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.ValidationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuccessorNameTest {

    private static final AccessKeyId OLD = AccessKeyId.of("example", "1");
    private static final AccessKeyId OTHER = AccessKeyId.of("example", "2");

    @Test
    void aSuccessorIsRecognisedByTheOldKeysId() {
        String name = SuccessorName.of("backup", OLD, 50);

        assertThat(name).startsWith("backup-");
        assertThat(SuccessorName.isSuccessorOf(name, OLD)).isTrue();
        assertThat(SuccessorName.isSuccessorOf(name, OTHER)).isFalse();
    }

    @Test
    void everyNonceIsFoundAgainAndComesOnce() {
        int names = 2000;

        Stream<String> nonces = Stream.generate(() -> SuccessorName.of("backup", OLD, 50))
                .limit(names)
                .map(name -> SuccessorName.nonceOf(name).orElseThrow());

        assertThat(nonces.distinct()).hasSize(names).allMatch(nonce -> nonce.matches("[a-z2-7]{13}"));
    }

    @Test
    void aNameDoesNotGrowWithFurtherRotations() {
        String first = SuccessorName.of("backup", OLD, 50);
        String second = SuccessorName.of(first, OTHER, 50);

        assertThat(second).hasSameSizeAs(first).startsWith("backup-");
        assertThat(SuccessorName.isSuccessorOf(second, OTHER)).isTrue();
        assertThat(SuccessorName.isSuccessorOf(second, OLD)).isFalse();
    }

    @Test
    void aLongNameIsCutAndTheMarkAndTheNonceAreNot() {
        String name = SuccessorName.of("b".repeat(26) + "--" + "c".repeat(60), OLD, 50);

        assertThat(name).hasSizeLessThanOrEqualTo(50).startsWith("b".repeat(26) + "-");
        assertThat(SuccessorName.isSuccessorOf(name, OLD)).isTrue();
        assertThat(SuccessorName.nonceOf(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop-frontend-configuration", "backup", "backup-2", "", "a-4kq2mz7a-tooshort"})
    void aNameThatSomebodyChoseIsKept(String chosen) {
        assertThat(SuccessorName.nonceOf(chosen)).isEmpty();
        assertThat(SuccessorName.of(chosen, OLD, 63)).startsWith((chosen.isEmpty() ? "key" : chosen) + "-");
    }

    @Test
    void aGivenNonceMakesTheSameNameEachTime() {
        String nonce = SuccessorName.newNonce();

        String name = SuccessorName.of("backup", OLD, 50, nonce);

        assertThat(name).isEqualTo(SuccessorName.of("backup", OLD, 50, nonce)).endsWith("-" + nonce);
        assertThat(SuccessorName.nonceOf(name)).contains(nonce);
        assertThat(SuccessorName.isSuccessorOf(name, OLD)).isTrue();
    }

    @Test
    void aGivenNonceSurvivesTheShortening() {
        String nonce = SuccessorName.newNonce();

        assertThat(SuccessorName.of("b".repeat(300), OLD, 24, nonce))
                .hasSize(24)
                .endsWith(nonce);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "abcdefghijklm",
                "x7gh2k5mqa3c1",
                "X7GH2K5MQA3CZ",
                "x7gh2k5mqa3cz7",
                "x7gh2k5mqa3c\n"
            })
    void aNonceOfAnotherFormIsRefused(String nonce) {
        assertThatThrownBy(() -> SuccessorName.of("backup", OLD, 50, nonce))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("SuccessorName.newNonce()")
                .hasMessageContaining("a text of " + nonce.length() + " characters");
    }

    @Test
    void namesOfOneAttemptAreKnownWhateverStandsBeforeTheNonce() {
        String nonce = SuccessorName.newNonce();
        String name = SuccessorName.of("backup", OLD, 50, nonce);

        assertThat(SuccessorName.haveSameNonce(name, SuccessorName.of("renamed", OLD, 50, nonce)))
                .isTrue();
        assertThat(SuccessorName.haveSameNonce(name, SuccessorName.of("backup", OLD, 50)))
                .isFalse();
        assertThat(SuccessorName.haveSameNonce("backup", "backup")).isFalse();
    }

    @Test
    void withoutRoomForANameThereIsNone() {
        assertThatThrownBy(() -> SuccessorName.of("backup", OLD, 23))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be more than 23; given: 23");
    }
}
