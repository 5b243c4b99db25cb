package dev.accesskeys.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.error.NotSentException;
import dev.accesskeys.testprovider.VirtualTime;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of calls when the token endpoint fails, refuses, or talks nonsense. */
class TokenEndpointFailuresTest {

    @Test
    void aFailureThatPassesIsSatOut() {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.then(new MockResponse.Builder()
                            .code(429)
                            .setHeader("Retry-After", "3")
                            .build())
                    .thenAnswer(500, "")
                    .thenToken("first", 3600);

            assertThat(tokens.token()).isEqualTo("first");
            assertThat(tokens.time().waits()).startsWith(Duration.ofSeconds(3)).hasSize(2);
        }
    }

    @Test
    void aLongPauseIsNotSatOut() {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.then(new MockResponse.Builder()
                    .code(503)
                    .setHeader("Retry-After", "600")
                    .build());

            assertThatThrownBy(tokens::token).isInstanceOf(NotSentException.class);
            assertThat(tokens.time().waits()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 307})
    void aRefusalIsFinalAndShowsTheKnownCodeOnly(int status) {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.then(new MockResponse.Builder()
                    .code(status)
                    .setHeader("Location", "https://elsewhere.invalid/")
                    .body("{\"error\":\"invalid_client\",\"error_description\":\"" + TokenServer.SECRET + "\"}")
                    .build());

            assertThatThrownBy(tokens::token)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("HTTP " + status + " (invalid_client)")
                    .hasMessageNotContaining("canary");
            assertThat(tokens.requests()).isEqualTo(1);
        }
    }

    @Test
    void anUnknownErrorCodeIsNotShown() {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.thenAnswer(400, "{\"error\":\"canary\"}");

            assertThatThrownBy(tokens::token)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageNotContaining("canary");
        }
    }

    @Test
    void anAnswerWithoutUsableTokenIsNoSuccessAndIsNotQuoted() {
        for (String body : List.of(
                "",
                "<html>canary</html>",
                "[\"canary\"]",
                "{\"token\":\"canary\"}",
                "{\"access_token\":\"\"}",
                "{\"access_token\":7}",
                "{\"access_token\":\"canary with blanks\"}",
                "{\"access_token\":\"canary\u00e4\"}",
                "{\"access_token\":\"canary\",\"token_type\":\"mac\"}",
                "{\"access_token\":\"canary\"")) {
            try (TokenServer tokens = TokenServer.start()) {
                tokens.thenAnswer(200, body);

                assertThatThrownBy(tokens::token)
                        .as(body)
                        .isInstanceOf(NotSentException.class)
                        .hasMessageContaining("token endpoint")
                        .hasMessageNotContaining("canary")
                        .hasNoCause();
            }
        }
    }

    @Test
    void aHugeAnswerIsNotReadToItsEnd() {
        try (TokenServer tokens = TokenServer.start()) {
            String huge = "{\"access_token\":\"" + "x".repeat(1_000_000) + "\"}";
            tokens.thenAnswer(200, huge).thenAnswer(200, huge).thenAnswer(200, huge);

            assertThatThrownBy(tokens::token)
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining("cut off or too large");
        }
    }

    @Test
    void aLostConnectionIsTriedAgain() {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.then(new MockResponse.Builder()
                            .onRequestStart(new SocketEffect.CloseSocket())
                            .build())
                    .thenToken("first", 3600);

            assertThat(tokens.token()).isEqualTo("first");
        }
    }

    @Test
    void anEndpointThatStallsIsGivenUp() {
        try (TokenServer tokens = TokenServer.start(builder -> builder.timeout(Duration.ofMillis(100)))) {
            MockResponse stall = new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build();
            tokens.then(stall).then(stall).then(stall);

            assertThatThrownBy(tokens::token)
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining("within 100 ms");
        }
    }

    @Test
    void anEndpointThatIsNotThereIsReported() {
        OAuthClientCredentials credentials = OAuthClientCredentials.builder(URI.create("http://127.0.0.1:1/token"))
                .clientId("id")
                .clientSecret(Secret.of("canary"))
                .timeSource(VirtualTime.flowing())
                .build();

        try (credentials) {
            assertThatThrownBy(credentials::credential)
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining("cannot be reached");
        }
    }

    @Test
    void anInterruptEndsTheWaitForAToken() {
        try (TokenServer tokens = TokenServer.start()) {
            tokens.thenToken("first", 3600);
            Thread.currentThread().interrupt();

            assertThatThrownBy(tokens::token)
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(tokens.token()).isEqualTo("first");
        }
    }
}
