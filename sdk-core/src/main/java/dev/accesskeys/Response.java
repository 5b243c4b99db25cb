package dev.accesskeys;

import dev.accesskeys.http.Headers;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came back from a call, with its circumstances. {@link #toString()} shows neither the value nor a header's value.
 *
 * @param <T> the type of the value; {@link Void} where an operation answers with nothing
 */
public final class Response<T extends @Nullable Object> {

    private final T value;
    private final int status;
    private final Headers headers;
    private final @Nullable String requestId;
    private final RateLimit rateLimit;
    private final int attempts;
    private final Duration elapsed;

    /**
     * Makes a response.
     *
     * @param value what came back
     * @param status the HTTP status
     * @param headers the headers of the answer
     * @param requestId the provider's id of the request, or null
     * @param rateLimit what the answer says about the rate limit
     * @param attempts how often the request was sent, 1 or more
     * @param elapsed how long the call took, attempts and waits together
     */
    public Response(
            T value,
            int status,
            Headers headers,
            @Nullable String requestId,
            RateLimit rateLimit,
            int attempts,
            Duration elapsed) {
        this.value = value;
        this.status = status;
        this.headers = Objects.requireNonNull(headers, "headers");
        this.requestId = requestId;
        this.rateLimit = Objects.requireNonNull(rateLimit, "rateLimit");
        this.attempts = attempts;
        this.elapsed = Objects.requireNonNull(elapsed, "elapsed");
    }

    /**
     * Gives what came back.
     *
     * @return the value; null only for an operation that answers with nothing
     */
    public T value() {
        return value;
    }

    /**
     * Gives the HTTP status.
     *
     * @return the status, 200 to 299
     */
    public int status() {
        return status;
    }

    /**
     * Gives the headers of the answer.
     *
     * @return the headers
     */
    public Headers headers() {
        return headers;
    }

    /**
     * Gives the provider's id of the request, which its support asks for.
     *
     * @return the id; empty if the provider sent none
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * Gives what the answer says about the rate limit.
     *
     * @return the rate limit; without content if the provider sent no such headers
     */
    public RateLimit rateLimit() {
        return rateLimit;
    }

    /**
     * Tells how often the request was sent.
     *
     * @return the number of attempts, 1 or more
     */
    public int attempts() {
        return attempts;
    }

    /**
     * Tells how long the call took.
     *
     * @return the time for all attempts and the waits between them
     */
    public Duration elapsed() {
        return elapsed;
    }

    /** Status, attempts and request id. */
    @Override
    public String toString() {
        return "Response[status=" + status + ", attempts=" + attempts + ", requestId=" + requestId + "]";
    }
}
