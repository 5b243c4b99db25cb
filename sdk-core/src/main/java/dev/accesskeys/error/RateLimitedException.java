package dev.accesskeys.error;

import dev.accesskeys.RateLimit;
import java.time.Instant;

/** Too many requests (429), and the retries that the policy allows did not help. Nothing was processed. */
public final class RateLimitedException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param failure what the answer says
     */
    public RateLimitedException(ApiFailure failure) {
        super(failure);
    }

    /**
     * Gives what the answer says about the limit, such as how long to wait.
     *
     * @param now the time to which relative times are added
     * @return the rate limit
     */
    public RateLimit rateLimit(Instant now) {
        return RateLimit.from(headers(), now);
    }
}
