package dev.accesskeys.nscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.Secret;
import dev.accesskeys.auth.OAuthClientCredentials;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.keys.AccessKeyServices;
import dev.accesskeys.keys.OpenedAccessKeys;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.nscale.FakeNscale;
import dev.accesskeys.testing.nscale.NscaleQuirk;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NscaleConfigurationTest {

    private static final String URL = "NSCALE_STORAGE_SERVICE_API_ENDPOINT";
    private static final String TOKEN = "NSCALE_SERVICE_TOKEN";

    @Test
    void theBaseUrlMustBeGiven() {
        assertThatThrownBy(() -> NscaleClient.builder().token("token").build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(URL);
    }

    @Test
    void aCredentialMustBeGiven() {
        assertThatThrownBy(() -> NscaleClient.fromEnv(Map.of(URL, "https://storage.nscale.invalid")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(TOKEN);
    }

    @Test
    void aTokenAndClientCredentialsAreTooMuch() {
        OAuthClientCredentials credentials = OAuthClientCredentials.builder(
                        URI.create("https://identity.invalid/token"))
                .clientId("id")
                .clientSecret(Secret.of("canary-secret"))
                .build();
        NscaleClient.Builder builder = NscaleClient.builder()
                .baseUrl(URI.create("https://storage.nscale.invalid"))
                .token("canary-token")
                .clientCredentials(credentials);
        Map<String, String> variables = new HashMap<>(oauth("https://identity.invalid/token"));
        variables.put(TOKEN, "canary-token");

        assertThatThrownBy(builder::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("either")
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> NscaleClient.fromEnv(variables))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(TOKEN)
                .hasMessageNotContaining("canary");
    }

    @Test
    void halfOfTheClientCredentialsIsNotEnough() {
        Map<String, String> variables = new HashMap<>(oauth("https://identity.invalid/token"));
        variables.remove("NSCALE_OAUTH_CLIENT_SECRET");

        assertThatThrownBy(() -> NscaleClient.fromEnv(variables))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("NSCALE_OAUTH_CLIENT_SECRET is not set");
    }

    @Test
    void theTokenEndpointHasToBeAsSafeAsTheBaseUrl() {
        assertThatThrownBy(() -> NscaleClient.fromEnv(oauth("http://identity.invalid/token")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("token endpoint");
        assertThatThrownBy(() -> NscaleClient.fromEnv(oauth("not an address: canary")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void keysAreOpenedByNameWithAToken() {
        try (FakeNscale fake = FakeNscale.builder().keys(2).start()) {
            Map<String, String> variables = Map.of(
                    URL,
                    fake.baseUrl().toString(),
                    TOKEN,
                    fake.token(),
                    "NSCALE_ENDPOINT_ID",
                    fake.project().endpointId());

            try (OpenedAccessKeys opened = AccessKeyServices.open("nscale", variables)) {
                assertThat(opened.keys().list()).hasSize(2);
            }
        }
    }

    @Test
    void keysAreOpenedByNameWithClientCredentials() {
        try (FakeNscale fake = FakeNscale.builder().keys(2).start()) {
            Map<String, String> variables =
                    new HashMap<>(oauth(fake.tokenEndpoint().toString()));
            variables.put(URL, fake.baseUrl().toString());
            variables.put("NSCALE_OAUTH_CLIENT_ID", fake.clientId());
            variables.put("NSCALE_OAUTH_CLIENT_SECRET", fake.clientSecret().reveal());
            variables.put("NSCALE_OAUTH_SCOPE", "storage");
            variables.put("NSCALE_ENDPOINT_ID", fake.project().endpointId());

            try (OpenedAccessKeys opened = AccessKeyServices.open("nscale", variables)) {
                assertThat(opened.keys().list()).hasSize(2);
            }
            assertThat(fake.ledger().count("POST", FakeNscale.TOKENS)).isEqualTo(1);
        }
    }

    @Test
    void whatIsMissingToOpenIsNamed() {
        Map<String, String> variables = new HashMap<>(Map.of(URL, "https://storage.nscale.invalid", TOKEN, "token"));

        assertThatThrownBy(() -> AccessKeyServices.open("nscale", variables))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("NSCALE_ENDPOINT_ID is not set");
        variables.put("NSCALE_ENDPOINT_ID", "Capitals");
        assertThatThrownBy(() -> AccessKeyServices.open("nscale", variables))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("NSCALE_ENDPOINT_ID");
        assertThat(new NscaleAccessKeyProvider().settings()).contains(URL, TOKEN, "NSCALE_ENDPOINT_ID");
    }

    @Test
    void anEndedSessionIsReplacedOnceAndTheCallGoesThrough() {
        VirtualTime time = VirtualTime.create();
        FakeNscale fake = FakeNscale.builder().keys(1).timeSource(time).inMemory();
        try (OAuthClientCredentials credentials = credentials(fake, time);
                NscaleClient client = Nscale.builder(fake)
                        .timeSource(time)
                        .clientCredentials(credentials)
                        .build()) {
            String endpoint = fake.project().endpointId();
            client.objectStorageAccessKeys().list(endpoint);
            fake.endSessions();

            client.objectStorageAccessKeys().create(endpoint, Nscale.request("backup"));

            assertThat(fake.ledger().count("POST", FakeNscale.TOKENS)).isEqualTo(2);
            assertThat(fake.ledger().count("POST", FakeNscale.KEYS)).isEqualTo(2);
            assertThat(fake.ledger().applied()).hasSize(1);
        }
    }

    @Test
    void aTokenIsRenewedAheadOfItsEnd() {
        VirtualTime time = VirtualTime.create();
        FakeNscale fake = FakeNscale.builder().keys(1).timeSource(time).inMemory();
        try (OAuthClientCredentials credentials = credentials(fake, time);
                NscaleClient client = Nscale.builder(fake)
                        .timeSource(time)
                        .clientCredentials(credentials)
                        .build()) {
            String endpoint = fake.project().endpointId();
            for (int minutes = 0; minutes < 120; minutes += 2) {
                client.objectStorageAccessKeys().list(endpoint);
                time.advance(Duration.ofMinutes(2));
            }

            assertThat(fake.ledger().entries())
                    .noneMatch(entry -> entry.status().orElse(0) == 401);
            assertThat(fake.ledger().count("POST", FakeNscale.TOKENS)).isEqualTo(3);
        }
    }

    @Test
    void aWrongClientIsReportedWithoutItsSecret() {
        FakeNscale fake = FakeNscale.builder().quirks(NscaleQuirk.MANY_SESSIONS).inMemory();
        try (OAuthClientCredentials credentials = OAuthClientCredentials.builder(
                                URI.create("https://identity.invalid" + FakeNscale.TOKENS))
                        .clientId("wrong")
                        .clientSecret(Secret.of("canary-secret"))
                        .transport(fake.transport())
                        .build();
                NscaleClient client =
                        Nscale.builder(fake).clientCredentials(credentials).build()) {
            assertThatThrownBy(() -> client.objectStorageEndpoints().list())
                    .isInstanceOf(AccessKeysException.class)
                    .hasMessageContaining("invalid_client")
                    .hasMessageNotContaining("canary");
            assertThat(fake.ledger().entries()).hasSize(1);
        }
    }

    private static OAuthClientCredentials credentials(FakeNscale fake, VirtualTime time) {
        return OAuthClientCredentials.builder(URI.create("https://identity.invalid" + FakeNscale.TOKENS))
                .clientId(fake.clientId())
                .clientSecret(fake.clientSecret())
                .transport(fake.transport())
                .timeSource(time)
                .build();
    }

    private static Map<String, String> oauth(String tokenEndpoint) {
        return Map.of(
                URL,
                "https://storage.nscale.invalid",
                "NSCALE_OAUTH_TOKEN_ENDPOINT",
                tokenEndpoint,
                "NSCALE_OAUTH_CLIENT_ID",
                "client",
                "NSCALE_OAUTH_CLIENT_SECRET",
                "canary-secret");
    }
}
