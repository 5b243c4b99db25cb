package dev.accesskeys.tensorpool;

import dev.accesskeys.CallOptions;
import dev.accesskeys.error.ApiFailure;
import dev.accesskeys.error.NotFoundException;
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
import dev.accesskeys.tensorpool.model.ObjectStorageCredentials;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The one pair of an organisation behind the common interface: creating it is enabling object storage, revoking it is disabling
 * it. A rotation or revocation must name the current pair and the organisation; both are compared before anything is changed.
 */
final class TensorPoolAccessKeys extends AsyncAccessKeyService {

    static final Capabilities CAPABILITIES = Capabilities.builder(
                    TensorPoolKeyMapping.PROVIDER, "S3 pair of the organisation")
            .without(
                    KeyOperation.UPDATE,
                    "The pair has no name, no regions and no schedule that could be changed. Rotate to replace it.")
            .blastRadius(BlastRadius.ORGANISATION)
            .previousDead()
            .secretReadableLater()
            .createdAtKnown()
            .confirmation("the id of the organisation, which is the name of its key")
            .build();

    private static final String GET = TensorPoolOperations.GET_OBJECT_STORAGE_CREDENTIALS.toString();

    private final ObjectStorage storage;
    private final KeyScope scope;

    TensorPoolAccessKeys(ObjectStorage storage, URI baseUrl) {
        this(storage, KeyScope.of(TensorPoolKeyMapping.PROVIDER, baseUrl));
    }

    private TensorPoolAccessKeys(ObjectStorage storage, KeyScope scope) {
        this.storage = storage;
        this.scope = scope;
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
    public TensorPoolAccessKeys with(CallOptions options) {
        return new TensorPoolAccessKeys(storage.with(options), scope);
    }

    @Override
    public Listing<AccessKey> list() {
        return Listing.ofAll(GET, () -> CallFutures.await(keys()));
    }

    @Override
    public CompletableFuture<Page<AccessKey>> listAsync() {
        return CallFutures.map(keys(), all -> Page.single(GET, all));
    }

    private CompletableFuture<List<AccessKey>> keys() {
        return CallFutures.map(
                found(),
                found -> found.map(TensorPoolKeyMapping::toAccessKey).stream().toList());
    }

    /** The pair; empty if object storage is not enabled. */
    private CompletableFuture<Optional<ObjectStorageCredentials>> found() {
        CompletableFuture<Optional<ObjectStorageCredentials>> found =
                CallFutures.map(storage.credentialsAsync(), Optional::of);
        return CallFutures.recover(
                found,
                failure -> failure instanceof NotFoundException
                        ? CompletableFuture.completedFuture(Optional.empty())
                        : CompletableFuture.failedFuture(failure));
    }

    @Override
    protected CompletableFuture<AccessKey> beginGet(AccessKeyId id) {
        String wanted = id.valueAt(TensorPoolKeyMapping.PROVIDER);
        return CallFutures.map(storage.credentialsAsync(), credentials -> {
            AccessKey key = TensorPoolKeyMapping.toAccessKey(credentials);
            if (!credentials.accessKeyId().equals(wanted)) {
                throw new NotFoundException(ApiFailure.builder(GET, 404)
                        .problem("the organisation has no key " + id + "; its key is " + key.id())
                        .advice("The key was rotated: use the current one.")
                        .build());
            }
            return key;
        });
    }

    @Override
    protected CompletableFuture<CreatedAccessKey> beginCreate(AccessKeySpec spec) {
        TensorPoolKeyMapping.requirePossible(spec);
        return CallFutures.map(
                storage.enableAsync(),
                credentials -> new CreatedAccessKey(
                        TensorPoolKeyMapping.toAccessKey(credentials), credentials.secretAccessKey()));
    }

    @Override
    protected CompletableFuture<AccessKey> beginUpdate(AccessKeyId id, AccessKeyUpdate update) {
        throw new AssertionError("not among the capabilities");
    }

    @Override
    protected CompletableFuture<RotatedKey> beginRotate(KeyRotation rotation) {
        String current = rotation.id().valueAt(TensorPoolKeyMapping.PROVIDER);
        return CallFutures.map(
                storage.rotateAsync(confirmed(rotation.confirmation()), current),
                fresh -> RotatedKey.withPreviousDead(
                        TensorPoolKeyMapping.toAccessKey(fresh), fresh.secretAccessKey(), rotation.id()));
    }

    @Override
    protected CompletableFuture<PendingChange> beginPrepareRotation(KeyRotation rotation) {
        String current = rotation.id().valueAt(TensorPoolKeyMapping.PROVIDER);
        return storage.prepareRotationAsync(confirmed(rotation.confirmation()), current);
    }

    @Override
    protected CompletableFuture<Void> beginRevoke(KeyRevocation revocation) {
        String current = revocation.id().valueAt(TensorPoolKeyMapping.PROVIDER);
        return storage.disableAsync(confirmed(revocation.confirmation()), current);
    }

    private static WholeOrganisation confirmed(Optional<String> confirmation) {
        return WholeOrganisation.named(confirmation.orElseThrow(() -> new ValidationException(
                "confirmation", "must name the organisation, for everyone in it is hit", "nothing")));
    }

    @Override
    protected CompletableFuture<Reconciliation> beginReconcile(PendingChange change) {
        TensorPoolReconciliation reconciliation = TensorPoolReconciliation.of(change);
        return CallFutures.map(found(), reconciliation::judge);
    }
}
