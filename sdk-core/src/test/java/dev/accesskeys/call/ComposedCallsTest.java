package dev.accesskeys.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.error.Applied;
import dev.accesskeys.error.CallCancelledException;
import dev.accesskeys.internal.concurrent.Stoppable;
import dev.accesskeys.operation.CallFutures;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.RawServer;
import dev.accesskeys.testprovider.Reply;
import dev.accesskeys.testprovider.TestClient;
import dev.accesskeys.testprovider.Thing;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls made of calls: stopping them reaches the one that is under way, and nothing gets lost between two. */
@Timeout(20)
class ComposedCallsTest {

    @AfterEach
    void clearTheFlag() {
        Thread.interrupted();
    }

    @Test
    void cancellingAMappedCallCancelsTheCall() throws InterruptedException {
        try (RawServer server = RawServer.replying(Reply.thenStall(""));
                TestClient client = Clients.of(server).build()) {
            CompletableFuture<String> name = CallFutures.map(client.caller().callAsync(TestClient.get(7)), Thing::name);
            server.awaitStall();

            boolean cancelled = name.cancel(true);

            assertThat(cancelled).isTrue();
            assertThat(name).isCancelled();
            server.awaitDrop();
        }
    }

    /** The result is there, and may be a secret that is shown once: only the last step is missing. */
    @Test
    void aMappedCallWhoseAnswerHasComeCanNotBeCancelledAnyMore() {
        CompletableFuture<String> source = new CompletableFuture<>();
        AtomicReference<CompletableFuture<String>> mapped = new AtomicReference<>();
        AtomicReference<Boolean> cancelled = new AtomicReference<>();
        mapped.set(CallFutures.map(source, value -> {
            cancelled.set(mapped.get().cancel(true));
            return value + "!";
        }));

        source.complete("here");

        assertThat(cancelled).hasValue(false);
        assertThat(mapped.get()).isCompletedWithValue("here!");
    }

    /** Whoever is told that the calls go on can rely on it. */
    @Test
    void aCallThatRefusesToBeCancelledIsFollowedByTheNextOne() {
        CompletableFuture<String> first = new Stubborn();
        CompletableFuture<String> both =
                CallFutures.flatMap(first, value -> CompletableFuture.completedFuture(value + " and after"));

        boolean cancelled = both.cancel(true);
        first.complete("before");

        assertThat(cancelled).isFalse();
        assertThat(both).isCompletedWithValue("before and after");
    }

    @Test
    void aCallThatIsStoppedWhileTheFirstOneIsUnderWayDoesNotBeginTheSecondOne() {
        CompletableFuture<String> first = new Stubborn();
        CompletableFuture<String> both = CallFutures.flatMap(first, value -> {
            throw new AssertionError("the second call began");
        });

        ((Stoppable) both).stop("enough");
        first.complete("before");

        assertThat(both)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isExactlyInstanceOf(CallCancelledException.class)
                .withMessageContaining("enough")
                .withMessageContaining(Applied.UNKNOWN.sentence());
    }

    @Test
    void cancellingReachesTheSecondCall() throws InterruptedException {
        try (RawServer server = RawServer.replying(Reply.thing(), Reply.thenStall(""));
                TestClient client = Clients.of(server).build()) {
            CompletableFuture<Thing> both = CallFutures.flatMap(
                    client.caller().callAsync(TestClient.get(7)),
                    first -> client.caller().callAsync(TestClient.get(first.id())));
            server.awaitStall();

            both.cancel(true);

            assertThat(both).isCancelled();
            server.awaitDrop();
        }
    }

    @Test
    void anInterruptedWaitForAReadSaysWhatBecameOfIt() {
        try (RawServer server = RawServer.replying(Reply.thenStall(""));
                TestClient client = Clients.of(server).build()) {
            CompletableFuture<String> name = CallFutures.map(client.caller().callAsync(TestClient.get(7)), Thing::name);
            Thread.currentThread().interrupt();

            CallCancelledException thrown =
                    catchThrowableOfType(CallCancelledException.class, () -> CallFutures.await(name));

            assertThat(thrown.operation()).contains("testcloud getThing");
            assertThat(thrown.applied()).isEqualTo(Applied.NO);
            assertThat(thrown).hasMessageContaining("its thread was interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void anInterruptedWaitForACreateThatWasSentGivesTheAnswer() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Reply late = connection -> {
            try {
                interrupted.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return Reply.thing().write(connection);
        };
        try (RawServer server = RawServer.replying(late);
                TestClient client =
                        Clients.of(server).settleTime(Duration.ofSeconds(15)).build()) {
            CompletableFuture<Long> id =
                    CallFutures.map(client.caller().callAsync(TestClient.create("seven")), thing -> {
                        return thing.id();
                    });
            server.awaitRequest();
            Thread.currentThread().interrupt();
            interrupted.countDown();

            long created = CallFutures.await(id);

            assertThat(created).isEqualTo(7);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** Like a change that was sent: it ends in its own time. */
    private static final class Stubborn extends CompletableFuture<String> {

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            return false;
        }
    }
}
