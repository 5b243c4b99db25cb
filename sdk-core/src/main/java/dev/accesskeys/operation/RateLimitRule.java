package dev.accesskeys.operation;

import java.time.Duration;
import java.util.Objects;

/**
 * A limit that a provider documents: {@code x-rate-limits} in its document.
 *
 * @param name its name, to which operations refer
 * @param requests how many requests are allowed within the period, 1 or more
 * @param period the period
 * @param concurrent how many requests may be under way at once; {@link Integer#MAX_VALUE} where nothing is documented
 * @param perSecond how many requests may leave within one second; {@link Integer#MAX_VALUE} where nothing is documented
 */
public record RateLimitRule(String name, int requests, Duration period, int concurrent, int perSecond) {

    /**
     * Checks the rule.
     *
     * @param name its name, to which operations refer
     * @param requests how many requests are allowed within the period, 1 or more
     * @param period the period
     * @param concurrent how many requests may be under way at once; {@link Integer#MAX_VALUE} where nothing is documented
     * @param perSecond how many requests may leave within one second; {@link Integer#MAX_VALUE} where nothing is documented
     * @throws IllegalArgumentException if a number is below 1 or the period is not positive
     */
    public RateLimitRule {
        Objects.requireNonNull(name, "name");
        if (requests < 1 || concurrent < 1 || perSecond < 1 || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("a limit needs positive numbers and a positive period");
        }
    }

    /**
     * Makes a rule that says nothing of single seconds.
     *
     * @param name its name, to which operations refer
     * @param requests how many requests are allowed within the period, 1 or more
     * @param period the period
     * @param concurrent how many requests may be under way at once; {@link Integer#MAX_VALUE} where nothing is documented
     * @throws IllegalArgumentException if a number is below 1 or the period is not positive
     */
    public RateLimitRule(String name, int requests, Duration period, int concurrent) {
        this(name, requests, period, concurrent, Integer.MAX_VALUE);
    }
}
