package dev.accesskeys.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.ValidationException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyRotationTest {

    private static final AccessKeyId OLD = AccessKeyId.of("example", "1");
    private static final AccessKeyId OTHER = AccessKeyId.of("example", "2");

    private final String nonce = SuccessorName.newNonce();

    @Test
    void withoutANonceEachNameIsAnother() {
        KeyRotation rotation = KeyRotation.of(OLD);

        assertThat(rotation.nonce()).isEmpty();
        assertThat(rotation.successorName("backup", 50)).isNotEqualTo(rotation.successorName("backup", 50));
        assertThatThrownBy(rotation::requireNonce)
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("nonce must be given to prepare a rotation");
    }

    @Test
    void theNonceIsThatOfTheName() {
        KeyRotation rotation = KeyRotation.of(OLD).withNonce(nonce);

        assertThat(rotation.successorName("backup", 50)).isEqualTo(SuccessorName.of("backup", OLD, 50, nonce));
        assertThat(rotation.requireNonce()).isSameAs(rotation);
    }

    @Test
    void whatIsSetStaysWhenMoreIsSet() {
        String failed = SuccessorName.newNonce();

        KeyRotation rotation = KeyRotation.of(OLD)
                .withNonce(nonce)
                .ignoringAttempts(Set.of(failed))
                .confirming("org-42")
                .insisting();

        assertThat(rotation.id()).isEqualTo(OLD);
        assertThat(rotation.nonce()).contains(nonce);
        assertThat(rotation.ignoredAttempts()).containsExactly(failed);
        assertThat(rotation.confirmation()).contains("org-42");
        assertThat(rotation.isInsisting()).isTrue();
        assertThat(rotation)
                .hasToString("KeyRotation[example:1, confirming org-42, insisting, nonce " + nonce
                        + ", ignoring 1 attempts]");
    }

    @Test
    void aNonceOfAnotherFormIsRefused() {
        KeyRotation rotation = KeyRotation.of(OLD);

        assertThatThrownBy(() -> rotation.withNonce("7")).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> rotation.ignoringAttempts(Set.of(nonce, "7"))).isInstanceOf(ValidationException.class);
    }

    @Test
    void theNoncesAreCopied() {
        Set<String> failed = new HashSet<>(Set.of(nonce));
        KeyRotation rotation = KeyRotation.of(OLD).ignoringAttempts(failed);

        failed.clear();

        assertThat(rotation.ignoredAttempts()).containsExactly(nonce);
    }

    @Test
    void onlyASuccessorOfThisKeyShowsThatItWasRotated() {
        KeyRotation rotation = KeyRotation.of(OLD);

        assertThat(rotation.isMadeBy(SuccessorName.of("backup", OLD, 50))).isTrue();
        assertThat(rotation.isMadeBy(SuccessorName.of("backup", OTHER, 50))).isFalse();
        assertThat(rotation.isMadeBy("backup")).isFalse();
    }

    @Test
    void aFailedAttemptOfOnesOwnDoesNotShowIt() {
        KeyRotation rotation = KeyRotation.of(OLD).ignoringAttempts(Set.of(nonce));

        assertThat(rotation.isMadeBy(SuccessorName.of("backup", OLD, 50, nonce)))
                .isFalse();
        assertThat(rotation.isMadeBy(SuccessorName.of("backup", OLD, 50))).isTrue();
    }

    @Test
    void thisVeryAttemptIsNeverPassedOver() {
        KeyRotation rotation = KeyRotation.of(OLD).withNonce(nonce).ignoringAttempts(Set.of(nonce));

        assertThat(rotation.isMadeBy(SuccessorName.of("backup", OLD, 50, nonce)))
                .isTrue();
    }
}
