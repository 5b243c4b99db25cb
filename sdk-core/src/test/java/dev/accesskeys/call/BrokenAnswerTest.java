package dev.accesskeys.call;

import static dev.accesskeys.testprovider.Kind.CREATE;
import static dev.accesskeys.testprovider.Kind.DELETE;
import static dev.accesskeys.testprovider.Kind.READ;
import static dev.accesskeys.testprovider.Kind.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.AppliedButLostException;
import dev.accesskeys.error.ConnectionException;
import dev.accesskeys.error.DecodingException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.testprovider.CallStyle;
import dev.accesskeys.testprovider.Cases;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.Kind;
import dev.accesskeys.testprovider.RawServer;
import dev.accesskeys.testprovider.Reply;
import dev.accesskeys.testprovider.TestClient;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers with a status of success that cannot be used. What was created exists all the same. */
class BrokenAnswerTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String HALF = "{\"id\":7,\"na";

    /** It can be seen that the connection broke: a call that may be repeated is. */
    private static final Map<String, Reply> CUT = Map.of(
            "Content-Length cut short", Reply.thenClose(HEAD + "Content-Length: 40\r\n\r\n" + HALF),
            "chunk cut short", Reply.thenClose(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + "40\r\n" + HALF),
            "last chunk missing",
                    Reply.thenClose(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + "b\r\n" + HALF + "\r\n"));

    private static final Map<String, Reply> UNUSABLE = unusable();

    private static Map<String, Reply> unusable() {
        Map<String, Reply> replies = new LinkedHashMap<>();
        replies.put("an HTML page", Reply.answer(200, "text/html", "<html><body>Log in</body></html>"));
        replies.put("nothing", Reply.json(200, ""));
        replies.put("white space", Reply.json(200, "  \n"));
        replies.put("204", Reply.thenClose("HTTP/1.1 204 No Content\r\n\r\n"));
        replies.put("202 without content", Reply.json(202, ""));
        replies.put("half a document, closed in good order", Reply.thenClose(HEAD + "\r\n" + HALF));
        replies.put("something behind the end", Reply.json(200, "{\"id\":7,\"name\":\"seven\"} {}"));
        replies.put("a brace too many", Reply.json(200, "{\"id\":7,\"name\":\"seven\"}}"));
        replies.put("too deep", Reply.json(200, "{\"x\":" + "[".repeat(40) + "]".repeat(40) + "}"));
        replies.put("too long a text", Reply.json(200, "{\"name\":\"" + "n".repeat(70_000) + "\"}"));
        replies.put("more than a megabyte", Reply.json(200, "[" + "1,".repeat(600_000) + "1]"));
        replies.put("invalid UTF-8", connection -> {
            byte[] body = "{\"id\":7,\"name\":\"s?ven\"}".getBytes(StandardCharsets.ISO_8859_1);
            body[17] = (byte) 0xE9;
            connection.send(HEAD + "Content-Length: " + body.length + "\r\n\r\n");
            connection.socket().getOutputStream().write(body);
            return true;
        });
        replies.put("an array", Reply.json(200, "[]"));
        replies.put("null", Reply.json(200, "null"));
        replies.put("a required member missing", Reply.json(200, "{\"id\":7}"));
        replies.put("a member of the wrong type", Reply.json(200, "{\"id\":\"7\",\"name\":\"seven\"}"));
        return replies;
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("unusableAnswers")
    void anAnswerThatCannotBeReadIsNotAskedForAgain(String broken, Kind kind, CallStyle style) {
        try (RawServer server = RawServer.replying(UNUSABLE.get(broken));
                TestClient client =
                        Clients.of(server).maxAnswerBytes(1 << 20, 1 << 20).build()) {

            AccessKeysException thrown = Cases.failure(client, kind, style);

            assertThat(server.requests()).hasSize(1);
            assertThat(thrown)
                    .isExactlyInstanceOf(kind == CREATE ? AppliedButLostException.class : DecodingException.class);
            assertThat(thrown.applied()).isEqualTo(kind.reads() ? Applied.NO : Applied.YES);
            Cases.saysAllThreeThings(thrown, thrown.problem());
        }
    }

    static Stream<Arguments> unusableAnswers() {
        return UNUSABLE.keySet().stream()
                .flatMap(broken -> Cases.everyCall()
                        .filter(each -> each.get()[0] != DELETE)
                        .map(each -> Arguments.of(broken, each.get()[0], each.get()[1])));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("cutAnswers")
    void anAnswerThatIsCutOffIsAskedForAgainUnlessTheCallMustBeSentOnce(String cut, Kind kind, CallStyle style) {
        try (RawServer server = RawServer.replying(CUT.get(cut));
                TestClient client = Clients.of(server).build()) {

            AccessKeysException thrown = Cases.failure(client, kind, style);

            assertThat(server.requests()).hasSize(kind == CREATE ? 1 : 3);
            assertThat(thrown)
                    .isExactlyInstanceOf(kind == CREATE ? AppliedButLostException.class : ConnectionException.class);
            assertThat(thrown.applied()).isEqualTo(kind.reads() ? Applied.NO : Applied.YES);
            Cases.saysAllThreeThings(thrown, "broke within the answer");
        }
    }

    static Stream<Arguments> cutAnswers() {
        return CUT.keySet().stream()
                .sorted()
                .flatMap(cut -> Cases.everyCall()
                        .filter(each -> each.get()[0] != DELETE)
                        .map(each -> Arguments.of(cut, each.get()[0], each.get()[1])));
    }

    /** A reset may overtake what was sent before it, so that the status is lost too. */
    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aCreateWhoseAnswerIsResetIsNotSentAgain(CallStyle style) {
        Reply reset = Reply.thenReset(HEAD + "Content-Length: 40\r\n\r\n" + HALF);
        try (RawServer server = RawServer.replying(reset);
                TestClient client = Clients.of(server).build()) {

            AccessKeysException thrown = Cases.failure(client, CREATE, style);

            assertThat(thrown).isInstanceOf(OutcomeUnknownException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    /** What a delete answers with is of no interest, so nothing about it can be wrong. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("bodiesOfNoInterest")
    void aDeleteThatAnswersWithSuccessHasSucceededWhateverItsBody(String body, CallStyle style) {
        Reply reply = UNUSABLE.containsKey(body) ? UNUSABLE.get(body) : CUT.get(body);
        try (RawServer server = RawServer.replying(reply);
                TestClient client = Clients.of(server).build()) {

            style.call(client, DELETE.invocation());

            assertThat(server.requests()).hasSize(1);
        }
    }

    static Stream<Arguments> bodiesOfNoInterest() {
        return Stream.concat(UNUSABLE.keySet().stream(), CUT.keySet().stream().sorted())
                .flatMap(body -> Cases.styles().map(style -> Arguments.of(body, style)));
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aByteOrderMarkDoesNoHarm(CallStyle style) {
        Reply marked = Reply.json(200, "\uFEFF{\"id\":7,\"name\":\"seven\"}");
        try (RawServer server = RawServer.replying(marked);
                TestClient client = Clients.of(server).build()) {

            assertThat(style.call(client, TestClient.get(7)).name()).isEqualTo("seven");
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void theLastOfTwoMembersWithOneNameCounts(CallStyle style) {
        Reply twice = Reply.json(200, "{\"id\":7,\"name\":\"first\",\"name\":\"last\"}");
        try (RawServer server = RawServer.replying(twice);
                TestClient client = Clients.of(server).build()) {

            assertThat(style.call(client, TestClient.get(7)).name()).isEqualTo("last");
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void anUpdateIsReadAgainAfterItsAnswerWasCutOff(CallStyle style) {
        try (RawServer server = RawServer.replying(CUT.get("chunk cut short"), Reply.thing());
                TestClient client = Clients.of(server).build()) {

            style.call(client, UPDATE.invocation());

            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void thePlaceOfADecodingErrorIsNamed(CallStyle style) {
        Reply page = Reply.json(
                200,
                "{\"data\":[{\"id\":1,\"name\":\"a\"},{\"id\":\"two\",\"name\":\"b\"}],"
                        + "\"page\":1,\"pages\":1,\"results\":2}");
        try (RawServer server = RawServer.replying(page);
                TestClient client = Clients.of(server).build()) {

            AccessKeysException thrown = Cases.failure(client, TestClient.list(), style);

            assertThat(thrown).isInstanceOfSatisfying(DecodingException.class, decoding -> {
                assertThat(decoding.path()).isEqualTo("data[1].id");
                assertThat(decoding.getMessage()).contains("data[1].id").doesNotContain("two");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void theNameOfAMissingMemberIsNamed(CallStyle style) {
        try (RawServer server = RawServer.replying(UNUSABLE.get("a required member missing"));
                TestClient client = Clients.of(server).build()) {

            AccessKeysException thrown = Cases.failure(client, READ, style);

            assertThat(thrown)
                    .isInstanceOfSatisfying(
                            DecodingException.class,
                            decoding -> assertThat(decoding.path()).isEqualTo("name"));
        }
    }
}
