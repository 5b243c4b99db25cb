package dev.accesskeys.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.accesskeys.Secret;
import dev.accesskeys.error.AppliedButLostException;
import dev.accesskeys.error.CallCancelledException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.http.BodyLimits;
import dev.accesskeys.http.Headers;
import dev.accesskeys.http.Transport;
import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.http.TransportResponse;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.RawServer;
import dev.accesskeys.testprovider.Reply;
import dev.accesskeys.testprovider.Running;
import dev.accesskeys.testprovider.Running.Stop;
import dev.accesskeys.testprovider.TestClient;
import dev.accesskeys.testprovider.Thing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Once a create has been sent there is a key: whoever stops the call waits a while for its answer. */
@Timeout(20)
class StoppedCreateTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);

    @ParameterizedTest
    @EnumSource(Stop.class)
    void theAnswerToACreateThatWasSentIsAwaitedAndReturned(Stop stop) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Reply late = connection -> {
            await(stopped);
            return Reply.thing().write(connection);
        };
        try (RawServer server = RawServer.replying(late);
                TestClient client = Clients.of(server).settleTime(LONG).build()) {
            Running call = Running.start(client, TestClient.create("seven"), stop);
            server.awaitRequest();

            call.stop();
            stopped.countDown();

            assertThat(((Thing) call.value()).secret()).isEqualTo(Secret.of("sesame-open"));
            assertThat(call.interruptFlag()).isEqualTo(stop == Stop.INTERRUPT);
            call.awaitClosed();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Stop.class)
    void anAnswerThatDoesNotComeInTimeLeavesTheOutcomeUnknown(Stop stop) throws InterruptedException {
        try (RawServer server = RawServer.replying(Reply.thenStall(""));
                TestClient client = Clients.of(server).settleTime(SHORT).build()) {
            Running call = Running.start(client, TestClient.create("seven"), stop);
            server.awaitStall();

            call.stop();

            Throwable thrown = call.failure();
            assertThat(thrown).isExactlyInstanceOf(OutcomeUnknownException.class);
            assertThat(thrown).hasCauseExactlyInstanceOf(CallCancelledException.class);
            assertThat(call.interruptFlag()).isEqualTo(stop == Stop.INTERRUPT);
            server.awaitDrop();
            call.awaitClosed();
        }
    }

    @ParameterizedTest
    @EnumSource(Stop.class)
    void anAnswerThatStallsHalfwayWasApplied(Stop stop) throws InterruptedException {
        String half = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":7,\"secret\":\"sesame\",";
        try (RawServer server = RawServer.replying(Reply.thenStall(half));
                TestClient client = Clients.of(server).settleTime(SHORT).build()) {
            Running call = Running.start(client, TestClient.create("seven"), stop);
            server.awaitStall();

            call.stop();

            assertThat(call.failure())
                    .isInstanceOfSatisfying(
                            AppliedButLostException.class,
                            lost -> assertThat(lost.salvagedSecrets()).containsKey("secret"));
        }
    }

    @ParameterizedTest
    @EnumSource(Stop.class)
    void aCreateThatWasRefusedIsNotRepeatedOnceItWasStopped(Stop stop) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Reply late = connection -> {
            await(stopped);
            return Reply.status(429).write(connection);
        };
        try (RawServer server = RawServer.replying(late);
                TestClient client = Clients.of(server).settleTime(LONG).build()) {
            Running call = Running.start(client, TestClient.create("seven"), stop);
            server.awaitRequest();

            call.stop();
            awaitStopSeen(call);
            stopped.countDown();

            assertThat(call.failure()).isExactlyInstanceOf(dev.accesskeys.error.RateLimitedException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    /** The gap between the last look at the signal and the moment at which the request leaves. */
    @Test
    void aFutureThatSaysItWasCancelledHasSentNothing() {
        AtomicInteger sent = new AtomicInteger();
        CompletableFuture<?>[] future = new CompletableFuture<?>[1];
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        try (TestClient client = Clients.at(RawServer.nobody())
                .transport(counting(sent))
                .token(new SlowCredential(() -> {
                    await(begun);
                    cancelled.complete(future[0].cancel(true));
                }))
                .build()) {
            future[0] = client.caller().callAsync(TestClient.create("seven"));
            begun.countDown();

            boolean saysSo = cancelled.join();

            assertThat(saysSo).isTrue();
            assertThat(catchThrowable(future[0]::join)).isInstanceOf(java.util.concurrent.CancellationException.class);
        }
        assertThat(sent).hasValue(0);
    }

    /** Whoever is told that the call is cancelled may rely on it that nothing was made; whoever is not gets the secret. */
    @Test
    void cancellingAtAnyMomentNeverDropsAKeyThatWasMade() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        int cancelledOnes = 0;
        for (int i = 0; i < 2_000; i++) {
            AtomicInteger made = new AtomicInteger();
            CompletableFuture<Thing> future;
            boolean cancelled;
            try (TestClient client = Clients.at(RawServer.nobody())
                    .transport(counting(made, pool))
                    .callbackExecutor(pool)
                    .token(new SlowCredential(() -> {}))
                    .build()) {
                future = client.caller().callAsync(TestClient.create("seven"));
                for (int spin = 0; spin < (i % 100) * 20; spin++) {
                    Thread.onSpinWait();
                }
                cancelled = future.cancel(true);
            }

            if (cancelled) {
                cancelledOnes++;
                assertThat(made).hasValue(0);
            } else {
                assertThat(future.join().secret()).isNotNull();
                assertThat(made).hasValue(1);
            }
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        assertThat(cancelledOnes).isPositive();
    }

    private static Transport counting(AtomicInteger sent) {
        return counting(sent, Runnable::run);
    }

    private static Transport counting(AtomicInteger sent, Executor executor) {
        return new Transport() {
            @Override
            public CompletableFuture<TransportResponse> send(TransportRequest request, BodyLimits limits) {
                sent.incrementAndGet();
                byte[] body = "{\"id\":7,\"name\":\"seven\",\"secret\":\"s\"}".getBytes(StandardCharsets.UTF_8);
                return CompletableFuture.supplyAsync(() -> new TransportResponse(200, Headers.empty(), body), executor);
            }

            @Override
            public void close() {}
        };
    }

    /** A thread that was interrupted, or a closer, needs a moment until it has said so. */
    private static void awaitStopSeen(Running call) {
        call.awaitStopSeen();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A credential that takes its time, during which something happens. */
    private record SlowCredential(Runnable meanwhile) implements dev.accesskeys.auth.CredentialProvider {

        @Override
        public Secret credential() {
            meanwhile.run();
            return Secret.of(Clients.TOKEN);
        }

        @Override
        public boolean mayBlock() {
            return true;
        }
    }
}
