package dev.accesskeys.listener;

import dev.accesskeys.error.AccessKeysException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How a call, or one attempt of it, ended.
 */
public final class CallResult {

    private final int attempts;
    private final int status;
    private final @Nullable String requestId;
    private final Duration elapsed;
    private final @Nullable AccessKeysException failure;
    private final @Nullable Instant serverTime;

    /**
     * Makes a result.
     *
     * @param attempts how often the request was sent so far
     * @param status the HTTP status of the last answer; 0 if none came
     * @param requestId the provider's id of the request, or null
     * @param elapsed how long it took
     * @param failure what it failed with, or null
     */
    public CallResult(
            int attempts,
            int status,
            @Nullable String requestId,
            Duration elapsed,
            @Nullable AccessKeysException failure) {
        this(attempts, status, requestId, elapsed, failure, null);
    }

    /**
     * Makes a result that tells the provider's time too.
     *
     * @param attempts how often the request was sent so far
     * @param status the HTTP status of the last answer; 0 if none came
     * @param requestId the provider's id of the request, or null
     * @param elapsed how long it took
     * @param failure what it failed with, or null
     * @param serverTime what time it was at the provider when it answered, or null
     */
    public CallResult(
            int attempts,
            int status,
            @Nullable String requestId,
            Duration elapsed,
            @Nullable AccessKeysException failure,
            @Nullable Instant serverTime) {
        this.attempts = attempts;
        this.status = status;
        this.requestId = requestId;
        this.elapsed = elapsed;
        this.failure = failure;
        this.serverTime = serverTime;
    }

    /**
     * Tells how often the request was sent.
     *
     * @return the number of attempts; 0 if the call failed before the first
     */
    public int attempts() {
        return attempts;
    }

    /**
     * Gives the status of the last answer.
     *
     * @return the HTTP status; empty if no answer came
     */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /**
     * Gives the provider's id of the request.
     *
     * @return the id; empty if the provider sent none
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * Tells how long it took.
     *
     * @return the time
     */
    public Duration elapsed() {
        return elapsed;
    }

    /**
     * Gives what it failed with.
     *
     * @return the exception; empty for a success
     */
    public Optional<AccessKeysException> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Tells what time it was at the provider, by the {@code Date} header of the last answer.
     *
     * @return the time, in whole seconds; empty if no answer came, or one without a date that can be read
     */
    public Optional<Instant> serverTime() {
        return Optional.ofNullable(serverTime);
    }

    @Override
    public String toString() {
        return "CallResult[attempts=" + attempts + ", status=" + status + ", requestId=" + requestId + ", elapsed="
                + elapsed + ", failure="
                + (failure == null ? "none" : failure.getClass().getSimpleName()) + "]";
    }
}
