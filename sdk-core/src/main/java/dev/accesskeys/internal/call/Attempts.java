package dev.accesskeys.internal.call;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.ConnectionException;
import dev.accesskeys.error.NotSentException;
import dev.accesskeys.http.Delivery;
import dev.accesskeys.http.TransportException;
import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.http.TransportResponse;
import dev.accesskeys.http.TransportResponse.Ending;
import dev.accesskeys.internal.call.Verdict.Failed;
import dev.accesskeys.internal.call.Verdict.Repeat;
import dev.accesskeys.internal.call.Verdict.Succeeded;
import dev.accesskeys.listener.CallResult;
import dev.accesskeys.operation.CallFutures;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** How attempts end: the part that both drivers share. */
final class Attempts {

    private Attempts() {}

    /** Sends a request. Whatever a transport throws at once is treated as what it may throw later. */
    static CompletableFuture<TransportResponse> send(
            ClientSettings settings, CallState<?> call, TransportRequest request) {
        try {
            return Objects.requireNonNull(
                    settings.transport().send(request, settings.bodyLimits(call.operation())), "exchange");
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The verdict on an answer. One that was cut off because the call had no more time, or was stopped, is told as that. */
    static <T extends @Nullable Object> Verdict<T> answered(
            ClientSettings settings, CallState<T> call, TransportResponse answer, boolean timedOut) {
        Failed<T> givenUp = answer.ending() == Ending.BROKEN ? givenUp(call, timedOut) : null;
        if (givenUp != null && !call.sentOnce()) {
            return ended(settings, call, givenUp);
        }
        return ended(settings, call, settings.answers().read(call, answer, givenUp == null ? null : givenUp.failure()));
    }

    /** The verdict on an exchange that ended without an answer. */
    static <T extends @Nullable Object> Verdict<T> unanswered(
            ClientSettings settings, CallState<T> call, Throwable failure, boolean timedOut) {
        Throwable reason = CallFutures.unwrap(failure);
        Failed<T> givenUp = reason instanceof CancellationException ? givenUp(call, timedOut) : null;
        return ended(settings, call, givenUp == null ? broken(call, reason) : givenUp);
    }

    private static <T extends @Nullable Object> @Nullable Failed<T> givenUp(CallState<T> call, boolean timedOut) {
        if (timedOut) {
            return call.timedOut();
        }
        return call.stop().isSet() ? call.stoppedAfterSending() : null;
    }

    /** Tells the listeners that the attempt has ended. */
    static <T extends @Nullable Object> Verdict<T> ended(
            ClientSettings settings, CallState<T> call, Verdict<T> verdict) {
        settings.listeners().attemptEnded(call.info(), call.attempts(), result(call, verdict));
        return verdict;
    }

    static <T extends @Nullable Object> CallResult result(CallState<T> call, Verdict<T> verdict) {
        if (verdict instanceof Succeeded<T> good) {
            return new CallResult(
                    call.attempts(),
                    good.status(),
                    good.requestId(),
                    call.elapsed(),
                    null,
                    good.headers().date().orElse(null));
        }
        Failed<T> failed = (Failed<T>) verdict;
        return new CallResult(
                call.attempts(),
                failed.status(),
                failed.requestId(),
                call.elapsed(),
                failed.failure(),
                // Without a status there was no answer in this attempt.
                failed.status() == 0 ? null : call.lastServerTime());
    }

    private static <T extends @Nullable Object> Failed<T> broken(CallState<T> call, Throwable reason) {
        String operation = call.operation().toString();
        if (reason instanceof AccessKeysException known) {
            return call.failed(known, known.applied(), Repeat.NEVER);
        }
        Delivery delivery = reason instanceof TransportException transport ? transport.delivery() : Delivery.UNKNOWN;
        // The message of anything but our own exception may quote the request, token included: its class must do.
        String problem = reason instanceof TransportException
                ? String.valueOf(reason.getMessage())
                : "the transport failed with " + reason.getClass().getName();
        @Nullable Throwable cause = reason instanceof TransportException ? reason : null;
        return switch (delivery) {
            case NOT_SENT ->
                call.failed(
                        new NotSentException(
                                operation,
                                problem,
                                "Check the network and the base URL; calling again is safe.",
                                cause),
                        Applied.NO,
                        Repeat.LATER);
            case NOT_SENDABLE ->
                call.failed(
                        new NotSentException(
                                operation, problem, "Calling again will not help until this is mended.", cause),
                        Applied.NO,
                        Repeat.NEVER);
            case NOT_PROCESSED ->
                call.failed(
                        new NotSentException(operation, problem, "Calling again is safe.", cause),
                        Applied.NO,
                        Repeat.ONCE);
            case UNKNOWN ->
                call.failed(
                        new ConnectionException(operation, problem, call.appliedByRequest(), cause),
                        call.appliedByRequest(),
                        Repeat.LATER);
        };
    }
}
