package dev.accesskeys.nscale;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.keys.S3Endpoint;
import dev.accesskeys.nscale.model.ObjectStorageEndpoint;
import dev.accesskeys.nscale.model.ObjectStorageEndpointExposure;
import dev.accesskeys.nscale.model.ObjectStorageEndpointExposureDetails;
import dev.accesskeys.nscale.model.ObjectStorageEndpointStatus;
import dev.accesskeys.operation.CallFutures;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where the keys of one endpoint work. A key does not tell it, its endpoint does, once it is provisioned; it never changes
 * then, and is asked for no more.
 */
final class NscaleS3Endpoints {

    private volatile List<S3Endpoint> known = List.of();

    /**
     * Asks for it. Where it cannot be had, for a token may be good for keys only, the keys are worth more than their address:
     * the list is empty then.
     */
    CompletableFuture<List<S3Endpoint>> find(ObjectStorageEndpoints endpoints, String endpointId) {
        if (!known.isEmpty()) {
            return CompletableFuture.completedFuture(known);
        }
        CompletableFuture<List<S3Endpoint>> found = CallFutures.map(endpoints.getAsync(endpointId), endpoint -> {
            known = of(endpoint);
            return known;
        });
        return CallFutures.recover(
                found,
                failure -> failure instanceof AccessKeysException
                        ? CompletableFuture.completedFuture(List.of())
                        : CompletableFuture.failedFuture(failure));
    }

    /** The name carries no scheme. One that makes no address is left out: it is of no use to anyone. */
    static List<S3Endpoint> of(ObjectStorageEndpoint endpoint) {
        Optional<ObjectStorageEndpointStatus> status = endpoint.status();
        String region = status.flatMap(ObjectStorageEndpointStatus::regionId).orElse("");
        return status.flatMap(ObjectStorageEndpointStatus::exposure)
                .flatMap(ObjectStorageEndpointExposure::publicExposure)
                .flatMap(ObjectStorageEndpointExposureDetails::dnsName)
                .filter(name -> !name.isBlank())
                .flatMap(NscaleS3Endpoints::address)
                .map(url -> List.of(new S3Endpoint(url, region)))
                .orElse(List.of());
    }

    private static Optional<URI> address(String dnsName) {
        try {
            return Optional.of(URI.create("https://" + dnsName)).filter(url -> url.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
