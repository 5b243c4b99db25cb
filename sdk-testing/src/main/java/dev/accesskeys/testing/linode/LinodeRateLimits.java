package dev.accesskeys.testing.linode;

/**
 * How many requests a minute are let through.
 *
 * @param keyWrites requests that create, change or delete a key, 1 or more
 * @param pagedReads requests for a page of a list, 1 or more
 * @param others all other requests, 1 or more
 */
public record LinodeRateLimits(int keyWrites, int pagedReads, int others) {

    /**
     * Checks the limits.
     *
     * @param keyWrites requests that create, change or delete a key, 1 or more
     * @param pagedReads requests for a page of a list, 1 or more
     * @param others all other requests, 1 or more
     * @throws IllegalArgumentException if one is below 1
     */
    public LinodeRateLimits {
        if (keyWrites < 1 || pagedReads < 1 || others < 1) {
            throw new IllegalArgumentException("limits must be 1 or more");
        }
    }

    /**
     * Gives the limits that the provider documents.
     *
     * @return 60 writes, 200 pages and 1600 other requests a minute
     */
    public static LinodeRateLimits documented() {
        return new LinodeRateLimits(60, 200, 1600);
    }
}
