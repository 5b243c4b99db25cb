package dev.accesskeys.nscale;

import dev.accesskeys.CallOptions;
import dev.accesskeys.nscale.model.ObjectStorageAccessKey;
import dev.accesskeys.nscale.model.ObjectStorageEndpoint;
import dev.accesskeys.operation.CallFutures;
import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Waits until an endpoint or a key is provisioned, or gone. A create has answered, secret included, before anything here
 * begins.
 *
 * <p>Until something is provisioned, 404 means "not yet": right after a create nscale may not find it. Once it was seen, 404
 * means that it is gone, and ends the wait with {@link dev.accesskeys.error.NotFoundException}. The state {@code error} ends a
 * wait with {@link ProvisioningFailedException}, and the deadline with {@link dev.accesskeys.error.DeadlineExceededException},
 * which tells what was seen last. A look that fails in a way that may go away — no connection, too many requests, a failure of
 * nscale — is not the end of a wait, five such looks in a row are.
 *
 * <p>Each blocking method has an asynchronous twin; cancelling its future ends the wait, and changes nothing at nscale.
 */
public final class NscaleWaiters {

    private final ObjectStorageAccessKeys keys;
    private final ObjectStorageEndpoints endpoints;
    private final TimeSource time;
    private final WaitOptions options;

    NscaleWaiters(
            ObjectStorageAccessKeys keys, ObjectStorageEndpoints endpoints, TimeSource time, WaitOptions options) {
        this.keys = keys;
        this.endpoints = endpoints;
        this.time = time;
        this.options = options;
    }

    /**
     * Gives a view of these waiters with other options.
     *
     * @param other the options
     * @return the view
     */
    public NscaleWaiters with(WaitOptions other) {
        return new NscaleWaiters(keys, endpoints, time, Objects.requireNonNull(other, "options"));
    }

    /**
     * Waits until a key works.
     *
     * @param endpointId the endpoint's id
     * @param keyId the key's id
     * @return the key, with its access key id
     * @throws ProvisioningFailedException if setting it up has failed, or it is being taken down
     * @throws dev.accesskeys.error.NotFoundException if it was there and is gone
     * @throws dev.accesskeys.error.DeadlineExceededException if it takes too long
     */
    public ObjectStorageAccessKey untilKeyProvisioned(String endpointId, String keyId) {
        return CallFutures.await(untilKeyProvisionedAsync(endpointId, keyId));
    }

    /**
     * Waits without a thread until a key works; see {@link #untilKeyProvisioned}.
     *
     * @param endpointId the endpoint's id
     * @param keyId the key's id
     * @return the key to come
     */
    public CompletableFuture<ObjectStorageAccessKey> untilKeyProvisionedAsync(String endpointId, String keyId) {
        return CallFutures.map(waitFor(Wait.Goal.PROVISIONED, key(endpointId, keyId)), Optional::orElseThrow);
    }

    /**
     * Waits until a key that was deleted is gone.
     *
     * @param endpointId the endpoint's id
     * @param keyId the key's id
     * @throws ProvisioningFailedException if taking it down has failed
     * @throws dev.accesskeys.error.DeadlineExceededException if it takes too long
     */
    public void untilKeyGone(String endpointId, String keyId) {
        CallFutures.await(untilKeyGoneAsync(endpointId, keyId));
    }

    /**
     * Waits without a thread until a key that was deleted is gone; see {@link #untilKeyGone}.
     *
     * @param endpointId the endpoint's id
     * @param keyId the key's id
     * @return completes when it is gone
     */
    public CompletableFuture<Void> untilKeyGoneAsync(String endpointId, String keyId) {
        return CallFutures.map(waitFor(Wait.Goal.GONE, key(endpointId, keyId)), nothing -> null);
    }

    /**
     * Waits until an endpoint works.
     *
     * @param endpointId the endpoint's id
     * @return the endpoint, with its address
     * @throws ProvisioningFailedException if setting it up has failed, or it is being taken down
     * @throws dev.accesskeys.error.NotFoundException if it was there and is gone
     * @throws dev.accesskeys.error.DeadlineExceededException if it takes too long
     */
    public ObjectStorageEndpoint untilEndpointProvisioned(String endpointId) {
        return CallFutures.await(untilEndpointProvisionedAsync(endpointId));
    }

    /**
     * Waits without a thread until an endpoint works; see {@link #untilEndpointProvisioned}.
     *
     * @param endpointId the endpoint's id
     * @return the endpoint to come
     */
    public CompletableFuture<ObjectStorageEndpoint> untilEndpointProvisionedAsync(String endpointId) {
        return CallFutures.map(waitFor(Wait.Goal.PROVISIONED, endpoint(endpointId)), Optional::orElseThrow);
    }

    /**
     * Waits until an endpoint that was deleted is gone.
     *
     * @param endpointId the endpoint's id
     * @throws ProvisioningFailedException if taking it down has failed
     * @throws dev.accesskeys.error.DeadlineExceededException if it takes too long
     */
    public void untilEndpointGone(String endpointId) {
        CallFutures.await(untilEndpointGoneAsync(endpointId));
    }

    /**
     * Waits without a thread until an endpoint that was deleted is gone; see {@link #untilEndpointGone}.
     *
     * @param endpointId the endpoint's id
     * @return completes when it is gone
     */
    public CompletableFuture<Void> untilEndpointGoneAsync(String endpointId) {
        return CallFutures.map(waitFor(Wait.Goal.GONE, endpoint(endpointId)), nothing -> null);
    }

    private <T> CompletableFuture<Optional<T>> waitFor(Wait.Goal goal, Wait.Subject<T> subject) {
        return new Wait<>(goal, subject, time, options).begin();
    }

    private Wait.Subject<ObjectStorageAccessKey> key(String endpointId, String keyId) {
        NscaleKeyMapping.requireId("objectStorageEndpointID", endpointId);
        NscaleKeyMapping.requireId("objectStorageAccessKeyID", keyId);
        return new Wait.Subject<>(
                NscaleOperations.GET_OBJECT_STORAGE_ACCESS_KEY.toString(),
                "key " + keyId,
                limit -> keys.with(limit(limit)).getAsync(endpointId, keyId),
                ObjectStorageAccessKey::metadata);
    }

    private Wait.Subject<ObjectStorageEndpoint> endpoint(String endpointId) {
        NscaleKeyMapping.requireId("objectStorageEndpointID", endpointId);
        return new Wait.Subject<>(
                NscaleOperations.GET_OBJECT_STORAGE_ENDPOINT.toString(),
                "endpoint " + endpointId,
                limit -> endpoints.with(limit(limit)).getAsync(endpointId),
                ObjectStorageEndpoint::metadata);
    }

    private static CallOptions limit(Duration time) {
        return CallOptions.deadline(time);
    }
}
