package dev.accesskeys.call;

import static dev.accesskeys.testprovider.Running.Stop.INTERRUPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.CallCancelledException;
import dev.accesskeys.testprovider.CallStyle;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.Kind;
import dev.accesskeys.testprovider.RawServer;
import dev.accesskeys.testprovider.Reply;
import dev.accesskeys.testprovider.Running;
import dev.accesskeys.testprovider.Running.Stop;
import dev.accesskeys.testprovider.TestClient;
import dev.accesskeys.testprovider.VirtualTime;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An interrupt, a cancelled future and a closed client end at once whatever may be given up. */
@Timeout(20)
class StoppedReadTest {

    private static final String HALF = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":7";

    @AfterEach
    void clearTheFlag() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @EnumSource(Stop.class)
    void aReadEndsAtOnce(Stop stop) throws InterruptedException {
        try (RawServer server = RawServer.replying(Reply.thenStall(""));
                TestClient client = Clients.of(server).build()) {
            Running call = Running.start(client, TestClient.get(7), stop);
            server.awaitStall();

            call.stop();

            endsCancelled(call, stop, Applied.NO);
            server.awaitDrop();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Stop.class)
    void aReadEndsAtOnceWithinItsAnswer(Stop stop) throws InterruptedException {
        try (RawServer server = RawServer.replying(Reply.thenStall(HALF));
                TestClient client = Clients.of(server).build()) {
            Running call = Running.start(client, TestClient.get(7), stop);
            server.awaitStall();

            call.stop();

            endsCancelled(call, stop, Applied.NO);
            server.awaitDrop();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Stop.class)
    void anUpdateEndsAtOnceAndDoesNotClaimThatNothingWasChanged(Stop stop) throws InterruptedException {
        try (RawServer server = RawServer.replying(Reply.thenStall(""));
                TestClient client = Clients.of(server).build()) {
            Running call = Running.start(client, TestClient.update(7, "new"), stop);
            server.awaitStall();

            call.stop();

            endsCancelled(call, stop, Applied.UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource(Stop.class)
    void aWaitBetweenAttemptsEndsAtOnce(Stop stop) throws InterruptedException {
        VirtualTime time = VirtualTime.held();
        try (RawServer server = RawServer.replying(Reply.status(503));
                TestClient client = Clients.of(server).timeSource(time).build()) {
            Running call = Running.start(client, TestClient.get(7), stop);
            time.awaitWaiter();

            call.stop();

            Throwable thrown = endsCancelled(call, stop, Applied.NO);
            assertThat(server.requests()).hasSize(1);
            time.awaitNoWaiter();
            if (stop != Stop.CANCEL) {
                assertThat(thrown.getSuppressed()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Stop.class)
    void aWaitForTheRateLimitEndsAtOnceAndACreateIsThenNotSent(Stop stop) throws InterruptedException {
        VirtualTime time = VirtualTime.held();
        try (RawServer server = RawServer.replying(Reply.thing());
                TestClient client =
                        Clients.of(server).timeSource(time).keepRateLimits(true).build()) {
            client.caller().call(TestClient.create("one"));
            client.caller().call(TestClient.create("two"));
            Running call = Running.start(client, TestClient.create("three"), stop);
            time.awaitWaiter();

            call.stop();

            endsCancelled(call, stop, Applied.NO);
            assertThat(server.requests()).hasSize(2);
            time.awaitNoWaiter();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"READ", "DELETE", "CREATE"})
    void aThreadThatIsInterruptedAlreadySendsNothing(Kind kind) {
        try (RawServer server = RawServer.replying(Reply.thing());
                TestClient client = Clients.of(server).build()) {
            Thread.currentThread().interrupt();

            AccessKeysException thrown = catchThrowableOfType(
                    AccessKeysException.class, () -> CallStyle.BLOCKING.call(client, kind.invocation()));

            assertThat(thrown).isExactlyInstanceOf(CallCancelledException.class);
            assertThat(thrown.applied()).isEqualTo(Applied.NO);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(server.requests()).isEmpty();
        }
    }

    /** Starting is not waiting: the thread's flag is none of an asynchronous call's business. */
    @Test
    void anAsynchronousCallDoesNotMindTheInterruptOfItsCaller() {
        try (RawServer server = RawServer.replying(Reply.thing());
                TestClient client = Clients.of(server).build()) {
            Thread.currentThread().interrupt();

            var future = client.caller().callAsync(TestClient.get(7));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(CallStyle.await(future).id()).isEqualTo(7);
        }
    }

    private static Throwable endsCancelled(Running call, Stop stop, Applied applied) throws InterruptedException {
        Throwable thrown = call.failure();
        if (stop == Stop.CANCEL) {
            assertThat(thrown).isInstanceOf(CancellationException.class);
            assertThat(call.isFutureCancelled()).isTrue();
        } else {
            assertThat(thrown).isExactlyInstanceOf(CallCancelledException.class);
            assertThat(((AccessKeysException) thrown).applied()).isEqualTo(applied);
        }
        assertThat(call.interruptFlag()).isEqualTo(stop == INTERRUPT);
        call.awaitClosed();
        return thrown;
    }
}
