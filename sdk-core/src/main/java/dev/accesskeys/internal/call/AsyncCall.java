package dev.accesskeys.internal.call;

import dev.accesskeys.Response;
import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.http.TransportResponse;
import dev.accesskeys.internal.call.CallState.Next;
import dev.accesskeys.internal.concurrent.Timers;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Drives a call without a thread of its own: each step begins when the future before it completes. */
@SuppressWarnings("FutureReturnValueIgnored") // each step reports to the future that the caller holds
final class AsyncCall<T extends @Nullable Object> {

    private static final String CANCELLED = "its future was cancelled";

    private final ClientSettings settings;
    private final CallState<T> call;
    private final BiConsumer<@Nullable Response<T>, @Nullable Throwable> ended;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final CallFuture future = new CallFuture();

    /**
     * Prepares the call.
     *
     * @param settings what is the same for all calls of the client
     * @param call the call
     * @param ended told the end, once, before the caller's future completes: whoever closes the client from a callback must
     *     not find this call still open
     */
    AsyncCall(
            ClientSettings settings, CallState<T> call, BiConsumer<@Nullable Response<T>, @Nullable Throwable> ended) {
        this.settings = settings;
        this.call = call;
        this.ended = ended;
    }

    CompletableFuture<Response<T>> start() {
        if (settings.credentials().mayBlock()) {
            settings.callbacks().execute(() -> guarded(this::attempt));
        } else {
            guarded(this::attempt);
        }
        return future;
    }

    private void attempt() {
        if (call.stop().isSet()) {
            decide(call.stoppedBeforeSending());
            return;
        }
        if (call.remainingNanos() == 0) {
            decide(call.lateBeforeSending("the next attempt"));
            return;
        }
        CompletableFuture<Runnable> turn = settings.limiter().turn(call.operation());
        if (turn == null) {
            exchange(RequestLimiter::nothingToRelease);
            return;
        }
        CompletableFuture<Void> timer = Timers.after(call.remainingNanos(), () -> turn.cancel(false));
        call.stop().awaits(turn, false);
        turn.whenCompleteAsync(
                (release, failure) -> guarded(() -> {
                    timer.cancel(false);
                    if (failure == null) {
                        exchange(release);
                    } else if (call.stop().isSet()) {
                        decide(call.stoppedBeforeSending());
                    } else {
                        decide(call.lateBeforeSending("the provider's rate limit"));
                    }
                }),
                settings.callbacks());
    }

    private void exchange(Runnable release) {
        CompletableFuture<TransportResponse> exchange;
        long nanos;
        try {
            TransportRequest request = call.nextRequest();
            nanos = call.attemptNanos();
            exchange = Attempts.send(settings, call, request);
        } catch (RuntimeException | Error e) {
            release.run();
            throw e;
        }
        AtomicBoolean timedOut = new AtomicBoolean();
        CompletableFuture<Void> timer = Timers.after(nanos, () -> {
            timedOut.set(true);
            exchange.cancel(true);
        });
        call.stop().awaits(exchange, call.sentOnce());
        exchange.whenCompleteAsync(
                (answer, failure) -> guarded(() -> {
                    timer.cancel(false);
                    release.run();
                    decide(
                            failure == null
                                    ? Attempts.answered(settings, call, answer)
                                    : Attempts.unanswered(settings, call, failure, nanos, timedOut.get()));
                }),
                settings.callbacks());
    }

    private void decide(Verdict<T> verdict) {
        Next<T> next = call.after(verdict);
        if (next instanceof Next.Return<T> done) {
            succeed(done.response());
        } else if (next instanceof Next.Throw<T> failed) {
            fail(failed.failure());
        } else {
            pause(((Next.Wait<T>) next).time());
        }
    }

    private void pause(Duration time) {
        if (time.isZero()) {
            attempt();
            return;
        }
        CompletableFuture<Void> delay = settings.time().delay(time);
        call.stop().awaits(delay, false);
        delay.whenCompleteAsync((nothing, stopped) -> guarded(this::attempt), settings.callbacks());
    }

    /** Whatever is thrown on the way ends the call: a future that never completes would be the worst answer. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void succeed(Response<T> response) {
        if (open.compareAndSet(true, false)) {
            ended.accept(response, null);
        }
        future.complete(response);
    }

    private void fail(Throwable failure) {
        if (open.compareAndSet(true, false)) {
            ended.accept(null, failure);
        }
        future.completeExceptionally(failure);
    }

    /** The future that the caller holds. */
    private final class CallFuture extends CompletableFuture<Response<T>> {

        /**
         * Ends the call, and says whether it did: once a change that must not be repeated has been sent, its answer is awaited
         * for a while, and the future completes with what comes.
         */
        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            if (isDone()) {
                return isCancelled();
            }
            if (!call.stop().set(CANCELLED) || !super.cancel(mayInterruptIfRunning)) {
                return isCancelled();
            }
            if (open.compareAndSet(true, false)) {
                ended.accept(null, new CancellationException(CANCELLED));
            }
            return true;
        }
    }
}
