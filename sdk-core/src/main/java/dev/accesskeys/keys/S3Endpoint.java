package dev.accesskeys.keys;

import java.net.URI;
import java.util.Objects;

/**
 * Where a key works.
 *
 * @param url the address for S3 clients, with {@code https://}
 * @param region the region's id at the provider; may be empty, and may stand at several endpoints of one key
 */
public record S3Endpoint(URI url, String region) {

    /**
     * Checks that nothing is null.
     *
     * @param url the address
     * @param region the region's id
     */
    public S3Endpoint {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(region, "region");
    }
}
