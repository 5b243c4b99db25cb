package dev.accesskeys.tensorpool;

import dev.accesskeys.CallOptions;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.operation.CallFutures;
import dev.accesskeys.operation.Caller;
import dev.accesskeys.tensorpool.model.BucketList;
import dev.accesskeys.tensorpool.model.ObjectStorageCredentials;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The object storage of an organisation. All of its members share one pair of S3 credentials, so that a rotation and disabling
 * hit everyone, at once and for good: both want the organisation named.
 *
 * <pre>{@code
 * ObjectStorageCredentials fresh = tensorpool.objectStorage().rotate(WholeOrganisation.named("org-42"));
 * }</pre>
 *
 * <p>What changes something is sent once and never repeated by itself. If its answer is lost, the exception has a handle that
 * goes to {@code accessKeys().reconcile}: the secret can be read again at any time.
 */
public final class ObjectStorage {

    private final Caller caller;
    private final RawObjectStorage raw;

    ObjectStorage(Caller caller) {
        this.caller = caller;
        this.raw = new RawObjectStorage(caller);
    }

    /**
     * Gives a view of this service whose calls have the given options.
     *
     * @param options deadline, retries, secret sink; the sink gets the secrets of answers, but not the old one that is read
     *     before a change
     * @return the view
     */
    public ObjectStorage with(CallOptions options) {
        return new ObjectStorage(caller.with(options));
    }

    /**
     * Gives the operations as TensorPool has them, for the circumstances of answers. Without a safety net: its {@code rotate} and
     * {@code disable} ask nobody.
     *
     * @return the generated service
     */
    public RawObjectStorage raw() {
        return raw;
    }

    /**
     * Gets the organisation's credentials, with the secret.
     *
     * @return the credentials
     * @throws dev.accesskeys.error.NotFoundException if the organisation has no object storage
     */
    public ObjectStorageCredentials credentials() {
        return raw.credentials();
    }

    /**
     * Gets the credentials without waiting; see {@link #credentials}.
     *
     * @return the credentials to come
     */
    public CompletableFuture<ObjectStorageCredentials> credentialsAsync() {
        return raw.credentialsAsync();
    }

    /**
     * Lists the organisation's buckets.
     *
     * @return the buckets as TensorPool sends them
     */
    public BucketList listBuckets() {
        return raw.listBuckets();
    }

    /**
     * Lists the buckets without waiting; see {@link #listBuckets}.
     *
     * @return the buckets to come
     */
    public CompletableFuture<BucketList> listBucketsAsync() {
        return raw.listBucketsAsync();
    }

    /**
     * Enables object storage for the organisation, unless it is enabled.
     *
     * @return the credentials, with the secret
     * @throws ValidationException if it is enabled already; nothing was changed
     * @throws OutcomeUnknownException if the answer was lost
     */
    public ObjectStorageCredentials enable() {
        return CallFutures.await(enableAsync());
    }

    /**
     * Enables object storage without waiting; see {@link #enable}.
     *
     * @return the credentials to come
     */
    public CompletableFuture<ObjectStorageCredentials> enableAsync() {
        return CallFutures.flatMap(before().find(), found -> {
            found.ifPresent(there -> {
                throw new ValidationException(
                        "object storage", "must not be enabled yet", "enabled, with the key " + there.accessKeyId());
            });
            return CallFutures.mapFailure(
                    raw.enableAsync(), failure -> pending(failure, TensorPoolReconciliation.ENABLE, null));
        });
    }

    /**
     * Replaces the credentials of the whole organisation. The old pair stops working at once.
     *
     * @param confirmation names the organisation
     * @return the new credentials, with the secret
     * @throws ValidationException if another organisation is named; nothing was changed
     * @throws OutcomeUnknownException if the answer was lost, or shows the old secret
     */
    public ObjectStorageCredentials rotate(WholeOrganisation confirmation) {
        return CallFutures.await(rotateAsync(confirmation));
    }

    /**
     * Replaces the credentials without waiting; see {@link #rotate}.
     *
     * @param confirmation names the organisation
     * @return the new credentials to come
     */
    public CompletableFuture<ObjectStorageCredentials> rotateAsync(WholeOrganisation confirmation) {
        return rotateAsync(confirmation, null);
    }

    CompletableFuture<ObjectStorageCredentials> rotateAsync(
            WholeOrganisation confirmation, @Nullable String expectedKey) {
        return CallFutures.flatMap(before().require(confirmation, expectedKey), before -> {
            CompletableFuture<ObjectStorageCredentials> fresh = CallFutures.map(raw.rotateAsync(), after -> {
                requireNew(before, after);
                return after;
            });
            return CallFutures.mapFailure(fresh, failure -> pending(failure, TensorPoolReconciliation.ROTATE, before));
        });
    }

    CompletableFuture<PendingChange> prepareRotationAsync(WholeOrganisation confirmation, String expectedKey) {
        return CallFutures.map(
                before().require(confirmation, expectedKey),
                before -> TensorPoolReconciliation.pending(TensorPoolReconciliation.ROTATE, before));
    }

    /** What is unchanged is never taken for a new secret. */
    private static void requireNew(CredentialsSnapshot before, ObjectStorageCredentials after) {
        if (CredentialsSnapshot.fingerprint(after.secretAccessKey()).equals(before.fingerprint())) {
            throw new OutcomeUnknownException(
                    TensorPoolOperations.ROTATE_OBJECT_STORAGE_KEYS.toString(),
                    "the answer to the rotation shows the old secret",
                    TensorPoolOperations.ROTATE_OBJECT_STORAGE_KEYS.reconciliation(),
                    null);
        }
    }

    /**
     * Disables object storage for the whole organisation. The credentials stop working at once.
     *
     * @param confirmation names the organisation
     * @throws ValidationException if another organisation is named; nothing was changed
     * @throws OutcomeUnknownException if the answer was lost
     */
    public void disable(WholeOrganisation confirmation) {
        CallFutures.await(disableAsync(confirmation));
    }

    /**
     * Disables object storage without waiting; see {@link #disable}.
     *
     * @param confirmation names the organisation
     * @return completes when it is disabled
     */
    public CompletableFuture<Void> disableAsync(WholeOrganisation confirmation) {
        return disableAsync(confirmation, null);
    }

    CompletableFuture<Void> disableAsync(WholeOrganisation confirmation, @Nullable String expectedKey) {
        return CallFutures.flatMap(
                before().require(confirmation, expectedKey),
                before -> CallFutures.map(
                        CallFutures.mapFailure(
                                raw.disableAsync(),
                                failure -> pending(failure, TensorPoolReconciliation.DISABLE, before)),
                        ignored -> null));
    }

    private CredentialsBefore before() {
        return new CredentialsBefore(raw);
    }

    private static Throwable pending(Throwable failure, String change, @Nullable CredentialsSnapshot before) {
        return failure instanceof OutcomeUnknownException unknown
                ? unknown.withPending(TensorPoolReconciliation.pending(change, before))
                : failure;
    }
}
