package dev.accesskeys.retry;

import java.time.Duration;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How often and after which waits a failed call is sent again. Whether it may be sent again at all is decided by the operation
 * and by what happened; no policy makes a key be created twice.
 *
 * <p>Waits grow exponentially with full jitter: before attempt <i>n</i> + 1 a random time between zero and
 * {@code baseDelay} · 2<sup><i>n</i>-1</sup>, at most {@code maxDelay}. A {@code Retry-After} of the provider replaces it, up
 * to {@code maxRetryAfter}; one of more than a day is taken for a mistake. A wait that would end behind the deadline of the
 * call is not begun: the call fails at once. Immutable.
 */
public final class RetryPolicy {

    private static final RetryPolicy STANDARD =
            new RetryPolicy(3, Duration.ofMillis(250), Duration.ofSeconds(10), Duration.ofSeconds(60));

    private static final RetryPolicy NONE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private final int maxAttempts;
    private final Duration baseDelay;
    private final Duration maxDelay;
    private final Duration maxRetryAfter;

    private RetryPolicy(int maxAttempts, Duration baseDelay, Duration maxDelay, Duration maxRetryAfter) {
        this.maxAttempts = maxAttempts;
        this.baseDelay = baseDelay;
        this.maxDelay = maxDelay;
        this.maxRetryAfter = maxRetryAfter;
    }

    /**
     * Gives the policy of a client that sets none: 3 attempts, waits from 250 ms on and up to 10 s, {@code Retry-After} up to
     * 60 s.
     *
     * @return the policy
     */
    public static RetryPolicy standard() {
        return STANDARD;
    }

    /**
     * Gives the policy that never repeats.
     *
     * @return the policy
     */
    public static RetryPolicy none() {
        return NONE;
    }

    /**
     * Sets the number of attempts.
     *
     * @param attempts how often a call is sent at most, the first time included; 1 or more
     * @return a policy with the number
     * @throws IllegalArgumentException if it is below 1
     */
    public RetryPolicy withMaxAttempts(int attempts) {
        if (attempts < 1) {
            throw new IllegalArgumentException("maxAttempts must be 1 or more; given: " + attempts);
        }
        return new RetryPolicy(attempts, baseDelay, maxDelay, maxRetryAfter);
    }

    /**
     * Sets the waits.
     *
     * @param base the bound of the first wait, zero or more
     * @param max the bound of all waits, not less than {@code base}
     * @return a policy with the waits
     * @throws IllegalArgumentException if {@code base} is negative or more than {@code max}
     */
    public RetryPolicy withBackoff(Duration base, Duration max) {
        if (base.isNegative() || base.compareTo(max) > 0) {
            throw new IllegalArgumentException("backoff must go from zero or more up; given: " + base + " to " + max);
        }
        return new RetryPolicy(maxAttempts, base, max, maxRetryAfter);
    }

    /**
     * Sets how long a wait a provider may ask for.
     *
     * @param max the longest {@code Retry-After} that is kept to, zero or more
     * @return a policy with the bound
     * @throws IllegalArgumentException if it is negative
     */
    public RetryPolicy withMaxRetryAfter(Duration max) {
        if (max.isNegative()) {
            throw new IllegalArgumentException("maxRetryAfter must be zero or more; given: " + max);
        }
        return new RetryPolicy(maxAttempts, baseDelay, maxDelay, max);
    }

    /**
     * Gives the number of attempts.
     *
     * @return how often a call is sent at most, the first time included
     */
    public int maxAttempts() {
        return maxAttempts;
    }

    /**
     * Gives the bound of the first wait.
     *
     * @return the bound
     */
    public Duration baseDelay() {
        return baseDelay;
    }

    /**
     * Gives the bound of all waits.
     *
     * @return the bound
     */
    public Duration maxDelay() {
        return maxDelay;
    }

    /**
     * Gives the longest {@code Retry-After} that is kept to.
     *
     * @return the bound
     */
    public Duration maxRetryAfter() {
        return maxRetryAfter;
    }

    /**
     * Computes the wait after a failed attempt.
     *
     * @param failedAttempts how many attempts have failed, 1 or more
     * @param random gives numbers from 0 (inclusive) to 1 (exclusive)
     * @return the wait, from zero to the bound
     */
    public Duration backoff(int failedAttempts, DoubleSupplier random) {
        double bound = Math.min(nanos(maxDelay), nanos(baseDelay) * Math.pow(2, Math.max(0, failedAttempts - 1)));
        return Duration.ofNanos((long) (bound * random.getAsDouble()));
    }

    /** As a floating-point number, which does not overflow. */
    private static double nanos(Duration time) {
        return time.getSeconds() * 1e9 + time.getNano();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RetryPolicy that
                && maxAttempts == that.maxAttempts
                && baseDelay.equals(that.baseDelay)
                && maxDelay.equals(that.maxDelay)
                && maxRetryAfter.equals(that.maxRetryAfter);
    }

    @Override
    public int hashCode() {
        return Objects.hash(maxAttempts, baseDelay, maxDelay, maxRetryAfter);
    }

    @Override
    public String toString() {
        return "RetryPolicy[maxAttempts=" + maxAttempts + ", backoff=" + baseDelay + ".." + maxDelay
                + ", maxRetryAfter=" + maxRetryAfter + "]";
    }
}
