package dev.accesskeys.keys;

import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.UnsupportedCapabilityException;
import dev.accesskeys.operation.CallFutures;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What providers' services are made from: the blocking methods wait for their asynchronous twins, so that both do the same, and
 * every operation is checked against the {@linkplain #capabilities() capabilities} first. A provider's module implements the
 * methods whose names begin with {@code begin}, each of which is called only for an operation that the provider has; what they
 * throw is what the future fails with.
 */
public abstract class AsyncAccessKeyService implements AccessKeyService {

    /** For subclasses. */
    protected AsyncAccessKeyService() {}

    /**
     * Begins to get a key.
     *
     * @param id its id
     * @return the key to come
     */
    protected abstract CompletableFuture<AccessKey> beginGet(AccessKeyId id);

    /**
     * Begins to create a key.
     *
     * @param spec what it shall be
     * @return the key and its secret to come
     */
    protected abstract CompletableFuture<CreatedAccessKey> beginCreate(AccessKeySpec spec);

    /**
     * Begins to change a key.
     *
     * @param id its id
     * @param update what shall change
     * @return the key to come
     */
    protected abstract CompletableFuture<AccessKey> beginUpdate(AccessKeyId id, AccessKeyUpdate update);

    /**
     * Begins to rotate a key.
     *
     * @param rotation which key, and what is confirmed
     * @return the result to come
     */
    protected abstract CompletableFuture<RotatedKey> beginRotate(KeyRotation rotation);

    /**
     * Begins to make the checks of a rotation without changing anything. Unless overridden, that is not possible.
     *
     * @param rotation which key, and what is confirmed
     * @return the handle to come, as {@link #beginReconcile} understands it
     */
    protected CompletableFuture<PendingChange> beginPrepareRotation(KeyRotation rotation) {
        throw cannotPrepare(capabilities().provider());
    }

    static UnsupportedCapabilityException cannotPrepare(String provider) {
        return new UnsupportedCapabilityException(
                provider + " " + KeyOperation.ROTATE,
                "this service cannot tell beforehand how a rotation will be recognised",
                "Rotate without preparing, and keep the handle of the exception if the answer is lost.");
    }

    /**
     * Begins to revoke a key.
     *
     * @param revocation which key, and what is confirmed
     * @return completes when the provider has accepted it
     */
    protected abstract CompletableFuture<Void> beginRevoke(KeyRevocation revocation);

    /**
     * Begins to find out about a change.
     *
     * @param change the handle
     * @return the result to come
     */
    protected abstract CompletableFuture<Reconciliation> beginReconcile(PendingChange change);

    @Override
    public final AccessKey get(AccessKeyId id) {
        return CallFutures.await(getAsync(id));
    }

    @Override
    public final CompletableFuture<AccessKey> getAsync(AccessKeyId id) {
        return begin(KeyOperation.GET, () -> beginGet(id));
    }

    @Override
    public final CreatedAccessKey create(AccessKeySpec spec) {
        return CallFutures.await(createAsync(spec));
    }

    @Override
    public final CompletableFuture<CreatedAccessKey> createAsync(AccessKeySpec spec) {
        return begin(KeyOperation.CREATE, () -> beginCreate(spec));
    }

    @Override
    public final AccessKey update(AccessKeyId id, AccessKeyUpdate update) {
        return CallFutures.await(updateAsync(id, update));
    }

    @Override
    public final CompletableFuture<AccessKey> updateAsync(AccessKeyId id, AccessKeyUpdate update) {
        return begin(KeyOperation.UPDATE, () -> beginUpdate(id, update));
    }

    @Override
    public final RotatedKey rotate(KeyRotation rotation) {
        return CallFutures.await(rotateAsync(rotation));
    }

    @Override
    public final CompletableFuture<RotatedKey> rotateAsync(KeyRotation rotation) {
        return begin(KeyOperation.ROTATE, () -> beginRotate(rotation));
    }

    @Override
    public final PendingChange prepareRotation(KeyRotation rotation) {
        return CallFutures.await(prepareRotationAsync(rotation));
    }

    @Override
    public final CompletableFuture<PendingChange> prepareRotationAsync(KeyRotation rotation) {
        return begin(KeyOperation.ROTATE, () -> beginPrepareRotation(rotation));
    }

    @Override
    public final void revoke(KeyRevocation revocation) {
        CallFutures.await(revokeAsync(revocation));
    }

    @Override
    public final CompletableFuture<Void> revokeAsync(KeyRevocation revocation) {
        return begin(KeyOperation.REVOKE, () -> beginRevoke(revocation));
    }

    @Override
    public final Reconciliation reconcile(PendingChange change) {
        return CallFutures.await(reconcileAsync(change));
    }

    @Override
    public final CompletableFuture<Reconciliation> reconcileAsync(PendingChange change) {
        return guarded(() -> beginReconcile(change));
    }

    private <T> CompletableFuture<T> begin(KeyOperation operation, Supplier<CompletableFuture<T>> call) {
        return guarded(() -> {
            capabilities().require(operation);
            return call.get();
        });
    }

    private static <T> CompletableFuture<T> guarded(Supplier<CompletableFuture<T>> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
