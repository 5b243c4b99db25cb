package dev.accesskeys.testing.linode;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An S3 endpoint in a region. A region may have several, of different types.
 *
 * @param region the region's id, such as {@code us-lax}
 * @param endpointType the type, such as {@code E1}
 * @param s3Endpoint the host without a scheme, with a port if need be; null while it is not available
 */
public record LinodeEndpoint(
        String region, String endpointType, @Nullable String s3Endpoint) {

    /**
     * Checks that the region and the type are there.
     *
     * @param region the region's id, such as {@code us-lax}
     * @param endpointType the type, such as {@code E1}
     * @param s3Endpoint the host without a scheme, with a port if need be; null while it is not available
     * @throws NullPointerException if one of them is null
     */
    public LinodeEndpoint {
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(endpointType, "endpointType");
    }
}
