package dev.accesskeys.cloudflare;

import dev.accesskeys.CallOptions;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeySpec;
import dev.accesskeys.keys.AccessKeyUpdate;
import dev.accesskeys.keys.AsyncAccessKeyService;
import dev.accesskeys.keys.BlastRadius;
import dev.accesskeys.keys.Capabilities;
import dev.accesskeys.keys.CreatedAccessKey;
import dev.accesskeys.keys.KeyOperation;
import dev.accesskeys.keys.KeyRevocation;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.KeyScope;
import dev.accesskeys.keys.Reconciliation;
import dev.accesskeys.keys.RotatedKey;
import dev.accesskeys.operation.CallFutures;
import dev.accesskeys.paging.Listing;
import dev.accesskeys.paging.Page;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The signing keys of one account behind the common interface: one key, whose id is the account and so stays the same in a
 * rotation. What stops a second rotation here is not the id but the time of the last one, which is looked at before each.
 */
final class CloudflareAccessKeys extends AsyncAccessKeyService {

    static final Capabilities CAPABILITIES = Capabilities.builder(
                    CloudflareKeyMapping.PROVIDER, "JWT signing key of the account")
            .without(
                    KeyOperation.CREATE,
                    "An account has its signing keys from the moment Access is enabled. Rotate to get a new one.")
            .without(
                    KeyOperation.REVOKE,
                    "A signing key ends by itself, 7 days after the rotation that replaced it. Rotate to replace it.")
            .blastRadius(BlastRadius.ACCOUNT)
            .previousValidFor(SigningKeys.PREVIOUS_KEY_VALID_FOR)
            .minimumRotationInterval(SigningKeys.PREVIOUS_KEY_VALID_FOR)
            .withoutSecret()
            .createdAtKnown()
            .build();

    private final SigningKeys keys;
    private final String accountId;
    private final AccessKeyId id;
    private final KeyScope scope;

    CloudflareAccessKeys(SigningKeys keys, String accountId, URI baseUrl) {
        this(keys, accountId, KeyScope.of(CloudflareKeyMapping.PROVIDER, baseUrl, accountId));
    }

    private CloudflareAccessKeys(SigningKeys keys, String accountId, KeyScope scope) {
        this.keys = keys;
        this.accountId = accountId;
        this.scope = scope;
        this.id = CloudflareKeyMapping.id(accountId);
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public KeyScope scope() {
        return scope;
    }

    @Override
    public CloudflareAccessKeys with(CallOptions options) {
        return new CloudflareAccessKeys(keys.with(options), accountId, scope);
    }

    @Override
    public Listing<AccessKey> list() {
        return Listing.ofAll(CloudflareOperations.GET_SIGNING_KEYS.toString(), () -> List.of(get(id)));
    }

    @Override
    public CompletableFuture<Page<AccessKey>> listAsync() {
        return CallFutures.map(
                getAsync(id), key -> Page.single(CloudflareOperations.GET_SIGNING_KEYS.toString(), List.of(key)));
    }

    @Override
    protected CompletableFuture<AccessKey> beginGet(AccessKeyId wanted) {
        requireThis(wanted);
        return CallFutures.map(keys.getAsync(accountId), schedule -> CloudflareKeyMapping.toAccessKey(id, schedule));
    }

    @Override
    protected CompletableFuture<CreatedAccessKey> beginCreate(AccessKeySpec spec) {
        throw new AssertionError("not among the capabilities");
    }

    @Override
    protected CompletableFuture<AccessKey> beginUpdate(AccessKeyId wanted, AccessKeyUpdate update) {
        requireThis(wanted);
        return CallFutures.map(
                keys.updateAsync(accountId, CloudflareKeyMapping.toRequest(update)),
                schedule -> CloudflareKeyMapping.toAccessKey(id, schedule));
    }

    @Override
    protected CompletableFuture<RotatedKey> beginRotate(KeyRotation rotation) {
        requireThis(rotation.id());
        CompletableFuture<RotatedSigningKeys> rotated =
                rotation.isInsisting() ? keys.rotateInsistingAsync(accountId) : keys.rotateAsync(accountId);
        return CallFutures.map(
                rotated,
                each -> RotatedKey.withPreviousValidUntil(
                        CloudflareKeyMapping.toAccessKey(id, each.schedule()), null, id, each.previousValidUntil()));
    }

    @Override
    protected CompletableFuture<PendingChange> beginPrepareRotation(KeyRotation rotation) {
        requireThis(rotation.id());
        return CallFutures.map(
                keys.moment(accountId, rotation.isInsisting()),
                moment -> CloudflareReconciliation.pending(accountId, moment));
    }

    @Override
    protected CompletableFuture<Void> beginRevoke(KeyRevocation revocation) {
        throw new AssertionError("not among the capabilities");
    }

    @Override
    protected CompletableFuture<Reconciliation> beginReconcile(PendingChange change) {
        CloudflareReconciliation reconciliation = CloudflareReconciliation.of(change, accountId);
        return CallFutures.map(
                keys.getAsync(accountId),
                schedule -> reconciliation.judge(CloudflareKeyMapping.toAccessKey(id, schedule), schedule));
    }

    private void requireThis(AccessKeyId wanted) {
        if (!wanted.valueAt(CloudflareKeyMapping.PROVIDER).equals(accountId)) {
            throw new ValidationException("access key id", "must be that of this account", "one of another account");
        }
    }
}
