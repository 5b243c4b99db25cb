package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.CallCancelledException;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.RotatedKey;
import dev.accesskeys.linode.HeldAnswers.Held;
import dev.accesskeys.testing.linode.FakeLinode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A rotation can be stopped while it reads; once its create was sent, its secret is not thrown away. */
@Timeout(20)
class LinodeStoppedRotationTest {

    private final FakeLinode fake = FakeLinode.builder().inMemory();
    private final KeyRotation rotation = KeyRotation.of(AccessKeyId.of(
            "linode", Long.toString(fake.account().addKey("backup").id())));
    private final HeldAnswers answers = new HeldAnswers(fake.transport());
    private final LinodeClient client = LinodeClient.builder()
            .baseUrl(fake.baseUrl())
            .token(fake.token())
            .transport(answers)
            .build();

    @AfterEach
    void close() {
        client.close();
    }

    /** Lets the list and the key be read, and gives the create that is then under way. */
    private Held untilTheCreate() throws InterruptedException {
        answers.next().release();
        answers.next().release();
        Held create = answers.next();
        assertThat(fake.ledger().count("POST", Linode.KEYS)).isEqualTo(1);
        return create;
    }

    private CompletableFuture<RotatedKey> rotateOnItsOwnThread(Thread[] started, AtomicBoolean flag) {
        CompletableFuture<RotatedKey> end = new CompletableFuture<>();
        started[0] = new Thread(() -> {
            try {
                RotatedKey rotated = client.accessKeys().rotate(rotation);
                flag.set(Thread.currentThread().isInterrupted());
                end.complete(rotated);
            } catch (RuntimeException e) {
                flag.set(Thread.currentThread().isInterrupted());
                end.completeExceptionally(e);
            }
        });
        started[0].setDaemon(true);
        started[0].start();
        return end;
    }

    @Test
    void anInterruptAfterTheCreateWasSentWaitsForTheSecret() throws Exception {
        Thread[] thread = new Thread[1];
        AtomicBoolean flag = new AtomicBoolean();
        CompletableFuture<RotatedKey> end = rotateOnItsOwnThread(thread, flag);
        Held create = untilTheCreate();

        thread[0].interrupt();
        create.release();

        assertThat(Way.await(end).secret()).isPresent();
        assertThat(flag).isTrue();
    }

    @Test
    void anInterruptBeforeTheCreateMakesNoKey() throws Exception {
        Thread[] thread = new Thread[1];
        AtomicBoolean flag = new AtomicBoolean();
        CompletableFuture<RotatedKey> end = rotateOnItsOwnThread(thread, flag);
        answers.next();

        thread[0].interrupt();

        assertThatThrownBy(() -> Way.await(end)).isInstanceOf(CallCancelledException.class);
        assertThat(flag).isTrue();
        assertThat(fake.account().keys()).hasSize(1);
    }

    @Test
    void aCancelledRotationCompletesOnceItsCreateWasSent() throws Exception {
        CompletableFuture<RotatedKey> future = client.accessKeys().rotateAsync(rotation);
        Held create = untilTheCreate();

        assertThat(future.cancel(true)).isFalse();
        create.release();

        assertThat(Way.await(future).secret()).isPresent();
    }

    @Test
    void aRotationThatIsCancelledEarlyMakesNoKey() throws Exception {
        CompletableFuture<RotatedKey> future = client.accessKeys().rotateAsync(rotation);
        Held list = answers.next();

        assertThat(future.cancel(true)).isTrue();

        assertThat(list.waiting()).isCancelled();
        assertThat(fake.ledger().entries()).hasSize(1);
        assertThat(fake.account().keys()).hasSize(1);
    }
}
