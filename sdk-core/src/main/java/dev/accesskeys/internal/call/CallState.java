package dev.accesskeys.internal.call;

import dev.accesskeys.CallOptions;
import dev.accesskeys.RateLimit;
import dev.accesskeys.Response;
import dev.accesskeys.Secret;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.ApiException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.CallCancelledException;
import dev.accesskeys.error.ConnectionException;
import dev.accesskeys.error.DeadlineExceededException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.http.Headers;
import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.http.TransportResponse;
import dev.accesskeys.internal.call.Verdict.Failed;
import dev.accesskeys.internal.call.Verdict.Repeat;
import dev.accesskeys.internal.call.Verdict.Succeeded;
import dev.accesskeys.listener.CallInfo;
import dev.accesskeys.listener.CallResult;
import dev.accesskeys.operation.Invocation;
import dev.accesskeys.operation.Operation;
import dev.accesskeys.retry.Repeatability;
import dev.accesskeys.retry.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way: how much time is left, how often it was sent, what went wrong so far, and what comes next. Decides
 * everything, waits for nothing; used by one driver at a time.
 */
final class CallState<T extends @Nullable Object> {

    /** For operations that may be repeated: long enough for a slow listing, short enough to try again within the deadline. */
    private static final Duration REPEATABLE_ATTEMPT = Duration.ofSeconds(30);

    private static final Duration LONGEST_SENSIBLE_RETRY_AFTER = Duration.ofDays(1);

    private final ClientSettings settings;
    private final Invocation<T> invocation;
    private final CallOptions options;
    private final RetryPolicy policy;
    private final CallInfo info;
    private final StopSignal stop;
    private final long started;
    private final long deadline;
    private final List<AccessKeysException> earlier = new ArrayList<>();

    private Map<String, Secret> sentCredentials = Map.of();
    private int attempts;
    private long attemptNanos;
    private boolean attemptTakesTheRest;
    private boolean refreshed;
    private boolean notProcessedBefore;
    private boolean perhapsAppliedBefore;

    /** Of the last answer, for the listeners: a call may fail after its answer was read, or wait for another one. */
    private int lastStatus;

    private @Nullable String lastRequestId;
    private @Nullable Instant lastServerTime;

    CallState(ClientSettings settings, Invocation<T> invocation, CallOptions options, CallInfo info, StopSignal stop) {
        this.settings = settings;
        this.invocation = invocation;
        this.options = options;
        this.policy = options.retryPolicy().orElse(RetryPolicy.standard());
        this.info = info;
        this.stop = stop;
        this.started = settings.time().nanoTime();
        this.deadline = options.deadline().map(Durations::nanos).orElse(Long.MAX_VALUE);
    }

    Invocation<T> invocation() {
        return invocation;
    }

    Operation<T> operation() {
        return invocation.operation();
    }

    CallOptions options() {
        return options;
    }

    CallInfo info() {
        return info;
    }

    StopSignal stop() {
        return stop;
    }

    int attempts() {
        return attempts;
    }

    Duration elapsed() {
        return Duration.ofNanos(settings.time().nanoTime() - started);
    }

    /** The time left for the whole call, zero when it is up. */
    long remainingNanos() {
        return Math.max(0, deadline - (settings.time().nanoTime() - started));
    }

    /** Whether the operation does something each time that it is processed. */
    boolean sentOnce() {
        return operation().repeatability() == Repeatability.ONCE;
    }

    /** What forbids the next attempt: the call was stopped, or its time is up. */
    @Nullable
    Failed<T> hindrance(String waitingFor) {
        if (stop.isSet()) {
            return stoppedBeforeSending();
        }
        return remainingNanos() == 0 ? lateBeforeSending(waitingFor) : null;
    }

    /** Makes the next request. Throws what stops it before anything is sent. */
    TransportRequest nextRequest() {
        Headers.Builder headers = Headers.builder();
        sentCredentials = settings.credentials().addTo(headers, operation());
        return settings.requests().make(invocation, headers);
    }

    /** What forbids that the request leaves; without it the call counts as sent from now on. */
    @Nullable
    Failed<T> hindranceAtDeparture() {
        Failed<T> hindrance = hindrance("its credential");
        return hindrance == null && !stop.maySend(sentOnce()) ? stoppedBeforeSending() : hindrance;
    }

    /** Counts and announces an attempt, and gives its time: its own limit, or what is left of the call's. */
    long beginAttempt() {
        attempts++;
        settings.listeners().attemptStarted(info, attempts);
        Optional<Duration> own = options.attemptTimeout();
        if (own.isEmpty() && !sentOnce()) {
            own = Optional.of(REPEATABLE_ATTEMPT);
        }
        long remaining = remainingNanos();
        attemptNanos = Math.min(remaining, own.map(Durations::nanos).orElse(Long.MAX_VALUE));
        attemptTakesTheRest = attemptNanos == remaining;
        return attemptNanos;
    }

    /** The secrets that the request carries, to be masked wherever the provider repeats them. */
    Collection<Secret> sentSecrets() {
        return sentCredentials.values();
    }

    /** Remembers an answer, whatever it came to. */
    void answered(TransportResponse answer, @Nullable String requestId) {
        lastStatus = answer.status();
        lastRequestId = requestId;
        lastServerTime = answer.headers().date().orElse(null);
    }

    @Nullable
    Instant lastServerTime() {
        return lastServerTime;
    }

    /** How the call has ended. */
    CallResult result(@Nullable AccessKeysException failure) {
        return new CallResult(attempts, lastStatus, lastRequestId, elapsed(), failure, lastServerTime);
    }

    Next<T> after(Verdict<T> verdict) {
        if (verdict instanceof Succeeded<T> good) {
            settings.budget().succeeded();
            return new Next.Return<>(response(good));
        }
        Failed<T> failed = (Failed<T>) verdict;
        if (isGoneByAnEarlierAttempt(failed)) {
            settings.budget().succeeded();
            return new Next.Return<>(gone(failed));
        }
        Next<T> next = repetition(failed);
        perhapsAppliedBefore |= failed.applied() != Applied.NO;
        if (next != null) {
            earlier.add(failed.failure());
            return next;
        }
        return new Next.Throw<>(conclusion(failed));
    }

    private @Nullable Next<T> repetition(Failed<T> failed) {
        if (stop.isSet()) {
            return null;
        }
        if (failed.status() == 401 && !refreshed && settings.credentials().refresh(sentCredentials)) {
            refreshed = true;
            return new Next.Wait<>(Duration.ZERO);
        }
        if (!mayRepeat(failed) || attempts >= policy.maxAttempts()) {
            return null;
        }
        Duration wait = waitAfter(failed);
        if (Durations.nanos(wait) >= remainingNanos() || !settings.budget().tryTake()) {
            return null;
        }
        notProcessedBefore |= failed.repeat() == Repeat.ONCE;
        settings.listeners().retryScheduled(info, attempts, wait);
        return new Next.Wait<>(wait);
    }

    private boolean mayRepeat(Failed<T> failed) {
        if (sentOnce() && failed.applied() != Applied.NO) {
            return false;
        }
        return failed.repeat() == Repeat.LATER || (failed.repeat() == Repeat.ONCE && !notProcessedBefore);
    }

    private Duration waitAfter(Failed<T> failed) {
        Duration asked = failed.retryAfter();
        if (asked == null || asked.isZero() || asked.compareTo(LONGEST_SENSIBLE_RETRY_AFTER) > 0) {
            return policy.backoff(attempts, settings.random());
        }
        return asked.compareTo(policy.maxRetryAfter()) > 0 ? policy.maxRetryAfter() : asked;
    }

    /** A delete that was repeated finds nothing because an earlier attempt, whose answer was lost, did its work. */
    private boolean isGoneByAnEarlierAttempt(Failed<T> failed) {
        return operation().repeatability() == Repeatability.DELETE
                && !operation().answersWithValue()
                && perhapsAppliedBefore
                && failed.failure() instanceof NotFoundException;
    }

    @SuppressWarnings("NullAway") // a delete that answers with nothing
    private Response<T> gone(Failed<T> failed) {
        NotFoundException answer = (NotFoundException) failed.failure();
        return response(new Succeeded<>(null, failed.status(), answer.headers(), failed.requestId()));
    }

    private Response<T> response(Succeeded<T> good) {
        return new Response<>(
                good.value(),
                good.status(),
                good.headers(),
                good.requestId(),
                RateLimit.from(good.headers(), settings.time().now()),
                attempts,
                elapsed());
    }

    private AccessKeysException conclusion(Failed<T> failed) {
        AccessKeysException last = failed.failure();
        AccessKeysException thrown = last;
        if (sentOnce() && failed.applied() == Applied.UNKNOWN && !(last instanceof OutcomeUnknownException)) {
            thrown = new OutcomeUnknownException(
                    operation().toString(),
                    last.problem() + " after the request was sent; it will not be sent again",
                    reconciliation(),
                    last);
        } else if (perhapsAppliedBefore && last.applied() == Applied.NO && !(last instanceof ApiException)) {
            // The last attempt did not get through, but one before it may have.
            thrown = new ConnectionException(operation().toString(), last.problem(), Applied.UNKNOWN, last);
        }
        for (AccessKeysException each : earlier) {
            if (each != thrown) {
                thrown.addSuppressed(each);
            }
        }
        return thrown;
    }

    /** How to find out what became of a request whose answer was lost. */
    String reconciliation() {
        String known = operation().reconciliation();
        return known.isBlank() ? "Find out at the provider whether it was made before you call again." : known;
    }

    /** Whether an earlier attempt, whose answer did not come or was a failure, may have made the change. */
    boolean perhapsAppliedBefore() {
        return perhapsAppliedBefore;
    }

    /** The next request could not be made. */
    Failed<T> unsendable(AccessKeysException failure) {
        return failed(failure, Applied.NO, Repeat.NEVER);
    }

    /** The call was stopped, or its client closed, before the request of the next attempt left. */
    Failed<T> stoppedBeforeSending() {
        return cancelled(perhapsAppliedBefore ? Applied.UNKNOWN : Applied.NO);
    }

    /** The call was stopped while the answer was awaited. */
    Failed<T> stoppedAfterSending() {
        return cancelled(appliedByRequest());
    }

    private Failed<T> cancelled(Applied applied) {
        return failed(
                new CallCancelledException(
                        operation().toString(), "the call was given up: " + stop.reason(), applied, null),
                applied,
                Repeat.NEVER);
    }

    /** No whole answer came in the time of the attempt, or of the call. */
    Failed<T> timedOut() {
        String problem = attemptTakesTheRest
                ? "no whole answer came before the deadline of the call (" + deadlineText() + ", " + attempts
                        + (attempts == 1 ? " attempt)" : " attempts)")
                : "no whole answer came within " + Durations.text(Duration.ofNanos(attemptNanos));
        Applied applied = appliedByRequest();
        return failed(
                new DeadlineExceededException(operation().toString(), problem, applied, null),
                applied,
                attemptTakesTheRest ? Repeat.NEVER : Repeat.LATER);
    }

    /** The time of the call is up, and the next request has not left. */
    Failed<T> lateBeforeSending(String waitingFor) {
        Applied applied = perhapsAppliedBefore ? Applied.UNKNOWN : Applied.NO;
        return failed(
                new DeadlineExceededException(
                        operation().toString(),
                        "the deadline of the call (" + deadlineText() + ") passed while it waited for " + waitingFor,
                        applied,
                        null),
                applied,
                Repeat.NEVER);
    }

    Failed<T> failed(AccessKeysException failure, Applied applied, Repeat repeat) {
        return new Failed<>(failure, applied, repeat, null, 0, null);
    }

    /** What a request that has left, and was not answered, may have done. */
    Applied appliedByRequest() {
        return operation().repeatability() == Repeatability.READ ? Applied.NO : Applied.UNKNOWN;
    }

    private String deadlineText() {
        return Durations.text(options.deadline().orElse(Duration.ZERO));
    }

    /** What the driver does next. */
    sealed interface Next<T extends @Nullable Object> {

        /** The call has succeeded. */
        record Return<T extends @Nullable Object>(Response<T> response) implements Next<T> {}

        /** The call has failed. */
        record Throw<T extends @Nullable Object>(AccessKeysException failure) implements Next<T> {}

        /** The request is sent again after a wait. */
        record Wait<T extends @Nullable Object>(Duration time) implements Next<T> {}
    }
}
