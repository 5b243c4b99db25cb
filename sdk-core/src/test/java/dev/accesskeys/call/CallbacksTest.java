package dev.accesskeys.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.Secret;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.listener.AttemptListener;
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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where callbacks run, and that none of them can break a call. */
@Timeout(20)
class CallbacksTest {

    /** The HTTP client's thread serves all connections: one callback that blocks it would stop them all. */
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"READ", "CREATE"})
    void futuresCompleteOnTheCallbackExecutor(Kind kind) throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "callbacks"));
        CountDownLatch ready = new CountDownLatch(1);
        Reply late = connection -> {
            try {
                ready.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return kind.goodReply().write(connection);
        };
        try (RawServer server = RawServer.replying(late, Reply.status(404));
                TestClient client =
                        Clients.of(server).callbackExecutor(executor).build()) {
            CompletableFuture<String> thread = client.caller()
                    .callAsync(kind.invocation())
                    .handle((value, failure) -> Thread.currentThread().getName());

            ready.countDown();

            assertThat(thread.get()).isEqualTo("callbacks");
        } finally {
            executor.shutdownNow();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badExecutors")
    void anExecutorThatDoesNotTakeTheTaskDoesNotHangTheCall(String what, Executor executor) {
        try (RawServer server = RawServer.replying(Reply.status(503), Reply.thing());
                TestClient client =
                        Clients.of(server).callbackExecutor(executor).build()) {

            assertThat(CallStyle.ASYNC.call(client, TestClient.get(7)).id()).isEqualTo(7);
        }
    }

    static Stream<Arguments> badExecutors() {
        ExecutorService shutDown = Executors.newSingleThreadExecutor();
        shutDown.shutdownNow();
        Executor broken = task -> {
            throw new IllegalStateException("no");
        };
        Executor brokenAfterwards = task -> {
            task.run();
            throw new IllegalStateException("too late");
        };
        return Stream.of(
                Arguments.of("shut down", shutDown),
                Arguments.of("throws", broken),
                Arguments.of("runs and throws", brokenAfterwards));
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void listenersAreToldOfEveryStep(CallStyle style) {
        Journal journal = new Journal();
        try (RawServer server = RawServer.replying(Reply.status(503), Reply.status(404, "X-Request-Id: r1"));
                TestClient client = Clients.of(server)
                        .callListener(journal)
                        .attemptListener(journal)
                        .build()) {

            Cases.failure(client, Kind.READ, style);

            assertThat(journal.entries)
                    .containsExactly(
                            "call 1 testcloud getThing GET /things/{id}",
                            "attempt 1",
                            "attempt 1 ended 503 ServerException",
                            "wait after 1: PT0.125S",
                            "attempt 2",
                            "attempt 2 ended 404 NotFoundException",
                            "call ended after 2: NotFoundException");
        }
    }

    /** Without the failure a metric would count it as a success. */
    @Test
    void listenersAreToldOfACancellation() throws InterruptedException {
        Journal journal = new Journal();
        try (RawServer server = RawServer.replying(Reply.thenStall(""));
                TestClient client = Clients.of(server).callListener(journal).build()) {
            CompletableFuture<?> future = client.caller().callAsync(TestClient.get(7));
            server.awaitStall();

            future.cancel(true);

            assertThat(journal.ended).succeedsWithin(Duration.ofSeconds(5));
            assertThat(journal.entries).endsWith("call ended after 1: CallCancelledException");
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void listenersThatThrowDoNotBreakACall(CallStyle style) {
        CallListener calls = new CallListener() {
            @Override
            public void callStarted(CallInfo call) {
                throw new IllegalStateException();
            }

            @Override
            public void callEnded(CallInfo call, CallResult result) {
                throw new AssertionError();
            }
        };
        AttemptListener attempts = new AttemptListener() {
            @Override
            public void attemptStarted(CallInfo call, int attempt) {
                throw new NoClassDefFoundError();
            }

            @Override
            public void attemptEnded(CallInfo call, int attempt, CallResult result) {
                throw new StackOverflowError();
            }

            @Override
            public void retryScheduled(CallInfo call, int failedAttempt, Duration wait) {
                throw new IllegalArgumentException();
            }
        };
        try (RawServer server = RawServer.replying(Reply.status(429), Reply.thing());
                TestClient client = Clients.of(server)
                        .callListener(calls)
                        .attemptListener(attempts)
                        .build()) {

            assertThat(style.call(client, TestClient.create("seven")).secret()).isEqualTo(Secret.of("sesame-open"));
        }
    }

    @Test
    void aCallMayBeMadeFromACallback() {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try (RawServer server = RawServer.replying(Reply.thing(), Reply.status(404));
                TestClient client = Clients.of(server).callbackExecutor(one).build()) {

            CompletableFuture<?> second = client.caller()
                    .callAsync(TestClient.get(7))
                    .thenApply(first -> client.caller().call(TestClient.get(8)));

            assertThat(second)
                    .failsWithin(Duration.ofSeconds(5))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(NotFoundException.class);
        } finally {
            one.shutdownNow();
        }
    }

    private static final class Journal implements CallListener, AttemptListener {

        private final List<String> entries = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Void> ended = new CompletableFuture<>();

        @Override
        public void callStarted(CallInfo call) {
            entries.add("call " + call.number() + " " + call.provider() + " " + call.operation() + " " + call.method()
                    + " " + call.path());
        }

        @Override
        public void attemptStarted(CallInfo call, int attempt) {
            entries.add("attempt " + attempt);
        }

        @Override
        public void attemptEnded(CallInfo call, int attempt, CallResult result) {
            entries.add("attempt " + attempt + " ended " + result.status().orElse(0) + " " + failure(result));
        }

        @Override
        public void retryScheduled(CallInfo call, int failedAttempt, Duration wait) {
            entries.add("wait after " + failedAttempt + ": " + wait);
        }

        @Override
        public void callEnded(CallInfo call, CallResult result) {
            entries.add("call ended after " + result.attempts() + ": " + failure(result));
            ended.complete(null);
        }

        private static String failure(CallResult result) {
            return result.failure().map(each -> each.getClass().getSimpleName()).orElse("none");
        }
    }
}
