package dev.accesskeys.tensorpool;

import dev.accesskeys.error.UnsupportedCapabilityException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeySpec;
import dev.accesskeys.keys.AccessKeyState;
import dev.accesskeys.keys.AccessRights;
import dev.accesskeys.keys.S3Endpoint;
import dev.accesskeys.tensorpool.model.ObjectStorageCredentials;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Translates between the common interface and TensorPool's. */
final class TensorPoolKeyMapping {

    static final String PROVIDER = TensorPoolOperations.DESCRIPTION.id();

    private TensorPoolKeyMapping() {}

    static AccessKeyId id(String accessKeyId) {
        return AccessKeyId.of(PROVIDER, accessKeyId);
    }

    static AccessKey toAccessKey(ObjectStorageCredentials credentials) {
        return AccessKey.builder(id(credentials.accessKeyId()), credentials.orgId())
                .accessKeyId(credentials.accessKeyId())
                .state(credentials.status().map(TensorPoolKeyMapping::state).orElse(AccessKeyState.UNKNOWN))
                .createdAt(credentials
                        .updatedAt()
                        .flatMap(TensorPoolKeyMapping::instant)
                        .or(() -> credentials.createdAt().flatMap(TensorPoolKeyMapping::instant))
                        .orElse(null))
                .endpoints(endpoints(credentials))
                .rights(AccessRights.full())
                .build();
    }

    /** The key as it was, for one that is gone. */
    static AccessKey disabled(CredentialsSnapshot before) {
        return AccessKey.builder(id(before.accessKeyId()), before.orgId())
                .accessKeyId(before.accessKeyId())
                .state(AccessKeyState.DISABLED)
                .rights(AccessRights.full())
                .build();
    }

    /** A name is passed over, for the pair has none; whatever else is asked for cannot be had. */
    static void requirePossible(AccessKeySpec spec) {
        boolean limited = spec.rights()
                .filter(rights -> rights.kind() != AccessRights.Kind.FULL)
                .isPresent();
        if (limited || !spec.regions().isEmpty()) {
            throw new UnsupportedCapabilityException(
                    "tensorpool CREATE",
                    "an organisation has one pair of credentials, with access to everything, in one region",
                    "Create without rights and without regions.");
        }
    }

    private static AccessKeyState state(String status) {
        return switch (status.strip().toLowerCase(Locale.ROOT)) {
            case "active", "enabled", "ready" -> AccessKeyState.ACTIVE;
            case "pending", "creating", "provisioning" -> AccessKeyState.PENDING;
            case "inactive", "disabled" -> AccessKeyState.DISABLED;
            case "error", "failed" -> AccessKeyState.ERROR;
            default -> AccessKeyState.UNKNOWN;
        };
    }

    /** ISO 8601 in a plain text: with an offset, or without one, which then is UTC. */
    static Optional<Instant> instant(String text) {
        String iso = text.strip().replace(' ', 'T');
        try {
            return Optional.of(OffsetDateTime.parse(iso).toInstant());
        } catch (DateTimeException withoutOffset) {
            try {
                return Optional.of(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException other) {
                return Optional.empty();
            }
        }
    }

    /** None if the address cannot be understood: the key is worth more than it. */
    private static List<S3Endpoint> endpoints(ObjectStorageCredentials credentials) {
        String address = credentials.endpoint().strip();
        try {
            URI url = URI.create(address.contains("://") ? address : "https://" + address);
            return url.getHost() == null ? List.of() : List.of(new S3Endpoint(url, credentials.region()));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
