package dev.accesskeys.call;

import static dev.accesskeys.testprovider.Kind.CREATE;
import static dev.accesskeys.testprovider.Kind.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.CallOptions;
import dev.accesskeys.Secret;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.AppliedButLostException;
import dev.accesskeys.error.DeadlineExceededException;
import dev.accesskeys.error.NotSentException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.ServerException;
import dev.accesskeys.testprovider.CallStyle;
import dev.accesskeys.testprovider.Cases;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.Kind;
import dev.accesskeys.testprovider.RawServer;
import dev.accesskeys.testprovider.Reply;
import dev.accesskeys.testprovider.TestClient;
import dev.accesskeys.testprovider.VirtualTime;
import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One deadline holds over everything: no server can keep a call for longer. */
@Timeout(20)
class DeadlineTest {

    private static final Duration DEADLINE = Duration.ofMillis(150);

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static final Map<String, Reply> STALLS = Map.of(
            "before the status line", Reply.thenStall(""),
            "in the headers", Reply.thenStall(HEAD),
            "in the body", Reply.thenStall(HEAD + "Content-Length: 100\r\n\r\n{\"id\":7,"),
            "one byte at a time", Reply.dripping(HEAD + "Content-Length: 5000\r\n\r\n" + " ".repeat(5000)),
            "one interim answer after the other", Reply.dripping("HTTP/1.1 103 Early Hints\r\n\r\n".repeat(1000)));

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("stalls")
    void aServerThatStallsCannotHoldACallBeyondItsDeadline(String stall, Kind kind, CallStyle style)
            throws InterruptedException {
        try (RawServer server = RawServer.replying(STALLS.get(stall));
                TestClient client = client(server)) {

            AccessKeysException thrown = Cases.failure(client, kind, style);

            if (kind == CREATE) {
                assertThat(thrown).isInstanceOf(OutcomeUnknownException.class);
                assertThat(thrown).hasCauseExactlyInstanceOf(DeadlineExceededException.class);
            } else {
                assertThat(thrown).isExactlyInstanceOf(DeadlineExceededException.class);
            }
            Cases.saysAllThreeThings(thrown, "deadline");
            assertThat(server.requests()).hasSize(1);
            server.awaitDrop();
        }
    }

    static Stream<Arguments> stalls() {
        return STALLS.keySet().stream()
                .sorted()
                .flatMap(stall -> Stream.of(READ, Kind.DELETE, CREATE)
                        .flatMap(kind -> Cases.styles().map(style -> Arguments.of(stall, kind, style))));
    }

    /** The status says that the key was made; what came of the answer may hold its secret. */
    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aCreateWhoseAnswerStallsInTheBodyWasApplied(CallStyle style) {
        Reply stalled = Reply.thenStall(HEAD + "Content-Length: 100\r\n\r\n{\"id\":7,\"secret\":\"sesame\",");
        try (RawServer server = RawServer.replying(stalled);
                TestClient client = client(server)) {

            AccessKeysException thrown = Cases.failure(client, CREATE, style);

            assertThat(thrown).isInstanceOfSatisfying(AppliedButLostException.class, lost -> {
                assertThat(lost.salvagedSecrets()).containsEntry("secret", Secret.of("sesame"));
                assertThat(lost.salvagedIdentifiers()).containsEntry("id", "7");
            });
        }
    }

    /** The status says that the key was not made. */
    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aCreateWhoseRefusalStallsInTheBodyWasNotApplied(CallStyle style) {
        Reply stalled = Reply.thenStall("HTTP/1.1 403 Forbidden\r\nContent-Length: 100\r\n\r\n{");
        try (RawServer server = RawServer.replying(stalled);
                TestClient client = client(server)) {

            AccessKeysException thrown = Cases.failure(client, CREATE, style);

            assertThat(thrown).isExactlyInstanceOf(dev.accesskeys.error.PermissionDeniedException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void anAttemptThatTakesTooLongIsRepeatedForARead(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.thenStall(""), Reply.thing());
                TestClient client = Clients.of(server).build()) {
            TestClient hurried = client.with(CallOptions.none().withAttemptTimeout(Duration.ofMillis(200)));

            style.call(hurried, READ.invocation());

            assertThat(server.requests()).hasSize(2);
        }
    }

    /** Less is left for the second attempt than the first one had: that is no reason to do without it. */
    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void whatIsLeftOfTheDeadlineIsGivenToTheNextAttempt(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.thenStall(""), Reply.thing());
                TestClient client = Clients.of(server)
                        .timeSource(TimeSource.system())
                        .random(() -> 0)
                        .build()) {
            TestClient hurried = client.with(
                    CallOptions.deadline(Duration.ofMillis(1000)).withAttemptTimeout(Duration.ofMillis(600)));

            style.call(hurried, READ.invocation());

            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void anAttemptOfACreateThatTakesTooLongIsNotRepeated(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.thenStall(""), Reply.thing());
                TestClient client = Clients.of(server).build()) {
            TestClient hurried = client.with(CallOptions.none().withAttemptTimeout(Duration.ofMillis(200)));

            AccessKeysException thrown = Cases.failure(hurried, CREATE, style);

            assertThat(server.requests()).hasSize(1);
            assertThat(thrown).isExactlyInstanceOf(OutcomeUnknownException.class);
            assertThat(thrown).hasCauseExactlyInstanceOf(DeadlineExceededException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aWaitThatWouldEndBehindTheDeadlineIsNotBegun(CallStyle style) {
        VirtualTime time = VirtualTime.flowing();
        try (RawServer server = RawServer.replying(Reply.status(503, "Retry-After: 30"));
                TestClient client = Clients.of(server)
                        .timeSource(time)
                        .deadline(Duration.ofSeconds(29))
                        .build()) {

            AccessKeysException thrown = Cases.failure(client, READ, style);

            assertThat(thrown).isExactlyInstanceOf(ServerException.class);
            assertThat(time.waits()).isEmpty();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void waitsCountTowardsTheDeadline(CallStyle style) {
        VirtualTime time = VirtualTime.flowing();
        try (RawServer server = RawServer.replying(Reply.status(503, "Retry-After: 20"));
                TestClient client = Clients.of(server)
                        .timeSource(time)
                        .deadline(Duration.ofSeconds(29))
                        .build()) {

            Cases.failure(client, READ, style);

            assertThat(server.requests()).hasSize(2);
        }
    }

    /** Sending a create for which no time is left would leave its outcome unknown for nothing. */
    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aCreateIsNotSentWhenItsCredentialTookAllTheTime(CallStyle style) {
        VirtualTime time = VirtualTime.flowing();
        try (RawServer server = RawServer.replying(Reply.thing());
                TestClient client = Clients.of(server)
                        .timeSource(time)
                        .deadline(Duration.ofSeconds(5))
                        .token(() -> {
                            time.advance(Duration.ofSeconds(6));
                            return Secret.of(Clients.TOKEN);
                        })
                        .build()) {

            AccessKeysException thrown = Cases.failure(client, CREATE, style);

            assertThat(thrown).isExactlyInstanceOf(DeadlineExceededException.class);
            assertThat(thrown.applied()).isEqualTo(dev.accesskeys.error.Applied.NO);
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aDeadlineOfCenturiesIsNoProblem(CallStyle style) {
        CallOptions patient =
                CallOptions.deadline(Duration.ofSeconds(Long.MAX_VALUE)).withAttemptTimeout(Duration.ofDays(400_000));
        try (RawServer server = RawServer.replying(Reply.thing());
                TestClient client =
                        Clients.of(server).settleTime(Duration.ofDays(400_000)).build()) {

            assertThat(style.call(client.with(patient), TestClient.create("seven"))
                            .id())
                    .isEqualTo(7);
        }
    }

    /** A black hole swallows even the handshake: the connect timeout ends it, and nothing was sent. */
    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aConnectionThatIsNeverMadeWasNotSent(CallStyle style) {
        try (BlackHole hole = BlackHole.open();
                TestClient client = Clients.at(hole.url())
                        .connectTimeout(Duration.ofMillis(200))
                        .retryPolicy(dev.accesskeys.retry.RetryPolicy.none())
                        .build()) {

            AccessKeysException thrown = Cases.failure(client, CREATE, style);

            assertThat(thrown).isExactlyInstanceOf(NotSentException.class);
        }
    }

    private static TestClient client(RawServer server) {
        return Clients.of(server)
                .timeSource(TimeSource.system())
                .deadline(DEADLINE)
                .build();
    }
}
