package dev.accesskeys.internal.call;

import dev.accesskeys.Response;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.http.TransportResponse;
import dev.accesskeys.internal.call.CallState.Next;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Drives a call on the thread of the caller. */
final class BlockingCall<T extends @Nullable Object> {

    private static final String INTERRUPTED = "its thread was interrupted";

    private final ClientSettings settings;
    private final CallState<T> call;
    private boolean interrupted;

    BlockingCall(ClientSettings settings, CallState<T> call) {
        this.settings = settings;
        this.call = call;
    }

    /** Runs the call; throws what it fails with. An interrupt is remembered and the flag set again at the end. */
    Response<T> run() {
        try {
            while (true) {
                Next<T> next = call.after(attempt());
                if (next instanceof Next.Return<T> done) {
                    return done.response();
                }
                if (next instanceof Next.Throw<T> failed) {
                    throw failed.failure();
                }
                pause(((Next.Wait<T>) next).time());
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Verdict<T> attempt() {
        if (Thread.interrupted()) {
            stop();
        }
        Verdict<T> hindrance = call.hindrance("the next attempt");
        if (hindrance != null) {
            return hindrance;
        }
        CompletableFuture<Runnable> turn = settings.limiter().turn(call.operation());
        if (turn == null) {
            return exchange();
        }
        Runnable release;
        try {
            call.stop().awaits(turn);
            release = await(turn, call.remainingNanos());
        } catch (TimeoutException e) {
            RequestLimiter.giveBack(turn);
            return call.lateBeforeSending("the provider's rate limit");
        } catch (CancellationException | ExecutionException e) {
            return call.stoppedBeforeSending();
        }
        try {
            return exchange();
        } finally {
            release.run();
        }
    }

    private Verdict<T> exchange() {
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
        call.stop().awaitsAnswer(exchange);
        try {
            return Attempts.answered(settings, call, await(exchange, nanos), false);
        } catch (TimeoutException e) {
            return timedOut(exchange);
        } catch (CancellationException e) {
            return Attempts.unanswered(settings, call, e, false);
        } catch (ExecutionException e) {
            return Attempts.unanswered(settings, call, e.getCause() == null ? e : e.getCause(), false);
        }
    }

    /** The end of an exchange that took too long; what came of an answer is kept. */
    private Verdict<T> timedOut(CompletableFuture<TransportResponse> exchange) {
        exchange.cancel(true);
        try {
            return Attempts.answered(settings, call, exchange.join(), true);
        } catch (CancellationException | CompletionException e) {
            return Attempts.unanswered(settings, call, e, true);
        }
    }

    private void pause(Duration time) {
        if (time.isZero()) {
            return;
        }
        CompletableFuture<Void> delay = settings.time().delay(time);
        call.stop().awaits(delay);
        try {
            await(delay, Long.MAX_VALUE);
        } catch (CancellationException | ExecutionException | TimeoutException e) {
            // Stopped: the next attempt sees it.
        }
    }

    /**
     * Waits for a future. An interrupt stops the call: what may be given up is cancelled by the signal at once, and what must
     * not be lost some time later, so that this wait ends in either case.
     */
    private <V> V await(CompletableFuture<V> future, long nanos) throws TimeoutException, ExecutionException {
        long begun = System.nanoTime();
        while (true) {
            try {
                return future.get(nanos - (System.nanoTime() - begun), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                stop();
            }
        }
    }

    private void stop() {
        interrupted = true;
        call.stop().set(INTERRUPTED);
    }
}
