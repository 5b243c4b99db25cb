package dev.accesskeys.nscale;

import dev.accesskeys.CallOptions;
import dev.accesskeys.error.AppliedButLostException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.UnsupportedCapabilityException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeySpec;
import dev.accesskeys.keys.AccessKeyState;
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
import dev.accesskeys.keys.S3Endpoint;
import dev.accesskeys.nscale.model.CreateObjectStorageAccessKeyRequest;
import dev.accesskeys.nscale.model.CreatedObjectStorageAccessKey;
import dev.accesskeys.nscale.model.ObjectStorageAccessKey;
import dev.accesskeys.operation.CallFutures;
import dev.accesskeys.paging.Listing;
import dev.accesskeys.paging.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one endpoint of nscale behind the common interface. A rotation lists the keys, creates a successor with the
 * policy of the old key, and leaves the old key valid: nscale itself has no rotation. Nothing here waits until a key is
 * provisioned, so that a secret is in hand at once; {@link NscaleWaiters} does.
 */
final class NscaleAccessKeys extends AsyncAccessKeyService {

    private static final int MAX_NAME = 63;

    static final Capabilities CAPABILITIES = Capabilities.builder(NscaleKeyMapping.PROVIDER, "S3 key of an endpoint")
            .blastRadius(BlastRadius.KEY)
            .createdAtKnown()
            .without(
                    KeyOperation.UPDATE,
                    "nscale's keys never change: rotate, which creates another key with the same policy, and revoke the old"
                            + " one.")
            .build();

    private final ObjectStorageAccessKeys keys;
    private final ObjectStorageEndpoints endpoints;
    private final String endpointId;
    private final NscaleS3Endpoints addresses;
    private final KeyScope scope;

    NscaleAccessKeys(ObjectStorageAccessKeys keys, ObjectStorageEndpoints endpoints, String endpointId, URI baseUrl) {
        this(
                keys,
                endpoints,
                NscaleKeyMapping.requireId("objectStorageEndpointID", endpointId),
                new NscaleS3Endpoints(),
                KeyScope.of(NscaleKeyMapping.PROVIDER, baseUrl, endpointId));
    }

    private NscaleAccessKeys(
            ObjectStorageAccessKeys keys,
            ObjectStorageEndpoints endpoints,
            String endpointId,
            NscaleS3Endpoints addresses,
            KeyScope scope) {
        this.keys = keys;
        this.endpoints = endpoints;
        this.endpointId = endpointId;
        this.addresses = addresses;
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
    public NscaleAccessKeys with(CallOptions options) {
        return new NscaleAccessKeys(keys.with(options), endpoints.with(options), endpointId, addresses, scope);
    }

    @Override
    public Listing<AccessKey> list() {
        return Listing.ofAll(
                NscaleOperations.LIST_OBJECT_STORAGE_ACCESS_KEYS.toString(), () -> CallFutures.await(listed()));
    }

    @Override
    public CompletableFuture<Page<AccessKey>> listAsync() {
        return CallFutures.map(
                listed(), all -> Page.single(NscaleOperations.LIST_OBJECT_STORAGE_ACCESS_KEYS.toString(), all));
    }

    private CompletableFuture<List<AccessKey>> listed() {
        return CallFutures.flatMap(
                keys.listAsync(endpointId),
                all -> CallFutures.map(
                        s3Endpoints(),
                        s3 -> all.stream()
                                .map(key -> NscaleKeyMapping.toAccessKey(endpointId, key, s3))
                                .toList()));
    }

    private CompletableFuture<List<S3Endpoint>> s3Endpoints() {
        return addresses.find(endpoints, endpointId);
    }

    @Override
    protected CompletableFuture<AccessKey> beginGet(AccessKeyId id) {
        return CallFutures.flatMap(
                keys.getAsync(endpointId, NscaleKeyMapping.keyId(endpointId, id)),
                key -> CallFutures.map(s3Endpoints(), s3 -> NscaleKeyMapping.toAccessKey(endpointId, key, s3)));
    }

    @Override
    protected CompletableFuture<CreatedAccessKey> beginCreate(AccessKeySpec spec) {
        return create("create", NscaleKeyMapping.toRequest(spec), List.of());
    }

    /** Asks for the address first: between the answer with the secret and the caller there is nothing that could fail. */
    private CompletableFuture<CreatedAccessKey> create(
            String change, CreateObjectStorageAccessKeyRequest request, List<String> before) {
        return CallFutures.flatMap(s3Endpoints(), s3 -> {
            CompletableFuture<CreatedAccessKey> created =
                    CallFutures.map(keys.createAsync(endpointId, request), answer -> toCreated(answer, s3));
            return CallFutures.mapFailure(
                    created,
                    failure -> withHandle(failure, change, request.metadata().name(), before));
        });
    }

    private CreatedAccessKey toCreated(CreatedObjectStorageAccessKey answer, List<S3Endpoint> s3) {
        try {
            return NscaleKeyMapping.toCreated(endpointId, answer, s3);
        } catch (ValidationException e) {
            throw new AppliedButLostException(
                    NscaleOperations.CREATE_OBJECT_STORAGE_ACCESS_KEY.toString(),
                    "the answer has an id that cannot be used",
                    NscaleOperations.CREATE_OBJECT_STORAGE_ACCESS_KEY.reconciliation(),
                    Map.of("secret", answer.spec().secret()),
                    Map.of("id", answer.metadata().id()),
                    e);
        }
    }

    /** Adds what {@link #beginReconcile} needs. */
    private Throwable withHandle(Throwable failure, String change, String name, List<String> before) {
        if (!(failure instanceof OutcomeUnknownException unknown)) {
            return failure;
        }
        @Nullable
        String id = failure instanceof AppliedButLostException lost
                ? lost.salvagedIdentifiers().get("id")
                : null;
        return unknown.withPending(NscaleReconciliation.pending(change, endpointId, name, id, before));
    }

    /** Not called: the capabilities say that nscale has no updates. */
    @Override
    protected CompletableFuture<AccessKey> beginUpdate(AccessKeyId id, AccessKeyUpdate update) {
        throw new UnsupportedCapabilityException("nscale UPDATE", "nscale's keys never change", "");
    }

    @Override
    protected CompletableFuture<RotatedKey> beginRotate(KeyRotation rotation) {
        return CallFutures.flatMap(current(rotation), current -> succeed(rotation, current));
    }

    @Override
    protected CompletableFuture<PendingChange> beginPrepareRotation(KeyRotation rotation) {
        return CallFutures.map(
                current(rotation.requireNonce()),
                current -> NscaleReconciliation.pending(
                        NscaleReconciliation.ROTATE,
                        endpointId,
                        current.successorName(rotation),
                        null,
                        current.before()));
    }

    /** The key to rotate, if it stays and no successor of it is there. */
    private CompletableFuture<CurrentKey> current(KeyRotation rotation) {
        String keyId = NscaleKeyMapping.keyId(endpointId, rotation.id());
        return CallFutures.flatMap(keys.listAsync(endpointId), listed -> {
            requireCurrent(rotation, listed);
            Optional<ObjectStorageAccessKey> old = listed.stream()
                    .filter(key -> key.metadata().id().equals(keyId))
                    .findFirst();
            // A key that was made a moment ago may be missing in the listing: then nscale itself says whether it is
            // there.
            return CallFutures.map(
                    old.map(CompletableFuture::completedFuture).orElseGet(() -> keys.getAsync(endpointId, keyId)),
                    key -> staying(rotation, key, listed));
        });
    }

    /** A key that has a successor already must not get another one: that is how a retry from a cron job makes two. */
    private void requireCurrent(KeyRotation rotation, List<ObjectStorageAccessKey> listed) {
        listed.stream()
                .filter(key -> rotation.isMadeBy(key.metadata().name()))
                .filter(key -> NscaleKeyMapping.state(key.metadata()) != AccessKeyState.DEPROVISIONING)
                .findFirst()
                .ifPresent(successor -> {
                    throw notCurrent(
                            "must be that of the current key, which is "
                                    + NscaleKeyMapping.id(
                                            endpointId, successor.metadata().id()) + " ("
                                    + successor.metadata().name() + ")",
                            rotation.id() + ", which has been rotated already");
                });
    }

    private static CurrentKey staying(
            KeyRotation rotation, ObjectStorageAccessKey key, List<ObjectStorageAccessKey> listed) {
        if (NscaleKeyMapping.state(key.metadata()) == AccessKeyState.DEPROVISIONING) {
            throw notCurrent("must be that of a key that stays", rotation.id() + ", which is being taken down");
        }
        return new CurrentKey(
                key, listed.stream().map(each -> each.metadata().id()).toList());
    }

    private CompletableFuture<RotatedKey> succeed(KeyRotation rotation, CurrentKey current) {
        return CallFutures.map(
                create(
                        NscaleReconciliation.ROTATE,
                        NscaleKeyMapping.successor(current.key(), current.successorName(rotation)),
                        current.before()),
                created -> RotatedKey.withPreviousStillValid(created.key(), created.secret(), rotation.id()));
    }

    private static ValidationException notCurrent(String rule, String given) {
        return new ValidationException("access key id", rule, given);
    }

    @Override
    protected CompletableFuture<Void> beginRevoke(KeyRevocation revocation) {
        return keys.deleteAsync(endpointId, NscaleKeyMapping.keyId(endpointId, revocation.id()));
    }

    @Override
    protected CompletableFuture<Reconciliation> beginReconcile(PendingChange change) {
        NscaleReconciliation reconciliation = NscaleReconciliation.of(change, endpointId);
        return CallFutures.flatMap(
                keys.listAsync(endpointId),
                listed -> CallFutures.map(
                        s3Endpoints(),
                        s3 -> reconciliation.judge(listed, key -> NscaleKeyMapping.toAccessKey(endpointId, key, s3))));
    }

    /**
     * A key that may be rotated.
     *
     * @param key the key
     * @param before the ids of the keys that were listed
     */
    private record CurrentKey(ObjectStorageAccessKey key, List<String> before) {

        String successorName(KeyRotation rotation) {
            return rotation.successorName(key.metadata().name(), MAX_NAME);
        }
    }
}
