package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.Secret;
import dev.accesskeys.error.AuthenticationException;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.testing.linode.FakeLinode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that cannot work are refused before anything is sent, with words that help and never with the token. */
class LinodeTokenTest {

    private static final String CANARY = "canary-4711";

    static Stream<Arguments> unusableTokens() {
        return Stream.of(
                Arguments.of("", "blank"),
                Arguments.of("  \t", "blank"),
                Arguments.of(CANARY + "\n", "a control character at position 11 of 12"),
                Arguments.of(CANARY + "\u0000x", "a control character at position 11"),
                Arguments.of(CANARY + " x", "a blank at position 11"),
                Arguments.of(CANARY + "\u00e9", "a character that is not ASCII at position 11"),
                Arguments.of(CANARY + "\ud83d\udd11", "a character that is not ASCII at position 11"));
    }

    @ParameterizedTest
    @MethodSource("unusableTokens")
    void anUnusableTokenIsRefusedByTheBuilder(String token, String problem) {
        assertThatThrownBy(() -> LinodeClient.builder().token(token))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("token (given to the builder)")
                .hasMessageContaining(problem)
                .hasMessageContaining("Nothing was changed.")
                .hasMessageNotContaining(CANARY)
                .hasNoCause();
    }

    @ParameterizedTest
    @MethodSource("unusableTokens")
    void anUnusableTokenIsRefusedFromTheEnvironment(String token, String problem) {
        assertThatThrownBy(() -> LinodeClient.fromEnv(Map.of("LINODE_TOKEN", token)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("environment variable LINODE_TOKEN")
                .hasMessageContaining(problem)
                .hasMessageNotContaining(CANARY)
                .hasNoCause();
    }

    @Test
    void aSecretThatCannotBeSentIsRefusedByTheBuilder() {
        assertThatThrownBy(() -> LinodeClient.builder().token(Secret.of(CANARY + "\r\n")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("token (given to the builder) has a control character")
                .hasMessageNotContaining(CANARY);
    }

    @Test
    void noTokenAtAllIsRefusedWithThePlacesThatWereLookedAt() {
        assertThatThrownBy(() -> LinodeClient.builder().build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no credential for Linode")
                .hasMessageContaining("the builder")
                .hasMessageContaining("environment variable LINODE_TOKEN");
        assertThatThrownBy(() -> LinodeClient.fromEnv(Map.of("LINODE_TOKEM", CANARY)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("environment variable LINODE_TOKEN")
                .hasMessageNotContaining(CANARY);
    }

    @Test
    void aVariableThatWasNotSetIsRefusedByTheBuilder() {
        assertThatThrownBy(() -> LinodeClient.builder().token((String) null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("token (given to the builder) is not set");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aProviderThatGivesAnUnusableTokenIsRefusedBeforeAnythingIsSent(Way way) {
        try (FakeLinode fake = FakeLinode.builder().inMemory();
                LinodeClient client = LinodeClient.builder()
                        .baseUrl(fake.baseUrl())
                        .transport(fake.transport())
                        .token(() -> Secret.of(CANARY + "\u00e9"))
                        .build()) {
            ObjectStorageKeys keys = client.objectStorageKeys();

            assertThatThrownBy(() -> way.make(keys::list, keys::listAsync))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("the credential for token")
                    .hasMessageNotContaining(CANARY);
            assertThat(fake.ledger().entries()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aProviderThatFailsIsNamedByItsKindOfFailureOnly(Way way) {
        try (FakeLinode fake = FakeLinode.builder().inMemory();
                LinodeClient client = LinodeClient.builder()
                        .baseUrl(fake.baseUrl())
                        .transport(fake.transport())
                        .token(() -> {
                            throw new IllegalStateException("vault says " + CANARY);
                        })
                        .build()) {
            ObjectStorageKeys keys = client.objectStorageKeys();

            assertThatThrownBy(() -> way.make(keys::list, keys::listAsync))
                    .hasMessageContaining("IllegalStateException")
                    .hasMessageContaining("Nothing was changed.")
                    .hasMessageNotContaining(CANARY)
                    .hasNoCause();
            assertThat(fake.ledger().entries()).isEmpty();
        }
    }

    @Test
    void theTokenOfTheEnvironmentIsSent() {
        try (FakeLinode fake = FakeLinode.start();
                LinodeClient client = LinodeClient.fromEnv(Map.of(
                        "LINODE_TOKEN",
                        fake.token(),
                        "LINODE_URL",
                        fake.baseUrl().toString()))) {
            fake.account().addKey("backup");

            assertThat(client.objectStorageKeys().list().items()).hasSize(1);
        }
    }

    @Test
    void theTokenOfTheBuilderCountsMoreThanTheOneOfTheEnvironment() {
        try (FakeLinode fake = FakeLinode.builder().inMemory();
                LinodeClient client = LinodeClient.builder()
                        .token(fake.token())
                        .environment(Map.of("LINODE_TOKEN", "wrong"))
                        .transport(fake.transport())
                        .build()) {
            assertThat(client.objectStorageKeys().list().items()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aTokenThatWasRenewedIsFetchedOnceAndEvenACreateIsSentAgain(Way way) {
        try (FakeLinode fake = FakeLinode.builder().inMemory()) {
            Renewed token = new Renewed(fake.token());
            try (LinodeClient client = LinodeClient.builder()
                    .baseUrl(fake.baseUrl())
                    .transport(fake.transport())
                    .token(token)
                    .build()) {
                token.next = fake.account().renewToken();
                ObjectStorageKeys keys = client.objectStorageKeys();

                way.make(() -> keys.create(Linode.unlimited("a")), () -> keys.createAsync(Linode.unlimited("a")));

                assertThat(fake.ledger().count("POST", Linode.KEYS)).isEqualTo(2);
                assertThat(fake.account().keys()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.linode.Call#eachInBothWays")
    void aWrongTokenIsTriedOnceAndNotShown(Call call, Way way) {
        try (Linode linode = Linode.inMemory()) {
            String old = linode.fake.token();
            linode.fake.account().renewToken();

            assertThatThrownBy(() -> call.make(linode, way))
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessageContaining("Invalid Token")
                    .hasMessageContaining("The token is wrong, expired or revoked.")
                    .hasMessageNotContaining(old);
            assertThat(linode.received()).isEqualTo(1);
        }
    }

    private static final class Renewed implements dev.accesskeys.auth.CredentialProvider {

        private Secret current;
        private String next = "";

        Renewed(String first) {
            current = Secret.of(first);
        }

        @Override
        public Secret credential() {
            return current;
        }

        @Override
        public boolean refresh(Secret refused) {
            current = Secret.of(next);
            return true;
        }
    }
}
