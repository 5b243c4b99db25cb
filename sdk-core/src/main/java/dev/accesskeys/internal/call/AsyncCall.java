package dev.accesskeys.internal.call;

import dev.accesskeys.Response;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.CallCancelledException;
import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.http.TransportResponse;
import dev.accesskeys.internal.call.CallState.Next;
import dev.accesskeys.internal.concurrent.Stoppable;
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
        Verdict<T> hindrance = call.hindrance("the next attempt");
        if (hindrance != null) {
            decide(hindrance);
            return;
        }
        CompletableFuture<Runnable> turn = settings.limiter().turn(call.operation());
        if (turn == null) {
            exchange(RequestLimiter::nothingToRelease);
            return;
        }
        CompletableFuture<Void> timer = Timers.after(call.remainingNanos(), () -> turn.cancel(false));
        call.stop().awaits(turn);
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
        Verdict<T> hindrance;
        try {
            hindrance = send(release);
        } catch (RuntimeException | Error e) {
            release.run();
            throw e;
        }
        if (hindrance != null) {
            release.run();
            decide(hindrance);
        }
    }

    /** Sends the request, or gives the verdict that forbids it. */
    private @Nullable Verdict<T> send(Runnable release) {
        TransportRequest request;
        try {
            request = call.nextRequest();
        } catch (AccessKeysException e) {
            return call.unsendable(e);
        }
        Verdict<T> hindrance = call.hindranceAtDeparture();
        if (hindrance != null) {
            return hindrance;
        }
        long nanos = call.beginAttempt();
        CompletableFuture<TransportResponse> exchange = Attempts.send(settings, call, request);
        AtomicBoolean timedOut = new AtomicBoolean();
        CompletableFuture<Void> timer = Timers.after(nanos, () -> {
            timedOut.set(true);
            exchange.cancel(true);
        });
        call.stop().awaitsAnswer(exchange);
        exchange.whenCompleteAsync(
                (answer, failure) -> guarded(() -> {
                    timer.cancel(false);
                    release.run();
                    decide(
                            failure == null
                                    ? Attempts.answered(settings, call, answer, timedOut.get())
                                    : Attempts.unanswered(settings, call, failure, timedOut.get()));
                }),
                settings.callbacks());
        return null;
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
        call.stop().awaits(delay);
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
        future.completeExceptionally(
                future.cancelling && failure instanceof CallCancelledException
                        ? new CancellationException(CANCELLED)
                        : failure);
    }

    /** The future that the caller holds. */
    private final class CallFuture extends CompletableFuture<Response<T>> implements Stoppable {

        private volatile boolean cancelling;

        /**
         * Ends the call, and says whether it did: once a change that must not be repeated has been sent, its answer is awaited
         * for a while, and the future completes with what comes.
         */
        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            if (isDone()) {
                return isCancelled();
            }
            cancelling = true;
            // The step that the signal sets free ends the call itself, and tells its listeners.
            return (call.stop().set(CANCELLED) && super.cancel(mayInterruptIfRunning)) || isCancelled();
        }

        @Override
        public void stop(String reason) {
            call.stop().set(reason);
        }
    }
}
