package dev.accesskeys;

import dev.accesskeys.http.Headers;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says about the provider's rate limit, read from whichever headers are there: {@code X-RateLimit-Limit},
 * {@code -Remaining} and {@code -Reset} (UTC epoch seconds), or the structured {@code Ratelimit} and
 * {@code Ratelimit-Policy} ({@code "default";r=50;t=30}), and {@code Retry-After}. Any of them may be missing or unreadable;
 * what cannot be read is empty, never an error.
 */
public final class RateLimit {

    private static final Pattern REMAINING = Pattern.compile("[;,]\\s*r=(\\d{1,18})");
    private static final Pattern SECONDS = Pattern.compile("[;,]\\s*t=(\\d{1,10})");
    private static final Pattern QUOTA = Pattern.compile("[;,]\\s*q=(\\d{1,18})");

    private final @Nullable Long limit;
    private final @Nullable Long remaining;
    private final @Nullable Instant resetsAt;
    private final @Nullable Duration retryAfter;

    private RateLimit(
            @Nullable Long limit, @Nullable Long remaining, @Nullable Instant resetsAt, @Nullable Duration retryAfter) {
        this.limit = limit;
        this.remaining = remaining;
        this.resetsAt = resetsAt;
        this.retryAfter = retryAfter;
    }

    /**
     * Reads the headers of an answer.
     *
     * @param headers the headers
     * @param now the time of the answer, to which relative times are added
     * @return what they say
     */
    public static RateLimit from(Headers headers, Instant now) {
        String structured = headers.first("Ratelimit").orElse("");
        String policy = headers.first("Ratelimit-Policy").orElse("");
        Long limit = first(number(headers, "X-RateLimit-Limit"), group(QUOTA, policy));
        Long remaining = first(number(headers, "X-RateLimit-Remaining"), group(REMAINING, structured));
        Long reset = number(headers, "X-RateLimit-Reset");
        Long seconds = group(SECONDS, structured);
        Instant resetsAt = reset != null ? epochSecond(reset) : seconds != null ? now.plusSeconds(seconds) : null;
        Duration retryAfter = headers.first("Retry-After")
                .map(value -> RetryAfter.parse(value, now))
                .orElse(null);
        return new RateLimit(limit, remaining, resetsAt, retryAfter);
    }

    private static <V> @Nullable V first(@Nullable V one, @Nullable V other) {
        return one != null ? one : other;
    }

    private static @Nullable Long number(Headers headers, String name) {
        String value = headers.first(name).orElse("").strip();
        return value.matches("[0-9]{1,18}") ? Long.valueOf(value) : null;
    }

    private static @Nullable Long group(Pattern pattern, String value) {
        Matcher matcher = pattern.matcher(value.toLowerCase(Locale.ROOT));
        return matcher.find() ? Long.valueOf(matcher.group(1)) : null;
    }

    private static @Nullable Instant epochSecond(long seconds) {
        return seconds <= Instant.MAX.getEpochSecond() ? Instant.ofEpochSecond(seconds) : null;
    }

    /**
     * Gives the number of requests allowed within the provider's period.
     *
     * @return the number; empty if the answer did not say
     */
    public OptionalLong limit() {
        return limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
    }

    /**
     * Gives the number of requests left.
     *
     * @return the number; empty if the answer did not say
     */
    public OptionalLong remaining() {
        return remaining == null ? OptionalLong.empty() : OptionalLong.of(remaining);
    }

    /**
     * Tells when the full number is allowed again.
     *
     * @return the time; empty if the answer did not say
     */
    public Optional<Instant> resetsAt() {
        return Optional.ofNullable(resetsAt);
    }

    /**
     * Tells how long the provider asks to wait before the next request.
     *
     * @return the time, zero or more and as the provider sent it; empty if the answer did not say
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RateLimit that
                && Objects.equals(limit, that.limit)
                && Objects.equals(remaining, that.remaining)
                && Objects.equals(resetsAt, that.resetsAt)
                && Objects.equals(retryAfter, that.retryAfter);
    }

    @Override
    public int hashCode() {
        return Objects.hash(limit, remaining, resetsAt, retryAfter);
    }

    @Override
    public String toString() {
        return "RateLimit[limit=" + limit + ", remaining=" + remaining + ", resetsAt=" + resetsAt + ", retryAfter="
                + retryAfter + "]";
    }
}
