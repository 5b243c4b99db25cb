package dev.accesskeys.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.Secret;
import dev.accesskeys.auth.OAuthClientCredentials.Authentication;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.error.NotSentException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthClientCredentialsTest {

    @Test
    void theClientProvesItselfInAHeaderUnlessToldOtherwise() {
        try (TokenServer tokens = TokenServer.start(builder -> builder.scope("keys:read keys:write"))) {
            tokens.thenToken("first", 3600);

            assertThat(tokens.token()).isEqualTo("first");

            RecordedRequest request = tokens.taken();
            String pair = "backup+rotator:canary%3Aclient%2Fsecret%2B";
            assertThat(request.getMethod()).isEqualTo("POST");
            assertThat(request.getHeaders().get("Authorization"))
                    .isEqualTo("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
            assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
            assertThat(body(request)).isEqualTo("grant_type=client_credentials&scope=keys%3Aread+keys%3Awrite");
        }
    }

    @Test
    void theClientProvesItselfInTheFormIfToldSo() {
        try (TokenServer tokens = TokenServer.start(builder -> builder.authentication(Authentication.FORM))) {
            tokens.thenToken("first", 3600);

            tokens.token();

            RecordedRequest request = tokens.taken();
            assertThat(request.getHeaders().get("Authorization")).isNull();
            assertThat(body(request))
                    .isEqualTo("grant_type=client_credentials&client_id=backup+rotator"
                            + "&client_secret=canary%3Aclient%2Fsecret%2B");
        }
    }

    @Test
    void nothingIsSentBeforeATokenIsNeeded() {
        try (TokenServer tokens = TokenServer.start()) {
            assertThat(tokens.requests()).isZero();
            assertThat(tokens.credentials().mayBlock()).isTrue();
        }
    }

    @Test
    void aTokenIsKeptWhileItIsFresh() {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.thenToken("first", 3600);

            tokens.token();
            tokens.time().advance(Duration.ofMinutes(54));

            assertThat(tokens.token()).isEqualTo("first");
            assertThat(tokens.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 60, 300, 3600, 86_400})
    void howFarAheadATokenIsRenewedFollowsFromItsLifetime(long lifetime) {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.thenToken("first", lifetime).thenToken("second", lifetime);
            long ahead = Math.min(lifetime / 5, 300);

            tokens.token();
            tokens.time().advance(Duration.ofSeconds(lifetime - ahead - 1));
            String before = tokens.token();
            tokens.time().advance(Duration.ofSeconds(1));
            String after = tokens.token();

            assertThat(before).isEqualTo("first");
            assertThat(after).isEqualTo("second");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",\"expires_in\":null", ",\"expires_in\":0", ",\"expires_in\":-5", ",\"expires_in\":\"soon\""
            })
    void aTokenOfUntoldLifetimeIsKeptUntilItIsRefused(String lifetime) {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.thenAnswer(200, "{\"access_token\":\"first\"" + lifetime + "}")
                    .thenToken("second", 60);

            tokens.token();
            tokens.time().advance(Duration.ofDays(300));
            String kept = tokens.token();
            boolean better = tokens.credentials().refresh(Secret.of("first"));

            assertThat(kept).isEqualTo("first");
            assertThat(better).isTrue();
            assertThat(tokens.token()).isEqualTo("second");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"60\"", "60.5", "60"})
    void aLifetimeIsReadAsNumberOrText(String lifetime) {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.thenAnswer(200, "{\"access_token\":\"first\",\"expires_in\":" + lifetime + "}")
                    .thenToken("second", 60);

            tokens.token();
            tokens.time().advance(Duration.ofSeconds(49));

            assertThat(tokens.token()).isEqualTo("second");
        }
    }

    @Test
    void anAbsurdLifetimeIsCapped() {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.thenAnswer(200, "{\"access_token\":\"first\",\"expires_in\":1e30}");

            assertThat(tokens.token()).isEqualTo("first");
        }
    }

    @Test
    void aTokenThatIsValidOutlastsAFailingEndpoint() {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.thenToken("first", 600);
            tokens.token();
            tokens.thenAnswer(503, "").thenAnswer(503, "").thenAnswer(503, "").thenAnswer(503, "");

            tokens.time().advance(Duration.ofSeconds(500));
            String ahead = tokens.token();
            tokens.time().advance(Duration.ofSeconds(75));
            String nearItsEnd = tokens.token();

            assertThat(ahead).isEqualTo("first");
            assertThat(nearItsEnd).isEqualTo("first");
            assertThat(tokens.requests()).isEqualTo(5);
        }
    }

    @Test
    void anEndpointThatFailedIsLetRestWhileTheTokenIsGood() {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.thenToken("first", 3600).thenAnswer(503, "").thenToken("second", 3600);
            tokens.token();
            tokens.time().advance(Duration.ofMinutes(56));

            tokens.token();
            tokens.token();
            tokens.time().advance(Duration.ofSeconds(29));
            tokens.token();

            assertThat(tokens.requests()).isEqualTo(2);
            tokens.time().advance(Duration.ofSeconds(2));
            assertThat(tokens.token()).isEqualTo("second");
        }
    }

    @Test
    void anExpiredTokenIsNotUsed() {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.thenToken("first", 600);
            tokens.token();
            tokens.thenAnswer(503, "").thenAnswer(503, "").thenAnswer(503, "");
            tokens.time().advance(Duration.ofSeconds(601));

            assertThatThrownBy(tokens::token)
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining("HTTP 503")
                    .hasMessageContaining("Nothing was changed");
            assertThat(tokens.requests()).isEqualTo(4);
        }
    }

    @Test
    void aRefusedTokenIsReplaced() {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.thenToken("first", 3600).thenToken("second", 3600);
            Secret refused = tokens.credentials().credential();

            assertThat(tokens.credentials().refresh(refused)).isTrue();
            assertThat(tokens.credentials().refresh(refused)).isTrue();

            assertThat(tokens.token()).isEqualTo("second");
            assertThat(tokens.requests()).isEqualTo(2);
        }
    }

    @Test
    void theSameTokenAgainIsNoBetterOne() {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.thenToken("first", 3600).thenToken("first", 3600);

            assertThat(tokens.credentials().refresh(tokens.credentials().credential()))
                    .isFalse();
        }
    }

    @Test
    void aRefusedTokenIsNeverUsedAgainEvenIfNoOtherCanBeHad() {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.thenToken("first", 3600).thenAnswer(503, "").thenToken("second", 3600);
            Secret refused = tokens.credentials().credential();

            assertThatThrownBy(() -> tokens.credentials().refresh(refused)).isInstanceOf(NotSentException.class);

            assertThat(tokens.token()).isEqualTo("second");
        }
    }

    @Test
    void addressesThatAreNotSafeAreRefused() {
        for (String address : List.of(
                "http://identity.example.com/token",
                "https://canary:canary@identity.example.com/token",
                "https://identity.example.com/token?canary=1",
                "/token",
                "ftp://identity.example.com/token")) {
            assertThatThrownBy(() -> OAuthClientCredentials.builder(URI.create(address)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("the address of the token endpoint")
                    .hasMessageNotContaining("canary");
        }
    }

    @Test
    void idAndSecretAreNeeded() {
        OAuthClientCredentials.Builder builder =
                OAuthClientCredentials.builder(URI.create("https://identity.example.com/token"));

        assertThatThrownBy(builder::build).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> builder.clientId("id").build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("secret");
        assertThatThrownBy(() ->
                        builder.clientId(" ").clientSecret(Secret.of("canary")).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> builder.timeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closedCredentialsGiveNoNewToken() {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.credentials().close();

            assertThatThrownBy(tokens::token).isInstanceOf(ConfigurationException.class);
            assertThat(tokens.requests()).isZero();
        }
    }

    @Test
    void noTextShowsASecret() {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.thenToken("canary-token", 3600);
            tokens.token();

            assertThat(tokens.credentials().toString())
                    .contains("/oauth2/token")
                    .doesNotContain("canary")
                    .doesNotContain(TokenServer.ID);
        }
    }

    @Test
    void everyFailureSaysThatNothingWasChanged() {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.thenAnswer(400, "");

            assertThatThrownBy(tokens::token)
                    .isInstanceOfSatisfying(
                            AccessKeysException.class,
                            failure -> assertThat(failure.advice()).isNotEmpty());
        }
    }

    private static String body(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody()).utf8();
    }
}
