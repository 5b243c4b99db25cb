package dev.accesskeys.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.testprovider.CallStyle;
import dev.accesskeys.testprovider.Cases;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.Kind;
import dev.accesskeys.testprovider.RawServer;
import dev.accesskeys.testprovider.Reply;
import dev.accesskeys.testprovider.TestClient;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a client. */
@Timeout(20)
class ClosingTest {

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aClosedClientRefusesCalls(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.thing())) {
            TestClient client = Clients.of(server).build();
            client.close();

            AccessKeysException thrown = Cases.failure(client, Kind.READ, style);

            assertThat(thrown).isExactlyInstanceOf(ConfigurationException.class);
            Cases.saysAllThreeThings(thrown, "closed");
            assertThat(server.connections()).isZero();
        }
    }

    /** An exception out of a method that gives a future is a trap. */
    @Test
    void anAsynchronousCallOnAClosedClientFailsInItsFuture() {
        TestClient client = Clients.at(RawServer.nobody()).build();
        client.close();

        CompletableFuture<?> future = client.caller().callAsync(TestClient.get(7));

        assertThat(future).isCompletedExceptionally();
    }

    @Test
    void closingTwiceIsClosingOnce() {
        TestClient client = Clients.at(RawServer.nobody()).build();
        client.close();

        assertThatCode(client::close).doesNotThrowAnyException();
    }

    @Test
    void aViewOfAClientIsClosedWithIt() {
        try (RawServer server = RawServer.replying(Reply.thing())) {
            TestClient client = Clients.of(server).build();
            TestClient view = client.with(dev.accesskeys.CallOptions.deadline(Duration.ofSeconds(9)));
            client.close();

            assertThat(Cases.failure(view, Kind.READ, CallStyle.BLOCKING))
                    .isExactlyInstanceOf(ConfigurationException.class);
        }
    }

    /** The callback has the only thread on which the other call could end. */
    @Test
    void closingFromACallbackEndsWhileAnotherCallNeedsTheSameThread() throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try (RawServer server = RawServer.replying(Reply.thenStall(""), Reply.thing());
                TestClient client = Clients.of(server).callbackExecutor(one).build()) {
            CompletableFuture<?> stalled = client.caller().callAsync(TestClient.get(1));
            server.awaitStall();

            CompletableFuture<Void> closed =
                    client.caller().callAsync(TestClient.get(2)).thenRun(client::close);

            closed.get(10, TimeUnit.SECONDS);
            assertThat(stalled)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withMessageContaining("its client was closed");
        } finally {
            one.shutdownNow();
        }
    }

    @Test
    void closingFromACallbackEndsWhileACreateNeedsTheSameThread() throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try (RawServer server = RawServer.replying(Reply.thenStall(""), Reply.thing());
                TestClient client = Clients.of(server)
                        .callbackExecutor(one)
                        .settleTime(Duration.ofMillis(200))
                        .build()) {
            CompletableFuture<?> stalled = client.caller().callAsync(TestClient.create("one"));
            server.awaitStall();

            CompletableFuture<Void> closed =
                    client.caller().callAsync(TestClient.get(2)).thenRun(client::close);

            closed.get(10, TimeUnit.SECONDS);
            assertThat(stalled)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withMessageContaining("after the request was sent");
        } finally {
            one.shutdownNow();
        }
    }

    /** A sink has had the secret before close() returns: the program may end then. */
    @Test
    void closingWaitsUntilTheSecretOfACreateIsInItsSink() throws Exception {
        CompletableFuture<Object> sunk = new CompletableFuture<>();
        CompletableFuture<Void> closing = new CompletableFuture<>();
        Reply late = connection -> {
            closing.join();
            return Reply.thing().write(connection);
        };
        try (RawServer server = RawServer.replying(late)) {
            TestClient client = Clients.of(server).secretSink(sunk::complete).build();
            CompletableFuture<?> created = client.caller().callAsync(TestClient.create("one"));
            server.awaitRequest();
            CompletableFuture<Void> closed = CompletableFuture.runAsync(
                    () -> {
                        closing.complete(null);
                        client.close();
                    },
                    task -> new Thread(task).start());

            closed.get(10, TimeUnit.SECONDS);

            assertThat(sunk).isCompleted();
            assertThat(created).succeedsWithin(Duration.ofSeconds(5));
        }
    }

    /** On 17 the JDK's own daemon thread goes with the next garbage collection; from 21 on it goes at once. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noThreadIsLeft(boolean http2) throws InterruptedException {
        Set<Thread> before = threads();
        try (RawServer server = RawServer.replying(Reply.thing())) {
            TestClient client = Clients.of(server).http2(http2).build();
            client.caller().call(TestClient.get(7));
            Set<Thread> own = threads();
            own.removeAll(before);
            assertThat(own).isNotEmpty();

            client.close();
            client = null;

            for (int i = 0; i < 100 && own.stream().anyMatch(Thread::isAlive); i++) {
                if (Runtime.version().feature() < 21) {
                    System.gc();
                }
                for (Thread each : own) {
                    each.join(100);
                }
            }
            assertThat(own).noneMatch(Thread::isAlive);
        }
    }

    /** Those of the server, the test and the JVM itself are not counted. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("HttpClient-")
                        || thread.getName().startsWith("access-keys"))
                .collect(Collectors.toSet());
    }
}
