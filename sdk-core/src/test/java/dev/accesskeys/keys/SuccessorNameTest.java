package dev.accesskeys.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void withoutRoomForANameThereIsNone() {
        assertThatThrownBy(() -> SuccessorName.of("backup", OLD, 23))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be more than 23; given: 23");
    }
}
