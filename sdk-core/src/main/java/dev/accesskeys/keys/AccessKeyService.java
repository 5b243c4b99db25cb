package dev.accesskeys.keys;

import dev.accesskeys.CallOptions;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.operation.CallFutures;
import dev.accesskeys.paging.Listing;
import dev.accesskeys.paging.Page;
import java.util.concurrent.CompletableFuture;

/**
 * Access keys the same way at every provider. An application written against this interface works with each of them, and can
 * ask {@link #capabilities()} what the one at hand can do.
 *
 * <pre>{@code
 * AccessKeyService keys = example.accessKeys();
 * CreatedAccessKey fresh = keys.create(AccessKeySpec.named("backup"));
 * RotatedKey rotated = keys.rotate(KeyRotation.of(fresh.key().id()));
 * }</pre>
 *
 * <p>An operation that the provider does not have ends in {@link dev.accesskeys.error.UnsupportedCapabilityException} before
 * anything is sent, and an id of another provider in {@link dev.accesskeys.error.ValidationException}. Every call may throw the
 * exceptions of {@code dev.accesskeys.error}; a create or rotate whose answer is lost throws
 * {@link dev.accesskeys.error.OutcomeUnknownException} with a handle for {@link #reconcile}. Each blocking method has an
 * asynchronous twin, whose future completes on the client's callback executor; arguments that are refused are refused through
 * the future too. Safe for use by many threads.
 *
 * <p>A service that comes from a client does not close it. Methods that are added later are defaults: implementing this
 * interface is for providers' modules and for tests.
 */
public interface AccessKeyService {

    /**
     * Tells what the provider can do. Sends nothing.
     *
     * @return the capabilities
     */
    Capabilities capabilities();

    /**
     * Tells whose keys these are: where this service sends its calls, and to which place there. Two services of the same scope
     * see the same keys, provided that their credentials belong to the same account. Sends nothing.
     *
     * @return the scope; unless a service overrides this, it names the provider only
     */
    default KeyScope scope() {
        return KeyScope.of(capabilities().provider());
    }

    /**
     * Gives a view of this service whose calls have the given options.
     *
     * @param options deadline, retries, secret sink, listener; the deadline is that of each request, and a rotation sends several
     * @return the view
     */
    AccessKeyService with(CallOptions options);

    /**
     * Lists the keys, page by page while they are consumed. Keys that are being provisioned may show late, and revoked ones for
     * a while longer.
     *
     * @return the listing; nothing is sent until it is walked
     */
    Listing<AccessKey> list();

    /**
     * Fetches the first page of the keys without waiting.
     *
     * @return the page to come
     */
    CompletableFuture<Page<AccessKey>> listAsync();

    /**
     * Gets a key.
     *
     * @param id its id
     * @return the key as it is now, without its secret
     */
    AccessKey get(AccessKeyId id);

    /**
     * Gets a key without waiting; see {@link #get}.
     *
     * @param id its id
     * @return the key to come
     */
    CompletableFuture<AccessKey> getAsync(AccessKeyId id);

    /**
     * Creates a key. Sent once, never repeated blindly.
     *
     * @param spec what it shall be
     * @return the key and its secret
     */
    CreatedAccessKey create(AccessKeySpec spec);

    /**
     * Creates a key without waiting; see {@link #create}.
     *
     * @param spec what it shall be
     * @return the key and its secret to come
     */
    CompletableFuture<CreatedAccessKey> createAsync(AccessKeySpec spec);

    /**
     * Changes a key, but not its secret.
     *
     * @param id its id
     * @param update what shall change
     * @return the key as it is now
     */
    AccessKey update(AccessKeyId id, AccessKeyUpdate update);

    /**
     * Changes a key without waiting; see {@link #update}.
     *
     * @param id its id
     * @param update what shall change
     * @return the key to come
     */
    CompletableFuture<AccessKey> updateAsync(AccessKeyId id, AccessKeyUpdate update);

    /**
     * Replaces a key by a new one with the same rights. Refused before anything is changed if the id is no longer the current
     * key, if a confirmation is missing or names someone else, and if the last rotation is too recent. What becomes of the old
     * key stands in the result; where it goes on working, revoke it once the new one is in use everywhere. Where a rotation is a
     * create, the current key is known from the listing: two rotations at the same time, or within the time by which a listing
     * lags, can make two successors.
     *
     * @param rotation which key, and what is confirmed
     * @return the new key and what became of the old one
     */
    RotatedKey rotate(KeyRotation rotation);

    /**
     * Replaces a key without waiting; see {@link #rotate}.
     *
     * @param rotation which key, and what is confirmed
     * @return the result to come
     */
    CompletableFuture<RotatedKey> rotateAsync(KeyRotation rotation);

    /**
     * Makes the checks that {@link #rotate} makes before it changes anything, by reading only, and gives the handle by which
     * {@link #reconcile} will know this rotation later: to be written down before {@code rotate} is called, for the case that the
     * process ends before the answer is kept. Where a rotation is a create, the rotation must carry a nonce, and {@code rotate}
     * must be given the same one; see {@link KeyRotation#withNonce}.
     *
     * @param rotation which key, and what is confirmed; as it will be given to {@code rotate}
     * @return the handle
     * @throws dev.accesskeys.error.ValidationException if {@code rotate} would be refused, or a nonce is missing
     * @throws dev.accesskeys.error.UnsupportedCapabilityException if this service cannot tell; none of this project's own is
     *     like that where the provider has rotations
     */
    default PendingChange prepareRotation(KeyRotation rotation) {
        return CallFutures.await(prepareRotationAsync(rotation));
    }

    /**
     * Makes the checks without waiting; see {@link #prepareRotation}.
     *
     * @param rotation which key, and what is confirmed; as it will be given to {@code rotate}
     * @return the handle to come
     */
    default CompletableFuture<PendingChange> prepareRotationAsync(KeyRotation rotation) {
        return CompletableFuture.failedFuture(
                AsyncAccessKeyService.cannotPrepare(capabilities().provider()));
    }

    /**
     * Ends a key's life. Some providers do so a little later.
     *
     * @param revocation which key, and what is confirmed
     */
    void revoke(KeyRevocation revocation);

    /**
     * Ends a key's life, where that needs no confirmation.
     *
     * @param id the key
     */
    default void revoke(AccessKeyId id) {
        revoke(KeyRevocation.of(id));
    }

    /**
     * Ends a key's life without waiting; see {@link #revoke(KeyRevocation)}.
     *
     * @param revocation which key, and what is confirmed
     * @return completes when the provider has accepted it
     */
    CompletableFuture<Void> revokeAsync(KeyRevocation revocation);

    /**
     * Finds out, by reading only, what became of a change whose answer was lost. Give listings that lag some time first: "not
     * seen" is no proof.
     *
     * @param change the handle of the {@link dev.accesskeys.error.OutcomeUnknownException}, or of {@link #prepareRotation}
     * @return whether it was made, as far as that can be said
     */
    Reconciliation reconcile(PendingChange change);

    /**
     * Finds out without waiting; see {@link #reconcile}.
     *
     * @param change the handle of the {@link dev.accesskeys.error.OutcomeUnknownException}
     * @return the result to come
     */
    CompletableFuture<Reconciliation> reconcileAsync(PendingChange change);
}
