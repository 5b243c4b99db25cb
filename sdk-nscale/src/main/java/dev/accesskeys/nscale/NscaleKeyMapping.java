package dev.accesskeys.nscale;

import dev.accesskeys.error.UnsupportedCapabilityException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeySpec;
import dev.accesskeys.keys.AccessKeyState;
import dev.accesskeys.keys.AccessRights;
import dev.accesskeys.keys.CreatedAccessKey;
import dev.accesskeys.keys.S3Endpoint;
import dev.accesskeys.nscale.model.CreateObjectStorageAccessKeyRequest;
import dev.accesskeys.nscale.model.CreatedObjectStorageAccessKey;
import dev.accesskeys.nscale.model.ObjectStorageAccessKey;
import dev.accesskeys.nscale.model.ObjectStorageAccessKeyCreateSpec;
import dev.accesskeys.nscale.model.ResourceMetadata;
import dev.accesskeys.nscale.model.ResourceReadMetadata;
import dev.accesskeys.nscale.model.Tag;
import dev.accesskeys.operation.Constraints;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Between nscale's models and the common ones. */
final class NscaleKeyMapping {

    static final String PROVIDER = "nscale";

    /** A policy that is there at every endpoint and allows everything. */
    static final String ADMIN_POLICY = "system-default-admin";

    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    private NscaleKeyMapping() {}

    /** Checks an id as nscale writes it: it becomes a part of the path. */
    static String requireId(String field, String id) {
        return Constraints.pattern(
                field,
                id,
                DNS_LABEL,
                "a DNS label of 1 to 63 lower-case letters, digits and hyphens that starts and ends with a letter or digit");
    }

    static AccessKeyId id(String endpointId, String keyId) {
        return AccessKeyId.of(PROVIDER, endpointId + "/" + keyId);
    }

    /** The key's own id, if it is a key of this endpoint. */
    static String keyId(String endpointId, AccessKeyId id) {
        String[] parts = id.valueAt(PROVIDER).split("/", -1);
        if (parts.length != 2) {
            throw new ValidationException(
                    "access key id", "must be written as nscale:endpoint/key", parts.length + " parts");
        }
        requireId("objectStorageEndpointID", parts[0]);
        requireId("objectStorageAccessKeyID", parts[1]);
        if (!parts[0].equals(endpointId)) {
            throw new ValidationException(
                    "access key id", "must be that of a key of endpoint " + endpointId, "one of endpoint " + parts[0]);
        }
        return parts[1];
    }

    static AccessKey toAccessKey(String endpointId, ObjectStorageAccessKey key, List<S3Endpoint> endpoints) {
        return toAccessKey(
                endpointId,
                key.metadata(),
                key.spec().identityPolicy(),
                key.spec().accessKeyId().orElse(null),
                endpoints);
    }

    static CreatedAccessKey toCreated(
            String endpointId, CreatedObjectStorageAccessKey key, List<S3Endpoint> endpoints) {
        AccessKey plain = toAccessKey(
                endpointId,
                key.metadata(),
                key.spec().identityPolicy(),
                key.spec().accessKeyId().orElse(null),
                endpoints);
        return new CreatedAccessKey(plain, key.spec().secret());
    }

    private static AccessKey toAccessKey(
            String endpointId,
            ResourceReadMetadata metadata,
            String policy,
            @Nullable String accessKeyId,
            List<S3Endpoint> endpoints) {
        return AccessKey.builder(id(endpointId, metadata.id()), metadata.name())
                .accessKeyId(accessKeyId)
                .state(state(metadata))
                .createdAt(metadata.creationTime().orElse(null))
                .endpoints(endpoints)
                .rights(AccessRights.policy(policy))
                .build();
    }

    static AccessKeyState state(ResourceReadMetadata metadata) {
        return switch (metadata.provisioningStatus().known()) {
            case ERROR -> AccessKeyState.ERROR;
            case DEPROVISIONING -> AccessKeyState.DEPROVISIONING;
            case PENDING, PROVISIONING ->
                metadata.deletionTime().isPresent() ? AccessKeyState.DEPROVISIONING : AccessKeyState.PENDING;
            case PROVISIONED ->
                metadata.deletionTime().isPresent() ? AccessKeyState.DEPROVISIONING : AccessKeyState.ACTIVE;
            case UNKNOWN, UNRECOGNIZED ->
                metadata.deletionTime().isPresent() ? AccessKeyState.DEPROVISIONING : AccessKeyState.UNKNOWN;
        };
    }

    static CreateObjectStorageAccessKeyRequest toRequest(AccessKeySpec spec) {
        if (!spec.regions().isEmpty()) {
            throw new UnsupportedCapabilityException(
                    "nscale CREATE",
                    "a key of nscale works at its endpoint, in the region of that",
                    "Leave the regions out, and open the keys of an endpoint in the region that you want.");
        }
        return request(spec.name(), null, List.of(), policy(spec));
    }

    private static String policy(AccessKeySpec spec) {
        AccessRights rights = spec.rights().orElse(AccessRights.full());
        return switch (rights.kind()) {
            case FULL -> ADMIN_POLICY;
            case POLICY -> rights.policy().orElseThrow();
            case LIMITED ->
                throw new UnsupportedCapabilityException(
                        "nscale CREATE",
                        "nscale has no grants to buckets at a key",
                        "Put a policy on the endpoint that allows these buckets, and give its name as the rights.");
            case UNSTATED ->
                throw new UnsupportedCapabilityException(
                        "nscale CREATE",
                        "nscale has no keys with unstated rights",
                        "Give full rights, or the name of a policy of the endpoint.");
        };
    }

    /** The same policy, description and tags under another name. */
    static CreateObjectStorageAccessKeyRequest successor(ObjectStorageAccessKey old, String name) {
        return request(
                name,
                old.metadata().description().orElse(null),
                old.metadata().tags(),
                old.spec().identityPolicy());
    }

    private static CreateObjectStorageAccessKeyRequest request(
            String name, @Nullable String description, List<Tag> tags, String policy) {
        ResourceMetadata.Builder metadata =
                ResourceMetadata.builder().name(name).description(description);
        if (!tags.isEmpty()) {
            metadata.tags(tags);
        }
        return CreateObjectStorageAccessKeyRequest.builder()
                .metadata(metadata.build())
                .spec(ObjectStorageAccessKeyCreateSpec.builder()
                        .identityPolicy(policy)
                        .build())
                .build();
    }
}
