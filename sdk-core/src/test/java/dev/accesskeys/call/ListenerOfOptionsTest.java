package dev.accesskeys.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.CallOptions;
import dev.accesskeys.Secret;
import dev.accesskeys.listener.CallInfo;
import dev.accesskeys.listener.CallListener;
import dev.accesskeys.listener.CallResult;
import dev.accesskeys.testprovider.CallStyle;
import dev.accesskeys.testprovider.Cases;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.Kind;
import dev.accesskeys.testprovider.RawServer;
import dev.accesskeys.testprovider.Reply;
import dev.accesskeys.testprovider.TestClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Listeners that watch some calls only, and what every listener is told of an answer. */
@Timeout(20)
class ListenerOfOptionsTest {

    private static final String DATE = "Date: Tue, 01 Jan 2030 00:00:07 GMT";

    /** Notes what it is told, behind its name. */
    private record Notes(String name, List<String> entries, List<CallResult> results) implements CallListener {

        static Notes named(String name, List<String> entries) {
            return new Notes(name, entries, new CopyOnWriteArrayList<>());
        }

        static Notes create() {
            return named("", new CopyOnWriteArrayList<>());
        }

        @Override
        public void callStarted(CallInfo call) {
            entries.add(name + " started " + call.operation());
        }

        @Override
        public void callEnded(CallInfo call, CallResult result) {
            entries.add(name + " ended " + call.operation());
            results.add(result);
        }

        CallResult result() {
            return results.get(results.size() - 1);
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void itIsToldBehindTheClientsOwnAndOfItsCallsOnly(CallStyle style) {
        List<String> entries = new CopyOnWriteArrayList<>();
        try (RawServer server = RawServer.replying(Reply.thing(), Reply.thing());
                TestClient client = Clients.of(server)
                        .callListener(Notes.named("client's", entries))
                        .build()) {

            style.call(client.with(CallOptions.listener(Notes.named("call's", entries))), TestClient.get(7));
            style.call(client, TestClient.get(7));

            assertThat(entries)
                    .containsExactly(
                            "client's started getThing",
                            "call's started getThing",
                            "client's ended getThing",
                            "call's ended getThing",
                            "client's started getThing",
                            "client's ended getThing");
        }
    }

    @Test
    void listenersTakeNothingFromEachOther() {
        List<String> entries = new CopyOnWriteArrayList<>();
        CallOptions options = CallOptions.listener(Notes.named("first", entries))
                .withListener(Notes.named("second", entries))
                .withDeadline(Duration.ofSeconds(5));
        try (RawServer server = RawServer.replying(Reply.thing());
                TestClient client = Clients.of(server).build()) {

            client.with(options)
                    .with(CallOptions.listener(Notes.named("third", entries)))
                    .caller()
                    .call(TestClient.get(7));

            assertThat(entries)
                    .endsWith("first ended getThing", "second ended getThing", "third ended getThing")
                    .hasSize(6);
            assertThat(options.listeners()).hasSize(2);
            assertThat(options)
                    .hasToString("CallOptions[deadline=PT5S, attemptTimeout=null, retryPolicy=null,"
                            + " secretSink=none, listeners=2]");
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void oneThatThrowsBreaksNoCall(CallStyle style) {
        CallListener bad = new CallListener() {
            @Override
            public void callStarted(CallInfo call) {
                throw new IllegalStateException();
            }

            @Override
            public void callEnded(CallInfo call, CallResult result) {
                throw new StackOverflowError();
            }
        };
        Notes behind = Notes.create();
        try (RawServer server = RawServer.replying(Reply.thing());
                TestClient client = Clients.of(server).build()) {
            TestClient watched = client.with(CallOptions.listener(bad).withListener(behind));

            assertThat(style.call(watched, TestClient.create("seven")).secret()).isEqualTo(Secret.of("sesame-open"));
            assertThat(behind.results).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void itIsToldTheProvidersTime(CallStyle style) {
        Notes notes = Notes.create();
        try (RawServer server =
                        RawServer.replying(Reply.json(200, "{\"id\":7,\"name\":\"seven\"}", DATE, "X-Request-Id: r1"));
                TestClient client = Clients.of(server).build()) {

            style.call(client.with(CallOptions.listener(notes)), TestClient.get(7));

            assertThat(notes.result().serverTime()).contains(Instant.parse("2030-01-01T00:00:07Z"));
            assertThat(notes.result().requestId()).contains("r1");
            assertThat(notes.result().status()).hasValue(200);
        }
    }

    /** An audit needs the request's id most where something went wrong. */
    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aFailureTellsOfItsAnswerToo(CallStyle style) {
        Notes notes = Notes.create();
        try (RawServer server = RawServer.replying(Reply.status(404, DATE, "X-Request-Id: r2"));
                TestClient client = Clients.of(server).build()) {

            Cases.failure(client.with(CallOptions.listener(notes)), Kind.READ, style);

            assertThat(notes.result().status()).hasValue(404);
            assertThat(notes.result().requestId()).contains("r2");
            assertThat(notes.result().serverTime()).contains(Instant.parse("2030-01-01T00:00:07Z"));
            assertThat(notes.result().failure()).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void anAnswerThatCannotBeReadTellsTheTimeAllTheSame(CallStyle style) {
        Notes notes = Notes.create();
        try (RawServer server = RawServer.replying(Reply.json(200, "{\"id\":", DATE, "X-Request-Id: r3"));
                TestClient client = Clients.of(server).build()) {

            Cases.failure(client.with(CallOptions.listener(notes)), Kind.CREATE, style);

            assertThat(notes.result().requestId()).contains("r3");
            assertThat(notes.result().serverTime()).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date: yesterday",
                "Date: ",
                "X-Nothing: 1",
                "Date: 2030-01-01T00:00:07Z",
                "Date: Wed, 01 Jan 2030 00:00:07 GMT",
                "Date: Tue, 31 Feb 2030 00:00:07 GMT"
            })
    void whatIsNoDateIsNone(String header) {
        Notes notes = Notes.create();
        try (RawServer server = RawServer.replying(Reply.json(200, "{\"id\":7,\"name\":\"seven\"}", header));
                TestClient client = Clients.of(server).build()) {

            client.with(CallOptions.listener(notes)).caller().call(TestClient.get(7));

            assertThat(notes.result().serverTime()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void withoutAnAnswerThereIsNoTime(CallStyle style) {
        Notes notes = Notes.create();
        try (RawServer server = RawServer.replying(Reply.thenReset(""));
                TestClient client = Clients.of(server).build()) {

            Cases.failure(client.with(CallOptions.listener(notes)), Kind.CREATE, style);

            assertThat(notes.result().serverTime()).isEmpty();
            assertThat(notes.result().status()).isEmpty();
        }
    }
}
