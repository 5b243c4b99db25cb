package dev.accesskeys.auth;

import dev.accesskeys.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A token and how long it is good for. Three times follow from its lifetime: until the first it is fresh; from then on it is to
 * be renewed by whoever comes first, while the others go on with it; near its end nobody should set out with it. Times are those
 * of {@link dev.accesskeys.time.TimeSource#nanoTime()}.
 */
final class AccessToken {

    private static final Duration LONGEST_AHEAD = Duration.ofMinutes(5);
    private static final Duration LONGEST_RESERVE = Duration.ofSeconds(30);

    /** Longer than any token lives, and short enough to be added to any time. */
    private static final Duration FOR_GOOD = Duration.ofDays(3650);

    private final Secret value;
    private final long asked;
    private final long freshNanos;
    private final long usableNanos;
    private final long validNanos;

    /**
     * Makes it.
     *
     * @param value the token
     * @param asked when it was asked for, which is safer to count from than the answer
     * @param lifetime how long it is valid; null if that was not told: then it is good until it is refused
     */
    AccessToken(Secret value, long asked, @Nullable Duration lifetime) {
        Duration whole = lifetime == null || lifetime.compareTo(FOR_GOOD) > 0 ? FOR_GOOD : lifetime;
        this.value = value;
        this.asked = asked;
        this.validNanos = whole.toNanos();
        this.freshNanos =
                whole.minus(shorter(whole.dividedBy(5), LONGEST_AHEAD)).toNanos();
        this.usableNanos =
                whole.minus(shorter(whole.dividedBy(10), LONGEST_RESERVE)).toNanos();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    Secret value() {
        return value;
    }

    /** Whether there is no need to think of another one. */
    boolean isFresh(long now) {
        return now - asked < freshNanos;
    }

    /** Whether a call may still set out with it. */
    boolean isUsable(long now) {
        return now - asked < usableNanos;
    }

    /** Whether it has not expired, which is better than nothing where no other can be had. */
    boolean isValid(long now) {
        return now - asked < validNanos;
    }

    /** How long to let a token endpoint rest that has failed, while this token is good. */
    long restNanos() {
        return Math.max(Duration.ofSeconds(1).toNanos(), (validNanos - freshNanos) / 10);
    }
}
