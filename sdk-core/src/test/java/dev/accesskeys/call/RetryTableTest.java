package dev.accesskeys.call;

import static dev.accesskeys.testprovider.Kind.CREATE;
import static dev.accesskeys.testprovider.Kind.DELETE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.Response;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.ApiException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.AuthenticationException;
import dev.accesskeys.error.ConflictException;
import dev.accesskeys.error.InvalidRequestException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.PermissionDeniedException;
import dev.accesskeys.error.RateLimitedException;
import dev.accesskeys.error.ServerException;
import dev.accesskeys.operation.Invocation;
import dev.accesskeys.testprovider.CallStyle;
import dev.accesskeys.testprovider.Cases;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.Kind;
import dev.accesskeys.testprovider.RawServer;
import dev.accesskeys.testprovider.Reply;
import dev.accesskeys.testprovider.TestClient;
import dev.accesskeys.testprovider.TestOperations;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a status that is no success: requests at the server, class of the exception, and what it says. */
class RetryTableTest {

    /** A server that failed may have made the change first. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("serverFailures")
    void aServerFailureIsRepeatedUnlessTheCallMustBeSentOnce(int status, Kind kind, CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.status(status));
                TestClient client = Clients.of(server).build()) {

            AccessKeysException thrown = Cases.failure(client, kind, style);

            assertThat(server.requests()).hasSize(kind == CREATE ? 1 : 3);
            Class<? extends ApiException> meaning =
                    status == 408 ? InvalidRequestException.class : ServerException.class;
            if (kind == CREATE) {
                assertThat(thrown).isExactlyInstanceOf(OutcomeUnknownException.class);
                assertThat(thrown).hasCauseExactlyInstanceOf(meaning);
                assertThat(thrown.advice()).isEqualTo("List the things and look for the name.");
            } else {
                assertThat(thrown).isExactlyInstanceOf(meaning);
                assertThat(thrown.getSuppressed()).hasSize(2);
            }
            assertThat(thrown.applied()).isEqualTo(kind.reads() ? Applied.NO : Applied.UNKNOWN);
            Cases.saysAllThreeThings(thrown, String.valueOf(status));
        }
    }

    static Stream<Arguments> serverFailures() {
        return cases(408, 500, 502, 503, 504, 520, 522, 524, 527);
    }

    /** The provider says that it did not look at the request: even a create is repeated. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("notProcessed")
    void whatWasNotProcessedIsRepeated(int status, Kind kind, CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.status(status));
                TestClient client = Clients.of(server).build()) {

            AccessKeysException thrown = Cases.failure(client, kind, style);

            assertThat(server.requests()).hasSize(status == 429 ? 3 : 2);
            assertThat(thrown)
                    .isExactlyInstanceOf(status == 429 ? RateLimitedException.class : InvalidRequestException.class);
            assertThat(thrown.applied()).isEqualTo(Applied.NO);
            Cases.saysAllThreeThings(thrown, String.valueOf(status));
        }
    }

    static Stream<Arguments> notProcessed() {
        return cases(421, 425, 429);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("refusals")
    void aRefusalIsFinal(int status, Kind kind, CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.status(status));
                TestClient client = Clients.of(server).build()) {

            AccessKeysException thrown = Cases.failure(client, kind, style);

            assertThat(server.requests()).hasSize(1);
            assertThat(thrown).isExactlyInstanceOf(meaningOf(status));
            assertThat(((ApiException) thrown).status()).isEqualTo(status);
            assertThat(thrown.applied()).isEqualTo(Applied.NO);
            Cases.saysAllThreeThings(thrown, String.valueOf(status));
        }
    }

    static Stream<Arguments> refusals() {
        return cases(300, 304, 400, 401, 402, 403, 404, 405, 409, 410, 412, 413, 415, 422, 451);
    }

    /** Nobody promises that 501, 505 or 599 come before the change is made. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("permanentServerFailures")
    void aServerFailureThatStaysIsNotRepeated(int status, Kind kind, CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.status(status));
                TestClient client = Clients.of(server).build()) {

            AccessKeysException thrown = Cases.failure(client, kind, style);

            assertThat(server.requests()).hasSize(1);
            assertThat(thrown)
                    .isExactlyInstanceOf(kind == CREATE ? OutcomeUnknownException.class : ServerException.class);
            Cases.saysAllThreeThings(thrown, String.valueOf(status));
        }
    }

    static Stream<Arguments> permanentServerFailures() {
        return cases(501, 505, 599);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyCall")
    void aBusyProviderIsAskedAgainByEveryCall(Kind kind, CallStyle style) {
        Reply busy = Reply.json(400, "{\"errors\":[{\"reason\":\"busy\"}]}");
        try (RawServer server = RawServer.replying(busy, kind.goodReply());
                TestClient client = Clients.of(server).build()) {

            style.call(client, kind.invocation());

            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyCall")
    void aCallThatSucceedsLaterSaysHowOftenItWasSent(Kind kind, CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.status(429), Reply.status(429), kind.goodReply());
                TestClient client = Clients.of(server).build()) {

            int attempts = style.respond(client, kind.invocation()).attempts();

            assertThat(attempts).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aDeleteThatFindsNothingAfterAnOwnLostAttemptHasSucceeded(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.status(502), Reply.status(404));
                TestClient client = Clients.of(server).build()) {

            int status = style.respond(client, DELETE.invocation()).status();

            assertThat(status).isEqualTo(404);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aDeleteWhoseAnswerSaysNothingHasSucceededTooWhenItFindsNothingLater(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.status(502), Reply.status(404));
                TestClient client = Clients.of(server).build()) {

            Response<Void> response = style.respond(
                    client, Invocation.of(TestOperations.DELETE_WITH_OBJECT).path("id", 7));

            assertThat(response.value()).isNull();
            assertThat(server.requests()).hasSize(2);
        }
    }

    /** There is nothing to return, and null would be a lie. */
    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aDeleteThatGivesBackWhatItDeletedFailsWhenItFindsNothingLater(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.status(502), Reply.status(404));
                TestClient client = Clients.of(server).build()) {

            AccessKeysException thrown = Cases.failure(
                    client, Invocation.of(TestOperations.DELETE_WITH_VALUE).path("id", 7), style);

            assertThat(thrown).isExactlyInstanceOf(NotFoundException.class);
            assertThat(thrown.applied()).isEqualTo(Applied.UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aDeleteThatFindsNothingAfterAnAttemptThatWasNotProcessedHasFailed(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.status(429), Reply.status(404));
                TestClient client = Clients.of(server).build()) {

            AccessKeysException thrown = Cases.failure(client, DELETE, style);

            assertThat(thrown).isExactlyInstanceOf(NotFoundException.class);
            assertThat(thrown.applied()).isEqualTo(Applied.NO);
        }
    }

    private static Stream<Arguments> cases(int... statuses) {
        return IntStream.of(statuses)
                .boxed()
                .flatMap(status -> Arrays.stream(Kind.values())
                        .flatMap(kind -> Cases.styles().map(style -> Arguments.of(status, kind, style))));
    }

    private static Class<? extends ApiException> meaningOf(int status) {
        return switch (status) {
            case 300, 304 -> ApiException.class;
            case 401 -> AuthenticationException.class;
            case 403 -> PermissionDeniedException.class;
            case 404, 410 -> NotFoundException.class;
            case 409, 412 -> ConflictException.class;
            default -> InvalidRequestException.class;
        };
    }

    static Stream<Arguments> everyCall() {
        return Cases.everyCall();
    }
}
