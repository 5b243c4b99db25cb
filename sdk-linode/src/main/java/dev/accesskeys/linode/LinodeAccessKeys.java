package dev.accesskeys.linode;

import dev.accesskeys.CallOptions;
import dev.accesskeys.error.AppliedButLostException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.UnsupportedCapabilityException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeySpec;
import dev.accesskeys.keys.AccessKeyUpdate;
import dev.accesskeys.keys.AsyncAccessKeyService;
import dev.accesskeys.keys.Capabilities;
import dev.accesskeys.keys.CreatedAccessKey;
import dev.accesskeys.keys.KeyRevocation;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.KeyScope;
import dev.accesskeys.keys.Reconciliation;
import dev.accesskeys.keys.RotatedKey;
import dev.accesskeys.linode.model.CreateObjectStorageKeyRequest;
import dev.accesskeys.linode.model.ListObjectStorageKeysRequest;
import dev.accesskeys.linode.model.ObjectStorageKey;
import dev.accesskeys.linode.model.UpdateObjectStorageKeyRequest;
import dev.accesskeys.operation.CallFutures;
import dev.accesskeys.paging.Listing;
import dev.accesskeys.paging.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Linode's Object Storage keys behind the common interface. A rotation lists the keys, creates a successor with the rights of
 * the old key, and leaves the old key valid: Linode itself has no rotation.
 */
final class LinodeAccessKeys extends AsyncAccessKeyService {

    /** Linode's web console keeps labels to this length; the API documents no limit. */
    private static final int MAX_LABEL = 50;

    /** The largest page that Linode sends: fewer requests, and fewer pages between which a key could slip through. */
    private static final ListObjectStorageKeysRequest LARGE_PAGES =
            ListObjectStorageKeysRequest.builder().pageSize(500).build();

    static final Capabilities CAPABILITIES = Capabilities.builder(LinodeKeyMapping.PROVIDER, "S3 key of the account")
            .documentedQuota(100)
            .build();

    private final ObjectStorageKeys keys;
    private final KeyScope scope;

    LinodeAccessKeys(ObjectStorageKeys keys, URI baseUrl) {
        this(keys, KeyScope.of(LinodeKeyMapping.PROVIDER, baseUrl));
    }

    private LinodeAccessKeys(ObjectStorageKeys keys, KeyScope scope) {
        this.keys = keys;
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
    public LinodeAccessKeys with(CallOptions options) {
        return new LinodeAccessKeys(keys.with(options), scope);
    }

    @Override
    public Listing<AccessKey> list() {
        return keys.listAll(LARGE_PAGES).map(LinodeKeyMapping::toAccessKey);
    }

    @Override
    public CompletableFuture<Page<AccessKey>> listAsync() {
        return CallFutures.map(keys.listAsync(LARGE_PAGES), page -> page.map(LinodeKeyMapping::toAccessKey));
    }

    @Override
    protected CompletableFuture<AccessKey> beginGet(AccessKeyId id) {
        return CallFutures.map(keys.getAsync(LinodeKeyMapping.number(id)), LinodeKeyMapping::toAccessKey);
    }

    @Override
    protected CompletableFuture<CreatedAccessKey> beginCreate(AccessKeySpec spec) {
        return create("create", LinodeKeyMapping.toRequest(spec));
    }

    private CompletableFuture<CreatedAccessKey> create(String change, CreateObjectStorageKeyRequest request) {
        return CallFutures.mapFailure(
                CallFutures.map(keys.createAsync(request), LinodeKeyMapping::toCreated),
                failure -> withHandle(failure, change, request.label()));
    }

    /** Adds what {@link #beginReconcile} needs: the label, and the id where the broken answer still told it. */
    private static Throwable withHandle(Throwable failure, String change, String label) {
        if (!(failure instanceof OutcomeUnknownException unknown)) {
            return failure;
        }
        String id = failure instanceof AppliedButLostException lost
                ? lost.salvagedIdentifiers().get("id")
                : null;
        return unknown.withPending(pending(change, label, id));
    }

    private static PendingChange pending(String change, String label, @Nullable String id) {
        return new PendingChange(
                LinodeKeyMapping.PROVIDER,
                change,
                id == null ? Map.of("label", label) : Map.of("label", label, "id", id));
    }

    @Override
    protected CompletableFuture<AccessKey> beginUpdate(AccessKeyId id, AccessKeyUpdate update) {
        if (update.rotationInterval().isPresent()) {
            throw new UnsupportedCapabilityException(
                    "linode UPDATE",
                    "Linode rotates no key by itself, so there is no interval to set",
                    "Rotate on a schedule of your own.");
        }
        UpdateObjectStorageKeyRequest request = UpdateObjectStorageKeyRequest.builder()
                .label(update.name().orElse(null))
                .regions(update.regions().orElse(null))
                .build();
        return CallFutures.map(keys.updateAsync(LinodeKeyMapping.number(id), request), LinodeKeyMapping::toAccessKey);
    }

    @Override
    protected CompletableFuture<RotatedKey> beginRotate(KeyRotation rotation) {
        return CallFutures.flatMap(current(rotation), old -> succeed(rotation, old));
    }

    @Override
    protected CompletableFuture<PendingChange> beginPrepareRotation(KeyRotation rotation) {
        return CallFutures.map(
                current(rotation.requireNonce()),
                old -> pending(LinodeReconciliation.ROTATE, rotation.successorName(old.label(), MAX_LABEL), null));
    }

    /** The key to rotate, if no successor of it is there. */
    private CompletableFuture<ObjectStorageKey> current(KeyRotation rotation) {
        long number = LinodeKeyMapping.number(rotation.id());
        return CallFutures.flatMap(Page.collectAsync(keys.listAsync(LARGE_PAGES)), listed -> {
            requireCurrent(rotation, listed);
            // Lists lag: only this tells what a key is like now, and that it has not just been revoked.
            return keys.getAsync(number);
        });
    }

    /** A key that has a successor already must not get another one: that is how a retry from a cron job makes two. */
    private static void requireCurrent(KeyRotation rotation, List<ObjectStorageKey> listed) {
        listed.stream()
                .filter(key -> rotation.isMadeBy(key.label()))
                .findFirst()
                .ifPresent(successor -> {
                    throw new ValidationException(
                            "access key id",
                            "must be that of the current key, which is " + LinodeKeyMapping.id(successor) + " ("
                                    + successor.label() + ")",
                            rotation.id() + ", which has been rotated already");
                });
    }

    private CompletableFuture<RotatedKey> succeed(KeyRotation rotation, ObjectStorageKey old) {
        String label = rotation.successorName(old.label(), MAX_LABEL);
        return CallFutures.map(
                create(LinodeReconciliation.ROTATE, LinodeKeyMapping.successor(old, label)),
                created -> RotatedKey.withPreviousStillValid(created.key(), created.secret(), rotation.id()));
    }

    @Override
    protected CompletableFuture<Void> beginRevoke(KeyRevocation revocation) {
        return keys.revokeAsync(LinodeKeyMapping.number(revocation.id()));
    }

    @Override
    protected CompletableFuture<Reconciliation> beginReconcile(PendingChange change) {
        LinodeReconciliation reconciliation = LinodeReconciliation.of(change);
        return CallFutures.map(Page.collectAsync(keys.listAsync(LARGE_PAGES)), reconciliation::judge);
    }
}
