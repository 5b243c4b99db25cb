package dev.accesskeys.testing.nscale;

import java.time.Instant;
import java.util.Objects;

/**
 * A key as it is in the project, without its secret: {@link NscaleProject#secretOf} gives that.
 *
 * @param endpointId the endpoint's id
 * @param id the provider's id
 * @param name the name
 * @param identityPolicy the name of its policy
 * @param accessKeyId the access key id
 * @param status how far its provisioning has come
 * @param createdAt when it was created
 */
public record NscaleKey(
        String endpointId,
        String id,
        String name,
        String identityPolicy,
        String accessKeyId,
        NscaleStatus status,
        Instant createdAt) {

    /**
     * Checks that all parts are there.
     *
     * @param endpointId the endpoint's id
     * @param id the provider's id
     * @param name the name
     * @param identityPolicy the name of its policy
     * @param accessKeyId the access key id
     * @param status how far its provisioning has come
     * @param createdAt when it was created
     */
    public NscaleKey {
        Objects.requireNonNull(endpointId, "endpointId");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(identityPolicy, "identityPolicy");
        Objects.requireNonNull(accessKeyId, "accessKeyId");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(createdAt, "createdAt");
    }
}
