package dev.accesskeys.http;

/**
 * How many bytes of an answer are read. What is longer is cut and marked as {@linkplain
 * TransportResponse.Ending#TRUNCATED truncated}; the rest is not read.
 *
 * @param success the limit for answers with a status of 2xx, in bytes, 1 or more
 * @param failure the limit for all others, in bytes, 1 or more
 */
public record BodyLimits(int success, int failure) {

    /**
     * Checks the limits.
     *
     * @param success the limit for answers with a status of 2xx, in bytes, 1 or more
     * @param failure the limit for all others, in bytes, 1 or more
     * @throws IllegalArgumentException if a limit is below 1
     */
    public BodyLimits {
        if (success < 1 || failure < 1) {
            throw new IllegalArgumentException("limits must be 1 or more");
        }
    }

    /**
     * Picks the limit for a status.
     *
     * @param status an HTTP status
     * @return the limit in bytes
     */
    public int forStatus(int status) {
        return status / 100 == 2 ? success : failure;
    }
}
