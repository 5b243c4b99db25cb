package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.CallCancelledException;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.linode.HeldAnswers.Held;
import dev.accesskeys.listener.AttemptListener;
import dev.accesskeys.listener.CallInfo;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.linode.FakeLinode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interrupts, cancelled futures and close(): reads stop at once, a create that was sent waits for its answer. */
@Timeout(20)
class LinodeStoppedCallsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration IMPATIENCE = Duration.ofMillis(50);

    private final VirtualTime time = VirtualTime.manual();
    private final FakeLinode fake = FakeLinode.builder().timeSource(time).inMemory();
    private final long id = fake.account().addKey("old").id();
    private final HeldAnswers answers = new HeldAnswers(fake.transport());
    private final AtomicBoolean flag = new AtomicBoolean();

    @AfterEach
    void nothingIsSentAfterwards() {
        assertThat(fake.ledger().entries()).hasSize(1);
    }

    private LinodeClient client(Duration settleTime) {
        return LinodeClient.builder()
                .baseUrl(fake.baseUrl())
                .token(fake.token())
                .transport(answers)
                .settleTime(settleTime)
                .build();
    }

    /** Makes a blocking call on a thread of its own, and notes whether that thread's flag is set at the end. */
    private Thread start(Runnable call, CompletableFuture<Throwable> end) {
        Thread thread = new Thread(() -> {
            Throwable thrown = null;
            try {
                call.run();
            } catch (RuntimeException | Error e) {
                thrown = e;
            }
            flag.set(Thread.currentThread().isInterrupted());
            end.complete(thrown);
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @ParameterizedTest
    @EnumSource(
            value = Call.class,
            names = {"LIST", "GET"})
    void anInterruptStopsAReadAtOnceAndIsNotForgotten(Call call) throws Exception {
        try (LinodeClient client = client(PATIENCE)) {
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            Thread thread = start(() -> call.make(client.objectStorageKeys(), id, Way.BLOCKING), end);
            Held held = answers.next();

            thread.interrupt();

            assertThat(Way.await(end))
                    .isInstanceOfSatisfying(
                            CallCancelledException.class,
                            failure -> assertThat(failure.applied()).isEqualTo(Applied.NO))
                    .hasMessageContaining("its thread was interrupted");
            assertThat(flag).isTrue();
            assertThat(held.waiting()).isCancelled();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Call.class,
            names = {"UPDATE", "REVOKE"})
    void anInterruptedChangeSaysThatItMayHaveBeenMade(Call call) throws Exception {
        try (LinodeClient client = client(PATIENCE)) {
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            Thread thread = start(() -> call.make(client.objectStorageKeys(), id, Way.BLOCKING), end);
            answers.next();

            thread.interrupt();

            assertThat(Way.await(end))
                    .isInstanceOfSatisfying(
                            AccessKeysException.class,
                            failure -> assertThat(failure.applied()).isEqualTo(Applied.UNKNOWN));
            assertThat(flag).isTrue();
        }
    }

    @Test
    void anInterruptedCreateWaitsForItsAnswer() throws Exception {
        try (LinodeClient client = client(PATIENCE)) {
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            Thread thread = start(() -> Call.CREATE.make(client.objectStorageKeys(), id, Way.BLOCKING), end);
            Held held = answers.next();

            thread.interrupt();
            held.release();

            assertThat(Way.await(end)).isNull();
            assertThat(flag).isTrue();
        }
    }

    @Test
    void anInterruptedCreateDoesNotWaitForEver() throws Exception {
        try (LinodeClient client = client(IMPATIENCE)) {
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            Thread thread = start(() -> Call.CREATE.make(client.objectStorageKeys(), id, Way.BLOCKING), end);
            answers.next();

            thread.interrupt();

            assertThat(Way.await(end))
                    .isExactlyInstanceOf(OutcomeUnknownException.class)
                    .hasMessageContaining("its thread was interrupted")
                    .hasMessageContaining("List the keys until one with the label of this request appears");
            assertThat(flag).isTrue();
        }
    }

    @Test
    void aCancelledReadStopsAtOnce() throws Exception {
        try (LinodeClient client = client(PATIENCE)) {
            CompletableFuture<?> future = Call.LIST.makeAsync(client.objectStorageKeys(), id);
            Held held = answers.next();

            assertThat(future.cancel(true)).isTrue();

            assertThat(future).isCancelled();
            assertThat(held.waiting()).isCancelled();
        }
    }

    @Test
    void aCancelledCreateCompletesWithItsAnswer() throws Exception {
        try (LinodeClient client = client(PATIENCE)) {
            CompletableFuture<?> future = Call.CREATE.makeAsync(client.objectStorageKeys(), id);
            Held held = answers.next();

            assertThat(future.cancel(true)).isFalse();
            held.release();

            assertThat(Way.await(future)).isNotNull();
            assertThat(future).isNotCancelled();
        }
    }

    @Test
    void aCancelledCreateDoesNotWaitForEver() throws Exception {
        try (LinodeClient client = client(IMPATIENCE)) {
            CompletableFuture<?> future = Call.CREATE.makeAsync(client.objectStorageKeys(), id);
            answers.next();

            assertThat(future.cancel(true)).isFalse();

            assertThatThrownBy(() -> Way.await(future))
                    .isExactlyInstanceOf(OutcomeUnknownException.class)
                    .hasMessageContaining("its future was cancelled");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void closingStopsAReadAtOnceAndRefusesWhatComesLater(Way way) throws Exception {
        LinodeClient client = client(PATIENCE);
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        start(() -> Call.LIST.make(client.objectStorageKeys(), id, way), end);
        answers.next();

        client.close();

        assertThat(Way.await(end))
                .isInstanceOf(CallCancelledException.class)
                .hasMessageContaining("its client was closed");
        assertThatThrownBy(() -> Call.GET.make(client.objectStorageKeys(), id, way))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("closed");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void closingWaitsForACreateThatWasSent(Way way) throws Exception {
        LinodeClient client = client(PATIENCE);
        CompletableFuture<Throwable> created = new CompletableFuture<>();
        start(() -> Call.CREATE.make(client.objectStorageKeys(), id, way), created);
        Held held = answers.next();
        CompletableFuture<Throwable> closed = new CompletableFuture<>();

        start(client::close, closed);
        held.release();

        assertThat(Way.await(created)).isNull();
        assertThat(Way.await(closed)).isNull();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void closingDoesNotWaitForEver(Way way) throws Exception {
        LinodeClient client = client(IMPATIENCE);
        CompletableFuture<Throwable> created = new CompletableFuture<>();
        start(() -> Call.CREATE.make(client.objectStorageKeys(), id, way), created);
        answers.next();

        client.close();

        assertThat(Way.await(created))
                .isExactlyInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("its client was closed");
    }

    @Test
    void aReadThatIsCancelledBetweenTwoAttemptsIsNotSentAgain() throws Exception {
        try (LinodeClient client = pausing(new CountDownLatch(0))) {
            fake.faults().onEveryCall().order(Fault.status(503));

            CompletableFuture<?> future = Call.LIST.makeAsync(client.objectStorageKeys(), id);
            future.cancel(true);
            time.advance(Duration.ofMinutes(1));

            assertThat(future).isCancelled();
        }
    }

    @Test
    void anInterruptEndsThePauseBetweenTwoAttempts() throws Exception {
        CountDownLatch pausing = new CountDownLatch(1);
        try (LinodeClient client = pausing(pausing)) {
            fake.faults().onEveryCall().order(Fault.status(503));
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            Thread thread = start(() -> Call.LIST.make(client.objectStorageKeys(), id, Way.BLOCKING), end);
            assertThat(pausing.await(10, TimeUnit.SECONDS)).isTrue();

            thread.interrupt();

            assertThat(Way.await(end)).isInstanceOf(CallCancelledException.class);
            assertThat(flag).isTrue();
        }
    }

    /** A client whose pauses last until the test lets time go on; the latch opens when one begins. */
    private LinodeClient pausing(CountDownLatch latch) {
        return LinodeClient.builder()
                .baseUrl(fake.baseUrl())
                .token(fake.token())
                .transport(fake.transport())
                .timeSource(time)
                .callbackExecutor(Runnable::run)
                .attemptListener(new AttemptListener() {
                    @Override
                    public void retryScheduled(CallInfo call, int failedAttempt, Duration wait) {
                        latch.countDown();
                    }
                })
                .build();
    }
}
