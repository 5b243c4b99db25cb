package dev.accesskeys.call;

import static dev.accesskeys.testprovider.Kind.CREATE;
import static dev.accesskeys.testprovider.Kind.DELETE;
import static dev.accesskeys.testprovider.Kind.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.ConnectionException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.NotSentException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.PermissionDeniedException;
import dev.accesskeys.http.TransportException;
import dev.accesskeys.testprovider.CallStyle;
import dev.accesskeys.testprovider.Cases;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.Kind;
import dev.accesskeys.testprovider.RawServer;
import dev.accesskeys.testprovider.Reply;
import dev.accesskeys.testprovider.TestClient;
import dev.accesskeys.testprovider.VirtualTime;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that are not made, or that break before an answer began. */
class BrokenConnectionTest {

    private static final Map<String, Reply> BREAKS = Map.of(
            "closed after the request", Reply.thenClose(""),
            "reset after the request", Reply.thenReset(""),
            "closed within the status line", Reply.thenClose("HTTP/1.1 2"),
            "closed within the headers", Reply.thenClose("HTTP/1.1 200 OK\r\nContent-Type: appl"),
            "no status line at all", Reply.thenClose("220 mail.example ESMTP\r\n\r\n"));

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("breaks")
    void anAnswerThatNeverBeginsLeavesTheOutcomeOfACreateUnknown(String broken, Kind kind, CallStyle style) {
        try (RawServer server = RawServer.replying(BREAKS.get(broken));
                TestClient client = Clients.of(server).build()) {

            AccessKeysException thrown = Cases.failure(client, kind, style);

            if (kind == CREATE) {
                assertThat(server.requests()).hasSize(1);
                assertThat(thrown).isExactlyInstanceOf(OutcomeUnknownException.class);
                assertThat(thrown).hasCauseExactlyInstanceOf(ConnectionException.class);
            } else {
                assertThat(thrown).isExactlyInstanceOf(ConnectionException.class);
                assertThat(thrown.getSuppressed()).hasSize(2);
            }
            assertThat(thrown.applied()).isEqualTo(kind.reads() ? Applied.NO : Applied.UNKNOWN);
            Cases.saysAllThreeThings(thrown, "connection");
        }
    }

    static Stream<Arguments> breaks() {
        return BREAKS.keySet().stream()
                .sorted()
                .flatMap(broken -> Cases.everyCall().map(each -> Arguments.of(broken, each.get()[0], each.get()[1])));
    }

    /** The JDK sends a GET once more by itself when nothing came back; no change is ever sent so. */
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UPDATE", "DELETE", "CREATE"})
    void theHttpClientRepeatsNoChangeByItself(Kind kind) {
        try (RawServer server = RawServer.replying(Reply.thenClose(""));
                TestClient client = Clients.of(server)
                        .retryPolicy(dev.accesskeys.retry.RetryPolicy.none())
                        .build()) {

            Cases.failure(client, kind, CallStyle.BLOCKING);

            assertThat(server.requests()).hasSize(1);
        }
    }

    /** A connection that the server closed while it was idle looks, to a create, like a lost answer. */
    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aCreateOnAConnectionThatBreaksLaterIsSentOnce(CallStyle style) {
        try (RawServer server = RawServer.replying(Kind.READ.goodReply(), Reply.thenClose(""));
                TestClient client = Clients.of(server).build()) {
            style.call(client, Kind.READ.invocation());

            AccessKeysException thrown = Cases.failure(client, CREATE, style);

            assertThat(thrown).isExactlyInstanceOf(OutcomeUnknownException.class);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyCall")
    void aRefusedConnectionIsTriedAgainByEveryCall(Kind kind, CallStyle style) {
        VirtualTime time = VirtualTime.flowing();
        try (TestClient client = Clients.at(RawServer.nobody()).timeSource(time).build()) {

            AccessKeysException thrown = Cases.failure(client, kind, style);

            assertThat(time.waits()).hasSize(2);
            assertThat(thrown).isExactlyInstanceOf(NotSentException.class);
            assertThat(thrown).hasCauseExactlyInstanceOf(TransportException.class);
            assertThat(thrown.applied()).isEqualTo(Applied.NO);
            assertThat(thrown.getSuppressed()).hasSize(2);
            Cases.saysAllThreeThings(thrown, "refused");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyCall")
    void aNameThatCannotBeResolvedWasNotSent(Kind kind, CallStyle style) {
        VirtualTime time = VirtualTime.flowing();
        URI url = URI.create("https://no-such-host.invalid");
        try (TestClient client = Clients.at(url).timeSource(time).build()) {

            AccessKeysException thrown = Cases.failure(client, kind, style);

            assertThat(time.waits()).hasSize(2);
            assertThat(thrown).isExactlyInstanceOf(NotSentException.class);
            assertThat(thrown.applied()).isEqualTo(Applied.NO);
            Cases.saysAllThreeThings(thrown, "resolved");
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aDeleteWhoseAnswerWasLostAndThatIsThenGoneHasSucceeded(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.thenClose(""), Reply.status(404));
                TestClient client = Clients.of(server).build()) {

            style.call(client, DELETE.invocation());

            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aDeleteThatFindsNothingAtOnceHasFailed(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.status(404));
                TestClient client = Clients.of(server).build()) {

            AccessKeysException thrown = Cases.failure(client, DELETE, style);

            assertThat(thrown).isExactlyInstanceOf(NotFoundException.class);
        }
    }

    /** The last attempt changed nothing, but the one before may have. */
    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aRefusalAfterALostAttemptDoesNotClaimThatNothingWasChanged(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.thenClose(""), Reply.status(403));
                TestClient client = Clients.of(server).build()) {

            AccessKeysException thrown = Cases.failure(client, UPDATE, style);

            assertThat(thrown).isExactlyInstanceOf(PermissionDeniedException.class);
            assertThat(thrown.applied()).isEqualTo(Applied.UNKNOWN);
            assertThat(thrown.getMessage()).doesNotContain("Nothing was changed");
        }
    }

    /** The request did not get through again, but it did the first time. */
    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aRefusedConnectionAfterALostAttemptDoesNotClaimThatNothingWasSent(CallStyle style) {
        RawServer[] server = new RawServer[1];
        server[0] = RawServer.replying(connection -> {
            server[0].close();
            return false;
        });
        try (TestClient client = Clients.of(server[0]).build()) {

            AccessKeysException thrown = Cases.failure(client, UPDATE, style);

            assertThat(thrown).isExactlyInstanceOf(ConnectionException.class);
            assertThat(thrown.applied()).isEqualTo(Applied.UNKNOWN);
            assertThat(thrown.getSuppressed()).hasSize(2);
        }
    }

    static Stream<Arguments> everyCall() {
        return Cases.everyCall();
    }
}
