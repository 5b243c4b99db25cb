package dev.accesskeys.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.testing.cloudflare.FakeCloudflare;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private static final String TOKEN = "CLOUDFLARE_API_TOKEN";
    private static final String EMAIL = "CLOUDFLARE_EMAIL";
    private static final String KEY = "CLOUDFLARE_API_KEY";

    @Test
    void eMailAndKeyAreSentTogether() {
        FakeCloudflare fake = FakeCloudflare.builder().inMemory();
        CloudflareClient client = CloudflareClient.builder()
                .emailAndKey(fake.email(), fake.apiKey())
                .transport(fake.transport())
                .build();

        assertThat(client.signingKeys().get(fake.accountId()).keyRotationIntervalDays())
                .isPresent();
    }

    @Test
    void theEnvironmentMayHoldTheTokenOrThePairAndTheBaseUrl() {
        try (FakeCloudflare fake = FakeCloudflare.start()) {
            String url = fake.baseUrl().toString();

            try (CloudflareClient byToken =
                            CloudflareClient.fromEnv(Map.of(TOKEN, fake.apiToken(), "CLOUDFLARE_BASE_URL", url));
                    CloudflareClient byPair = CloudflareClient.fromEnv(
                            Map.of(EMAIL, fake.email(), KEY, fake.apiKey(), "CLOUDFLARE_BASE_URL", url))) {
                assertThat(byToken.signingKeys().get(fake.accountId())).isNotNull();
                assertThat(byPair.signingKeys().get(fake.accountId())).isNotNull();
            }
        }
    }

    @Test
    void withoutACredentialTheClientIsNotBuilt() {
        assertThatThrownBy(() -> CloudflareClient.fromEnv(Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no credential for Cloudflare")
                .hasMessageContaining("Set CLOUDFLARE_API_TOKEN, or CLOUDFLARE_EMAIL and CLOUDFLARE_API_KEY");
        assertThatThrownBy(() -> CloudflareClient.builder().build()).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void halfOfThePairIsRefusedAndTheMessageNamesWhatIsSetAndWhatIsMissing() {
        assertThatThrownBy(() -> CloudflareClient.fromEnv(Map.of(EMAIL, "canary@example.com")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("set: CLOUDFLARE_EMAIL; missing: CLOUDFLARE_API_KEY")
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> CloudflareClient.fromEnv(Map.of(KEY, "canary")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("set: CLOUDFLARE_API_KEY; missing: CLOUDFLARE_EMAIL")
                .hasMessageNotContaining("canary");
    }

    @Test
    void aTokenAndThePairTogetherAreRefused() {
        Map<String, String> both = Map.of(TOKEN, "canary-1", EMAIL, "canary@example.com", KEY, "canary-2");

        assertThatThrownBy(() -> CloudflareClient.fromEnv(both))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("more than one credential for Cloudflare")
                .hasMessageContaining("set: CLOUDFLARE_API_TOKEN and CLOUDFLARE_EMAIL and CLOUDFLARE_API_KEY")
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> CloudflareClient.builder()
                        .apiToken("canary-1")
                        .emailAndKey("canary@example.com", "canary-2")
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("more than one credential for Cloudflare");
    }

    @Test
    void aTokenTogetherWithHalfOfThePairIsRefusedToo() {
        assertThatThrownBy(() -> CloudflareClient.fromEnv(Map.of(TOKEN, "canary-1", EMAIL, "canary@example.com")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("set: CLOUDFLARE_API_TOKEN and CLOUDFLARE_EMAIL");
    }

    @Test
    void anEmptyVariableIsAMistakeNotAMissingOne() {
        assertThatThrownBy(() -> CloudflareClient.fromEnv(Map.of(TOKEN, "", EMAIL, "a@example.com", KEY, "key")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(TOKEN);
    }

    @Test
    void whatIsGivenToTheBuilderWinsAsAWholeOverTheEnvironment() {
        FakeCloudflare fake = FakeCloudflare.builder().inMemory();
        Map<String, String> environment =
                new HashMap<>(Map.of(TOKEN, "wrong", EMAIL, "wrong@example.com", KEY, "wrong"));

        CloudflareClient byToken = CloudflareClient.builder()
                .apiToken(fake.apiToken())
                .environment(environment)
                .transport(fake.transport())
                .build();
        CloudflareClient byPair = CloudflareClient.builder()
                .emailAndKey(fake.email(), fake.apiKey())
                .environment(environment)
                .transport(fake.transport())
                .build();

        assertThat(byToken.signingKeys().get(fake.accountId())).isNotNull();
        assertThat(byPair.signingKeys().get(fake.accountId())).isNotNull();
    }

    @Test
    void theBuilderTakesThePairAsAWholeOnly() {
        assertThatThrownBy(() -> CloudflareClient.builder().emailAndKey("a@example.com", (String) null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the e-mail address is set, the API key is missing");
        assertThatThrownBy(() -> CloudflareClient.builder().emailAndKey(" ", "canary"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the e-mail address is missing, the API key is set")
                .hasMessageNotContaining("canary");
    }
}
