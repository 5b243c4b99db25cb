package dev.accesskeys.call;

import static dev.accesskeys.testprovider.Kind.CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.CallOptions;
import dev.accesskeys.FoundSecrets;
import dev.accesskeys.Secret;
import dev.accesskeys.SecretSink;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.AppliedButLostException;
import dev.accesskeys.error.ServerException;
import dev.accesskeys.listener.AttemptListener;
import dev.accesskeys.listener.CallInfo;
import dev.accesskeys.listener.CallListener;
import dev.accesskeys.listener.CallResult;
import dev.accesskeys.testprovider.CallStyle;
import dev.accesskeys.testprovider.Cases;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.RawServer;
import dev.accesskeys.testprovider.Reply;
import dev.accesskeys.testprovider.TestClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A secret that is shown once reaches the sink first, and is not lost over anything that comes after. */
class SecretSinkTest {

    private static final String WHOLE = "{\"id\":7,\"name\":\"seven\",\"secret\":\"sesame\"}";

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void theSinkIsToldBeforeAnyListener(CallStyle style) {
        List<String> order = new CopyOnWriteArrayList<>();
        CallListener calls = new CallListener() {
            @Override
            public void callEnded(CallInfo call, CallResult result) {
                order.add("call");
            }
        };
        AttemptListener attempts = new AttemptListener() {
            @Override
            public void attemptEnded(CallInfo call, int attempt, CallResult result) {
                order.add("attempt");
            }
        };
        try (RawServer server = RawServer.replying(Reply.json(200, WHOLE));
                TestClient client = Clients.of(server)
                        .callListener(calls)
                        .attemptListener(attempts)
                        .secretSink(found -> order.add("sink"))
                        .build()) {

            style.call(client, CREATE.invocation());

            assertThat(order).startsWith("sink").containsExactlyInAnyOrder("sink", "attempt", "call");
        }
    }

    /** The rest of the answer may be as bad as it likes. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("badAnswers")
    void aSecretIsDeliveredAndSalvagedFromABadAnswer(String what, CallStyle style) {
        List<FoundSecrets> delivered = new CopyOnWriteArrayList<>();
        try (RawServer server = RawServer.replying(badAnswer(what));
                TestClient client =
                        Clients.of(server).secretSink(delivered::add).build()) {

            AppliedButLostException thrown = lost(client, style);

            assertThat(delivered).hasSize(1);
            assertThat(delivered.get(0).secrets()).containsEntry("secret", Secret.of("sesame"));
            assertThat(thrown.salvagedSecrets()).containsEntry("secret", Secret.of("sesame"));
            assertThat(thrown.salvagedIdentifiers()).containsEntry("id", "7");
            assertThat(thrown.getMessage()).contains("id=7").doesNotContain("sesame");
            assertThat(server.requests()).hasSize(1);
        }
    }

    static Stream<Arguments> badAnswers() {
        return Stream.of("optional member", "required member", "cut", "garbage behind", "too large")
                .flatMap(what -> Cases.styles().map(style -> Arguments.of(what, style)));
    }

    private static Reply badAnswer(String what) {
        String good = "{\"id\":7,\"name\":\"seven\",\"secret\":\"sesame\"";
        return switch (what) {
            case "optional member" -> Reply.json(200, good + ",\"created\":\"yesterday\"}");
            case "required member" -> Reply.json(200, "{\"id\":7,\"secret\":\"sesame\"}");
            case "cut" -> Reply.thenClose("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n" + good + ",\"crea");
            case "garbage behind" -> Reply.json(200, good + "}}");
            default -> Reply.json(200, good + ",\"x\":\"" + "x".repeat(2_000_000) + "\"}");
        };
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void anIdOutOfABadAnswerIsMadeFitForAMessage(CallStyle style) {
        Reply odd = Reply.json(200, "{\"id\":\"7\\r\\nFAKE LOG LINE\",\"name\":\"" + "n".repeat(500) + "\"}");
        try (RawServer server = RawServer.replying(odd);
                TestClient client = Clients.of(server).build()) {

            AppliedButLostException thrown = lost(client, style);

            assertThat(thrown.getMessage())
                    .contains("id=7??FAKE?LOG?LINE")
                    .doesNotContain("\n")
                    .hasSizeLessThan(600);
        }
    }

    /** Half a secret is no secret. */
    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aSecretThatIsCutOffItselfIsNotDelivered(CallStyle style) {
        List<FoundSecrets> delivered = new CopyOnWriteArrayList<>();
        Reply cut = Reply.thenClose("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{\"id\":7,\"secret\":\"sesa");
        try (RawServer server = RawServer.replying(cut);
                TestClient client =
                        Clients.of(server).secretSink(delivered::add).build()) {

            AppliedButLostException thrown = lost(client, style);

            assertThat(delivered).isEmpty();
            assertThat(thrown.salvagedSecrets()).isEmpty();
            assertThat(thrown.salvagedIdentifiers()).containsEntry("id", "7");
            assertThat(thrown.advice()).contains("List the things");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("missingSecrets")
    void aCreateWithoutASecretFailsLoudlyAndNamesTheId(String secret, CallStyle style) {
        List<FoundSecrets> delivered = new CopyOnWriteArrayList<>();
        Reply reply = Reply.json(200, "{\"id\":7,\"name\":\"seven\"" + secret + "}");
        try (RawServer server = RawServer.replying(reply);
                TestClient client =
                        Clients.of(server).secretSink(delivered::add).build()) {

            AppliedButLostException thrown = lost(client, style);

            assertThat(thrown.applied()).isEqualTo(Applied.YES);
            assertThat(thrown).hasMessageContaining("does not carry the secret").hasMessageContaining("id=7");
            assertThat(delivered).isEmpty();
            assertThat(server.requests()).hasSize(1);
        }
    }

    static Stream<Arguments> missingSecrets() {
        return Stream.of("", ",\"secret\":null", ",\"secret\":\"\"", ",\"secret\":\"[REDACTED]\"")
                .flatMap(secret -> Cases.styles().map(style -> Arguments.of(secret, style)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("badSinks")
    void aSinkThatThrowsDoesNotLoseTheSecret(SecretSink sink, CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.json(200, WHOLE));
                TestClient client = Clients.of(server).build()) {

            AppliedButLostException thrown = lost(client.with(CallOptions.secretSink(sink)), style);

            assertThat(thrown.salvagedSecrets()).containsEntry("secret", Secret.of("sesame"));
            assertThat(thrown.getMessage()).doesNotContain("quoting sesame");
            assertThat(server.requests()).hasSize(1);
        }
    }

    static Stream<Arguments> badSinks() {
        SecretSink throwing = found -> {
            throw new IllegalStateException(
                    "quoting " + found.secrets().get("secret").reveal());
        };
        SecretSink failing = found -> {
            throw new NoClassDefFoundError("some/Vault");
        };
        return Stream.of(throwing, failing).flatMap(sink -> Cases.styles().map(style -> Arguments.of(sink, style)));
    }

    /** A decoder with a mistake in it: what it throws may quote the answer. */
    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aDecoderThatThrowsDoesNotLoseTheSecret(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.json(200, WHOLE));
                TestClient client = Clients.of(server).build()) {

            AppliedButLostException thrown = catchThrowableOfType(
                    AppliedButLostException.class,
                    () -> style.call(
                            client,
                            dev.accesskeys.operation.Invocation.of(
                                    dev.accesskeys.testprovider.TestOperations.CREATE_WITH_BAD_DECODER)));

            assertThat(thrown.salvagedSecrets()).containsEntry("secret", Secret.of("sesame"));
            assertThat(thrown).hasNoCause();
            assertThat(thrown.getMessage()).doesNotContain("sesame");
        }
    }

    /** Both count the last one, as the decoder does. */
    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void theSinkGetsTheSameOfTwoSecretsAsTheCaller(CallStyle style) {
        List<FoundSecrets> delivered = new CopyOnWriteArrayList<>();
        Reply twice = Reply.json(200, "{\"id\":7,\"name\":\"seven\",\"secret\":\"first\",\"secret\":\"last\"}");
        try (RawServer server = RawServer.replying(twice);
                TestClient client =
                        Clients.of(server).secretSink(delivered::add).build()) {

            Secret returned = style.call(client, TestClient.create("seven")).secret();

            assertThat(delivered.get(0).secrets()).containsEntry("secret", returned);
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void theSinkIsNotToldOfAnErrorThatEchoesASecret(CallStyle style) {
        List<FoundSecrets> delivered = new CopyOnWriteArrayList<>();
        try (RawServer server = RawServer.replying(Reply.json(500, WHOLE));
                TestClient client =
                        Clients.of(server).secretSink(delivered::add).build()) {

            assertThat(Cases.failure(client, CREATE, style)).hasCauseInstanceOf(ServerException.class);

            assertThat(delivered).isEmpty();
        }
    }

    private static AppliedButLostException lost(TestClient client, CallStyle style) {
        return catchThrowableOfType(AppliedButLostException.class, () -> style.call(client, CREATE.invocation()));
    }
}
