package dev.accesskeys.cloudflare;

import dev.accesskeys.cloudflare.model.SigningKeySchedule;
import dev.accesskeys.cloudflare.model.UpdateSigningKeysRequest;
import dev.accesskeys.error.UnsupportedCapabilityException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyState;
import dev.accesskeys.keys.AccessKeyUpdate;
import dev.accesskeys.operation.Constraints;
import java.time.Duration;

/** Translates between the common interface and Cloudflare's. */
final class CloudflareKeyMapping {

    static final String PROVIDER = CloudflareOperations.DESCRIPTION.id();

    private static final int MAX_ACCOUNT_ID = 32;
    private static final String NAME = "Access signing keys";

    private CloudflareKeyMapping() {}

    /** The id of the one key that an account has; an account id of wrong form is refused here. */
    static AccessKeyId id(String accountId) {
        return AccessKeyId.of(PROVIDER, Constraints.length("account_id", accountId, 1, MAX_ACCOUNT_ID));
    }

    static AccessKey toAccessKey(AccessKeyId id, SigningKeySchedule schedule) {
        return AccessKey.builder(id, NAME)
                .state(AccessKeyState.ACTIVE)
                .createdAt(schedule.lastKeyRotationAt().orElse(null))
                .build();
    }

    static UpdateSigningKeysRequest toRequest(AccessKeyUpdate update) {
        if (update.name().isPresent() || update.regions().isPresent()) {
            throw new UnsupportedCapabilityException(
                    "cloudflare UPDATE",
                    "signing keys have neither a name nor regions",
                    "Update the rotation interval only.");
        }
        Duration interval = update.rotationInterval()
                .orElseThrow(() -> new ValidationException("key_rotation_interval_days", "is required", "nothing"));
        long days = Constraints.range("key_rotation_interval_days", interval.toDays(), 21, 365);
        return UpdateSigningKeysRequest.builder()
                .keyRotationIntervalDays((int) days)
                .build();
    }
}
