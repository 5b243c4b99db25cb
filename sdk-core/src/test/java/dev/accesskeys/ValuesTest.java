package dev.accesskeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.AppliedButLostException;
import dev.accesskeys.http.Headers;
import dev.accesskeys.http.HttpMethod;
import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.http.TransportResponse;
import dev.accesskeys.retry.RetryPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small values that everything else is made of. */
class ValuesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aSecretShowsNothing() {
        Secret secret = Secret.of("canary-0123456789");

        assertThat(secret).hasToString("Secret[redacted]").isNotInstanceOf(Serializable.class);
        assertThat(secret.hashCode()).isEqualTo(Secret.of("another").hashCode());
        assertThat(secret.masked()).isEqualTo("cana…");
        assertThat(Secret.of("short").masked()).isEqualTo("…");
        assertThat(secret.reveal()).isEqualTo("canary-0123456789");
        assertThatThrownBy(() -> Secret.of("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void secretsAreEqualByValue() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).isNotEqualTo(Secret.of("b"));
        assertThat(Secret.of("a").equals(null)).isFalse();
        assertThat(Secret.of("\ud800")).isNotEqualTo(Secret.of("?"));
    }

    @Test
    void anExceptionTakesNoSecretAlongWhenItIsSerialised() throws IOException {
        AppliedButLostException lost = new AppliedButLostException(
                "testcloud create", "it broke", "look", Map.of("secret", Secret.of("canary")), Map.of("id", "7"), null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(lost);
        }

        assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotContain("canary");
    }

    @Test
    void rateLimitsAreEqualByContent() {
        EqualsVerifier.forClass(RateLimit.class).verify();
    }

    @Test
    void headersAreEqualWithoutRegardToTheCaseOfNames() {
        Headers one = Headers.of(Map.of("X-Request-Id", List.of("a", "b")));
        Headers other = Headers.of(Map.of("x-request-id", List.of("a", "b")));

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.first("X-REQUEST-ID")).contains("a");
        assertThat(one.all("x-Request-id")).containsExactly("a", "b");
        assertThat(one.first("other")).isEmpty();
        assertThat(Headers.of(Map.of("Empty", List.of())).first("empty")).isEmpty();
        assertThatThrownBy(() -> one.asMap().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatCarriesSecretsDoesNotPrintThem() {
        Headers headers = Headers.of(Map.of("Authorization", List.of("Bearer canary")));
        byte[] body = "canary".getBytes(StandardCharsets.UTF_8);

        assertThat(headers.toString()).isEqualTo("Headers[Authorization]");
        assertThat(new TransportRequest(
                                HttpMethod.GET, URI.create("https://h.example/path?token=canary"), headers, body)
                        .toString())
                .isEqualTo("GET /path");
        assertThat(new TransportResponse(200, headers, body).toString()).isEqualTo("HTTP 200");
        assertThat(new Response<>("canary", 200, headers, "r1", RateLimit.from(headers, NOW), 1, Duration.ZERO)
                        .toString())
                .doesNotContain("canary");
        assertThat(new FoundSecrets("op", Map.of("secret", Secret.of("canary")), Map.of("id", "canary")).toString())
                .doesNotContain("canary");
        assertThat(CallOptions.secretSink(found -> {}).toString()).contains("secretSink=set");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "X-RateLimit-Limit: 60; X-RateLimit-Remaining: 59; X-RateLimit-Reset: 1767225660 | 60 | 59 | 60 | -",
                "Ratelimit: \"default\",r=50,t=30 | - | 50 | 30 | -",
                "Retry-After: 12 | - | - | - | 12",
                "X-RateLimit-Limit: lots; X-RateLimit-Remaining: -1; X-RateLimit-Reset: never | - | - | - | -",
                "X-RateLimit-Reset: 999999999999999999; Retry-After: garbage | - | - | - | -",
                "X-RateLimit-Limit: 99999999999999999999 | - | - | - | -"
            })
    void theRateLimitIsReadFromWhateverIsThere(
            String text, Long limit, Long remaining, Long resetSeconds, Long retryAfter) {
        Headers.Builder headers = Headers.builder();
        for (String header : text.split("; ", -1)) {
            headers.add(
                    header.substring(0, header.indexOf(": ")),
                    header.substring(header.indexOf(": ") + 2)
                            .replace(",r", ";r")
                            .replace(",t", ";t"));
        }

        RateLimit read = RateLimit.from(headers.build(), NOW);

        assertThat(read.limit().isPresent() ? read.limit().getAsLong() : null).isEqualTo(limit);
        assertThat(read.remaining().isPresent() ? read.remaining().getAsLong() : null)
                .isEqualTo(remaining);
        assertThat(read.resetsAt().orElse(null)).isEqualTo(resetSeconds == null ? null : NOW.plusSeconds(resetSeconds));
        assertThat(read.retryAfter().map(Duration::toSeconds).orElse(null)).isEqualTo(retryAfter);
    }

    @Test
    void aStructuredRateLimitHasAPolicyBesideIt() {
        Headers headers = Headers.of(Map.of(
                "Ratelimit", List.of("\"default\"; r=50 ;t=30"), "Ratelimit-Policy", List.of("\"burst\";q=100;w=60")));

        RateLimit read = RateLimit.from(headers, NOW);

        assertThat(read.limit()).hasValue(100);
        assertThat(read.remaining()).hasValue(50);
        assertThat(read.resetsAt()).contains(NOW.plusSeconds(30));
    }

    @Test
    void theOptionsOfACallWinWhereTheyAreSet() {
        CallOptions client = CallOptions.deadline(Duration.ofSeconds(9)).withRetryPolicy(RetryPolicy.none());

        CallOptions both = client.overriddenBy(CallOptions.none().withAttemptTimeout(Duration.ofSeconds(1)));

        assertThat(both.deadline()).contains(Duration.ofSeconds(9));
        assertThat(both.attemptTimeout()).contains(Duration.ofSeconds(1));
        assertThat(both.retryPolicy()).contains(RetryPolicy.none());
        assertThat(both.secretSink()).isEmpty();
    }
}
