package dev.accesskeys.acorn;

import dev.accesskeys.CallOptions;
import dev.accesskeys.acorn.model.CreateStorageKeyRequest;
import dev.accesskeys.acorn.model.StorageKey;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.UnsupportedCapabilityException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeySpec;
import dev.accesskeys.keys.AccessKeyState;
import dev.accesskeys.keys.AccessKeyUpdate;
import dev.accesskeys.keys.AccessRights;
import dev.accesskeys.keys.AsyncAccessKeyService;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Acorn's storage keys behind the common interface. A rotation creates a successor, for Acorn itself has none. */
final class AcornAccessKeys extends AsyncAccessKeyService {

    private static final String PROVIDER = AcornOperations.DESCRIPTION.id();
    private static final String LIST = AcornOperations.LIST_STORAGE_KEYS.toString();
    private static final String NAME = "name";
    private static final String ROTATE = "rotate";
    private static final int MAX_NAME = 60;

    static final Capabilities CAPABILITIES = Capabilities.builder(PROVIDER, "S3 key of the project")
            .without(KeyOperation.UPDATE, "Acorn's keys never change: rotate, and revoke the old one.")
            .build();

    private final StorageKeys keys;
    private final KeyScope scope;

    AcornAccessKeys(StorageKeys keys, KeyScope scope) {
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
    public AcornAccessKeys with(CallOptions options) {
        return new AcornAccessKeys(keys.with(options), scope);
    }

    @Override
    public Listing<AccessKey> list() {
        return Listing.ofAll(LIST, () -> CallFutures.await(listed()));
    }

    @Override
    public CompletableFuture<Page<AccessKey>> listAsync() {
        return CallFutures.map(listed(), all -> Page.single(LIST, all));
    }

    private CompletableFuture<List<AccessKey>> listed() {
        return CallFutures.map(
                keys.listAsync(),
                all -> all.stream().map(AcornAccessKeys::toAccessKey).toList());
    }

    @Override
    protected CompletableFuture<AccessKey> beginGet(AccessKeyId id) {
        return CallFutures.map(keys.getAsync(number(id)), AcornAccessKeys::toAccessKey);
    }

    @Override
    protected CompletableFuture<CreatedAccessKey> beginCreate(AccessKeySpec spec) {
        if (spec.rights()
                .filter(rights -> rights.kind() != AccessRights.Kind.FULL)
                .isPresent()) {
            throw new UnsupportedCapabilityException(
                    PROVIDER + " CREATE", "Acorn has no limited keys", "Give full rights.");
        }
        return create("create", spec.name());
    }

    private CompletableFuture<CreatedAccessKey> create(String change, String name) {
        CreateStorageKeyRequest request =
                CreateStorageKeyRequest.builder().name(name).build();
        return CallFutures.mapFailure(
                CallFutures.map(
                        keys.createAsync(request),
                        key -> new CreatedAccessKey(
                                toAccessKey(key), key.secret().orElseThrow())),
                // What beginReconcile needs to know.
                failure -> failure instanceof OutcomeUnknownException unknown
                        ? unknown.withPending(pending(change, name))
                        : failure);
    }

    private static PendingChange pending(String change, String name) {
        return new PendingChange(PROVIDER, change, Map.of(NAME, name));
    }

    /** Not called: the capabilities say so. */
    @Override
    protected CompletableFuture<AccessKey> beginUpdate(AccessKeyId id, AccessKeyUpdate update) {
        throw new UnsupportedCapabilityException(PROVIDER + " UPDATE", "Acorn's keys never change", "");
    }

    @Override
    protected CompletableFuture<RotatedKey> beginRotate(KeyRotation rotation) {
        return CallFutures.flatMap(
                current(rotation),
                old -> CallFutures.map(
                        create(ROTATE, rotation.successorName(old.name(), MAX_NAME)),
                        created -> RotatedKey.withPreviousStillValid(created.key(), created.secret(), rotation.id())));
    }

    @Override
    protected CompletableFuture<PendingChange> beginPrepareRotation(KeyRotation rotation) {
        return CallFutures.map(
                current(rotation.requireNonce()), old -> pending(ROTATE, rotation.successorName(old.name(), MAX_NAME)));
    }

    /** The key to rotate, if it has not been rotated already. */
    private CompletableFuture<StorageKey> current(KeyRotation rotation) {
        long number = number(rotation.id());
        return CallFutures.flatMap(listed(), all -> {
            if (all.stream().anyMatch(key -> rotation.isMadeBy(key.name()))) {
                throw new ValidationException(
                        "access key id",
                        "must be that of the current key",
                        rotation.id() + ", which has been rotated already");
            }
            return keys.getAsync(number);
        });
    }

    @Override
    protected CompletableFuture<Void> beginRevoke(KeyRevocation revocation) {
        return keys.deleteAsync(number(revocation.id()));
    }

    /** A name that a rotation made proves whose key it is; one that somebody chose may be there twice. */
    @Override
    protected CompletableFuture<Reconciliation> beginReconcile(PendingChange change) {
        String name = change.facts().get(NAME);
        if (!change.provider().equals(PROVIDER) || name == null) {
            throw new ValidationException(
                    "pending change", "must be one of " + PROVIDER, "one of " + change.provider());
        }
        return CallFutures.map(listed(), all -> {
            List<AccessKey> found =
                    all.stream().filter(key -> key.name().equals(name)).toList();
            if (found.isEmpty()) {
                return Reconciliation.notSeen("No such key is there. Look again before you create another one.");
            }
            return found.size() == 1 && change.change().equals(ROTATE)
                    ? Reconciliation.applied(
                            found.get(0),
                            null,
                            "The key was made. If nobody kept its secret: revoke it, and rotate again.")
                    : Reconciliation.undecided(found, "Keys of this name are there: revoke only what nobody uses.");
        });
    }

    private static AccessKey toAccessKey(StorageKey key) {
        return AccessKey.builder(AccessKeyId.of(PROVIDER, Long.toString(key.id())), key.name())
                .accessKeyId(key.accessKey())
                .state(AccessKeyState.ACTIVE)
                .rights(AccessRights.full())
                .build();
    }

    private static long number(AccessKeyId id) {
        String value = id.valueAt(PROVIDER);
        if (!value.matches("[1-9][0-9]{0,17}")) {
            throw new ValidationException(
                    "access key id",
                    "must be a positive number at Acorn",
                    "a text of " + value.length() + " characters");
        }
        return Long.parseLong(value);
    }
}
