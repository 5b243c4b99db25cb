package dev.accesskeys.call;

import static dev.accesskeys.testprovider.Kind.CREATE;
import static dev.accesskeys.testprovider.Kind.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.CallOptions;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.RateLimitedException;
import dev.accesskeys.retry.RetryPolicy;
import dev.accesskeys.testprovider.CallStyle;
import dev.accesskeys.testprovider.Cases;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.RawServer;
import dev.accesskeys.testprovider.Reply;
import dev.accesskeys.testprovider.TestClient;
import dev.accesskeys.testprovider.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How long the waits between attempts are, and when there is none. */
class RetryTimingTest {

    /** What the backoff gives when the random number is always one half. */
    private static final List<Duration> BACKOFF = List.of(Duration.ofMillis(125), Duration.ofMillis(250));

    @ParameterizedTest(name = "Retry-After: {0}")
    @MethodSource("askedWaits")
    void theWaitThatTheProviderAsksForIsKeptTo(String asked, List<Duration> expected) {
        for (CallStyle style : CallStyle.values()) {
            VirtualTime time = VirtualTime.flowing();
            try (RawServer server = RawServer.replying(Reply.status(429, "Retry-After: " + asked));
                    TestClient client = Clients.of(server)
                            .timeSource(time)
                            .deadline(Duration.ofHours(1))
                            .build()) {

                Cases.failure(client, CREATE, style);

                assertThat(time.waits()).isEqualTo(expected);
            }
        }
    }

    static Stream<Arguments> askedWaits() {
        return Stream.of(
                Arguments.of("2", List.of(Duration.ofSeconds(2), Duration.ofSeconds(2))),
                Arguments.of(" 2 ", List.of(Duration.ofSeconds(2), Duration.ofSeconds(2))),
                // The clock moves with the first wait, so that at the second one the date is past.
                Arguments.of("Thu, 01 Jan 2026 00:00:07 GMT", List.of(Duration.ofSeconds(7), BACKOFF.get(1))),
                Arguments.of("50", List.of(Duration.ofSeconds(50), Duration.ofSeconds(50))),
                // More than is kept to, but no mistake.
                Arguments.of("90", List.of(Duration.ofSeconds(60), Duration.ofSeconds(60))),
                Arguments.of("0", BACKOFF),
                Arguments.of("86401", BACKOFF),
                Arguments.of("999999999999", BACKOFF),
                Arguments.of("99999999999999999999", BACKOFF),
                Arguments.of("-5", BACKOFF),
                Arguments.of("1.5", BACKOFF),
                Arguments.of("soon", BACKOFF),
                Arguments.of("", BACKOFF),
                Arguments.of("Wed, 01 Jan 2025 00:00:00 GMT", BACKOFF),
                Arguments.of("Thu, 01 Jan 2099 00:00:00 GMT", BACKOFF),
                Arguments.of("Thu, 41 Jan 2026 00:00:00 GMT", BACKOFF));
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void withoutARetryAfterTheWaitsGrow(CallStyle style) {
        VirtualTime time = VirtualTime.flowing();
        try (RawServer server = RawServer.replying(Reply.status(429));
                TestClient client = Clients.of(server)
                        .timeSource(time)
                        .retryPolicy(RetryPolicy.standard().withMaxAttempts(9))
                        .build()) {

            AccessKeysException thrown = Cases.failure(client, READ, style);

            assertThat(time.waits())
                    .extracting(Duration::toMillis)
                    .containsExactly(125L, 250L, 500L, 1000L, 2000L, 4000L, 5000L, 5000L);
            assertThat(thrown.getSuppressed())
                    .hasSize(8)
                    .allSatisfy(earlier -> assertThat(earlier).isExactlyInstanceOf(RateLimitedException.class));
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void thePolicyOfACallWinsOverTheClients(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.status(503));
                TestClient client = Clients.of(server).build()) {

            Cases.failure(client.with(CallOptions.retryPolicy(RetryPolicy.none())), READ, style);

            assertThat(server.requests()).hasSize(1);
        }
    }

    /** A provider that is down gets no more than its share: 500 tokens, five for a repetition. */
    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aClientThatOnlyFailsStopsRepeating(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.status(503));
                TestClient client = Clients.of(server).build()) {
            for (int i = 0; i < 50; i++) {
                Cases.failure(client, READ, style);
            }
            int sent = server.requests().size();

            Cases.failure(client, READ, style);

            assertThat(sent).isEqualTo(150);
            assertThat(server.requests()).hasSize(151);
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void successesGiveTheRightToRepeatBack(CallStyle style) {
        Reply downAtFirst = connection -> {
            boolean down = connection.requests() <= 150 || connection.requests() > 156;
            return (down ? Reply.status(503) : Reply.thing()).write(connection);
        };
        try (RawServer server = RawServer.replying(downAtFirst);
                TestClient client = Clients.of(server).build()) {
            for (int i = 0; i < 50; i++) {
                Cases.failure(client, READ, style);
            }
            for (int i = 0; i < 6; i++) {
                style.call(client, TestClient.get(7));
            }

            Cases.failure(client, READ, style);

            assertThat(server.requests()).hasSize(158);
        }
    }
}
