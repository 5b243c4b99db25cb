package dev.accesskeys.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecoveredCallTest {

    @Test
    void aCallThatSucceedsNeedsNoOther() {
        AtomicInteger others = new AtomicInteger();

        String result = CallFutures.await(CallFutures.recover(CompletableFuture.completedFuture("first"), failure -> {
            others.incrementAndGet();
            return CompletableFuture.completedFuture("second");
        }));

        assertThat(result).isEqualTo("first");
        assertThat(others).hasValue(0);
    }

    @Test
    void anotherCallStandsInForOneThatFailedAndSeesItsFailure() {
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> second = new CompletableFuture<>();
        CompletableFuture<String> both = CallFutures.recover(first, failure -> {
            assertThat(failure).isInstanceOf(IllegalStateException.class);
            return second;
        });

        first.completeExceptionally(new CompletionException(new IllegalStateException("first")));
        second.complete("second");

        assertThat(both).isCompletedWithValue("second");
    }

    @Test
    void whatTheOtherCallFailsWithIsTheFailure() {
        CompletableFuture<String> failed = CompletableFuture.failedFuture(new IllegalStateException("first"));

        assertThatThrownBy(() -> CallFutures.await(CallFutures.recover(failed, failure -> {
                    throw new IllegalArgumentException("second");
                })))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CallFutures.await(CallFutures.recover(
                        failed,
                        failure -> CompletableFuture.failedFuture(new UnsupportedOperationException("second")))))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void cancellingReachesTheCallThatIsUnderWay() {
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> second = new CompletableFuture<>();
        CompletableFuture<String> both = CallFutures.recover(first, failure -> second);
        first.completeExceptionally(new IllegalStateException("first"));

        boolean cancelled = both.cancel(true);

        assertThat(cancelled).isTrue();
        assertThat(second).isCancelled();
    }

    @Test
    void aCancelledCallIsNotStoodInFor() {
        CompletableFuture<String> first = new CompletableFuture<>();
        AtomicInteger others = new AtomicInteger();
        CompletableFuture<String> both = CallFutures.recover(first, failure -> {
            others.incrementAndGet();
            return CompletableFuture.completedFuture("second");
        });

        both.cancel(true);

        assertThat(first).isCancelled();
        assertThat(others).hasValue(0);
        assertThatThrownBy(both::join).isInstanceOf(CancellationException.class);
    }
}
