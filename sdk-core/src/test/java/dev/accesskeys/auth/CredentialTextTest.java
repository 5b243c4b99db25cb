package dev.accesskeys.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens that are given, and tokens out of the environment. */
class CredentialTextTest {

    @Test
    void aGoodTokenIsTakenAsItIs() {
        CredentialProvider given = CredentialProvider.of(Secret.of("a.B-c_9~+/="));
        CredentialProvider found = CredentialProvider.environment("TOKEN", Map.of("TOKEN", "abc"));

        assertThat(given.credential().reveal()).isEqualTo("a.B-c_9~+/=");
        assertThat(found.credential().reveal()).isEqualTo("abc");
    }

    @Test
    void aVariableThatIsNotSetIsNamed() {
        ConfigurationException thrown = catchThrowableOfType(
                ConfigurationException.class, () -> CredentialProvider.environment("SOME_TOKEN", Map.of()));

        assertThat(thrown).hasMessageContaining("SOME_TOKEN").hasMessageContaining("not set");
    }

    @ParameterizedTest
    @CsvSource({
        "'   ', blank",
        "'canary\n', control character",
        "'canary\r\nX-Injected: 1', control character",
        "'canary canary', blank",
        "'canary\u00e9', not ASCII",
        "'canary\u007f', control character",
        "'\ufeffcanary', not ASCII"
    })
    void aTokenThatCannotBeSentIsRefusedWithoutQuotingIt(String token, String what) {
        ConfigurationException thrown = catchThrowableOfType(
                ConfigurationException.class,
                () -> CredentialProvider.environment("SOME_TOKEN", Map.of("SOME_TOKEN", token)));

        assertThat(thrown)
                .hasMessageContaining("SOME_TOKEN")
                .hasMessageContaining(what)
                .hasMessageNotContaining("canary");
        assertThat(catchThrowableOfType(ConfigurationException.class, () -> CredentialProvider.of(Secret.of(token))))
                .hasMessageNotContaining("canary");
    }
}
