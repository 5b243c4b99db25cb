package dev.accesskeys.testing.linode;

import java.util.Objects;

/**
 * What a limited key may do with one bucket.
 *
 * @param bucket the bucket's name
 * @param region the region's id
 * @param permissions {@code read_write} or {@code read_only}
 */
public record LinodeGrant(String bucket, String region, String permissions) {

    /**
     * Checks that all parts are there.
     *
     * @param bucket the bucket's name
     * @param region the region's id
     * @param permissions {@code read_write} or {@code read_only}
     * @throws NullPointerException if one is null
     */
    public LinodeGrant {
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(permissions, "permissions");
    }
}
