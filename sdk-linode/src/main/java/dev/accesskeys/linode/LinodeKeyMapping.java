package dev.accesskeys.linode;

import dev.accesskeys.error.UnsupportedCapabilityException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeySpec;
import dev.accesskeys.keys.AccessKeyState;
import dev.accesskeys.keys.AccessRights;
import dev.accesskeys.keys.AccessRights.Grant;
import dev.accesskeys.keys.AccessRights.Permission;
import dev.accesskeys.keys.CreatedAccessKey;
import dev.accesskeys.keys.S3Endpoint;
import dev.accesskeys.linode.model.BucketAccess;
import dev.accesskeys.linode.model.BucketGrant;
import dev.accesskeys.linode.model.BucketPermissions;
import dev.accesskeys.linode.model.CreateObjectStorageKeyRequest;
import dev.accesskeys.linode.model.ObjectStorageKey;
import dev.accesskeys.linode.model.ObjectStorageKeyRegion;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Between Linode's models and the common ones. */
final class LinodeKeyMapping {

    static final String PROVIDER = "linode";

    private LinodeKeyMapping() {}

    static AccessKeyId id(ObjectStorageKey key) {
        return AccessKeyId.of(PROVIDER, Long.toString(key.id()));
    }

    static long number(AccessKeyId id) {
        String value = id.valueAt(PROVIDER);
        if (!value.matches("[1-9][0-9]{0,17}")) {
            throw new ValidationException(
                    "access key id",
                    "must be a positive number at Linode",
                    "a text of " + value.length() + " characters");
        }
        return Long.parseLong(value);
    }

    static AccessKey toAccessKey(ObjectStorageKey key) {
        return AccessKey.builder(id(key), key.label())
                .accessKeyId(key.accessKey())
                .state(AccessKeyState.ACTIVE)
                .endpoints(key.regions().stream()
                        .map(LinodeKeyMapping::endpoint)
                        .flatMap(Optional::stream)
                        .toList())
                .rights(rights(key))
                .build();
    }

    static CreatedAccessKey toCreated(ObjectStorageKey key) {
        return new CreatedAccessKey(toAccessKey(key), key.secretKey().orElseThrow());
    }

    /** The address carries no scheme. One that is no address at all is left out: it is of no use to anyone. */
    private static Optional<S3Endpoint> endpoint(ObjectStorageKeyRegion region) {
        try {
            return region.s3Endpoint().map(host -> new S3Endpoint(URI.create("https://" + host), region.id()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Decided by {@code limited} alone: of an unlimited key the grants may be null, empty or missing. */
    private static AccessRights rights(ObjectStorageKey key) {
        if (!key.limited()) {
            return AccessRights.full();
        }
        return AccessRights.limitedTo(
                key.bucketAccess().stream().map(LinodeKeyMapping::toGrant).toList());
    }

    @SuppressWarnings("deprecation") // older answers have the cluster and no region
    private static Grant toGrant(BucketGrant grant) {
        Permission permission = switch (grant.permissions().known()) {
            case READ_ONLY -> Permission.READ_ONLY;
            case READ_WRITE -> Permission.READ_WRITE;
            case UNRECOGNIZED -> Permission.OTHER;
        };
        return new Grant(grant.bucketName(), grant.region().or(grant::cluster).orElse(""), permission);
    }

    static CreateObjectStorageKeyRequest toRequest(AccessKeySpec spec) {
        CreateObjectStorageKeyRequest.Builder request =
                CreateObjectStorageKeyRequest.builder().label(spec.name()).access(access(spec));
        return spec.regions().isEmpty()
                ? request.build()
                : request.regions(spec.regions()).build();
    }

    private static BucketAccess access(AccessKeySpec spec) {
        AccessRights rights = spec.rights().orElse(AccessRights.full());
        return switch (rights.kind()) {
            case FULL -> BucketAccess.unlimited();
            case LIMITED ->
                limited(rights.grants().stream()
                        .map(LinodeKeyMapping::fromGrant)
                        .toList());
            case POLICY, UNSTATED ->
                throw new UnsupportedCapabilityException(
                        "linode CREATE",
                        "Linode has no "
                                + (rights.kind() == AccessRights.Kind.POLICY
                                        ? "policies"
                                        : "keys with unstated rights"),
                        "Give full rights, or grants to buckets.");
        };
    }

    private static BucketGrant fromGrant(Grant grant) {
        BucketPermissions permissions = switch (grant.permission()) {
            case READ_ONLY -> BucketPermissions.READ_ONLY;
            case READ_WRITE -> BucketPermissions.READ_WRITE;
            case OTHER ->
                throw new ValidationException("bucket_access.permissions", "must be READ_ONLY or READ_WRITE", "OTHER");
        };
        return BucketGrant.builder()
                .bucketName(grant.bucket())
                .region(grant.region())
                .permissions(permissions)
                .build();
    }

    /** The same rights under another label; a region may stand twice at the old key, once for each type of endpoint. */
    static CreateObjectStorageKeyRequest successor(ObjectStorageKey old, String label) {
        BucketAccess access = old.limited()
                ? limited(old.bucketAccess().stream()
                        .map(LinodeKeyMapping::withoutEmptyCluster)
                        .toList())
                : BucketAccess.unlimited();
        List<String> regions = old.regions().stream()
                .map(ObjectStorageKeyRegion::id)
                .distinct()
                .toList();
        CreateObjectStorageKeyRequest.Builder request =
                CreateObjectStorageKeyRequest.builder().label(label).access(access);
        return regions.isEmpty() ? request.build() : request.regions(regions).build();
    }

    /** An empty cluster, as answers may have it, says nothing: it is not sent back. */
    @SuppressWarnings("deprecation") // older answers have the cluster and no region
    private static BucketGrant withoutEmptyCluster(BucketGrant grant) {
        return grant.cluster().filter(String::isEmpty).isPresent()
                ? grant.toBuilder().cluster(null).build()
                : grant;
    }

    /** A limited key without grants can use nothing; an absent list would make it unlimited. */
    private static BucketAccess limited(List<BucketGrant> grants) {
        return grants.isEmpty() ? BucketAccess.none() : BucketAccess.limitedTo(grants);
    }
}
