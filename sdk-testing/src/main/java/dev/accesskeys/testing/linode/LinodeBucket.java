package dev.accesskeys.testing.linode;

import java.util.Objects;

/**
 * A bucket of the account.
 *
 * @param region the region's id
 * @param label the bucket's name
 */
record LinodeBucket(String region, String label) {

    LinodeBucket {
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(label, "label");
    }
}
