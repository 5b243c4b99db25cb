package dev.accesskeys.s3server;

import dev.accesskeys.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gaul.s3proxy.BlobStoreLocator;
import org.gaul.shaded.org.eclipse.jetty.server.HttpChannel;
import org.gaul.shaded.org.eclipse.jetty.server.HttpConnection;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.util.ForwardingBlobStore;
import org.jclouds.http.HttpResponse;
import org.jclouds.http.HttpResponseException;
import org.jclouds.rest.AuthorizationException;
import org.jspecify.annotations.Nullable;

/** Where S3Proxy asks, for every request and before it checks the signature, which secret and which store belong to a key. */
final class Gate implements BlobStoreLocator {

    private final IdentitySource identities;
    private final BlobStore store;
    private final BlobStore closedStore;
    private final Set<String> denied = new HashSet<>();
    private final Map<String, Integer> requests = new HashMap<>();
    private final Deque<S3Answer> ordered = new ArrayDeque<>();

    Gate(IdentitySource identities, BlobStore store) {
        this.identities = identities;
        this.store = store;
        this.closedStore = new ClosedStore(store);
    }

    @Override
    @SuppressWarnings(
            "NullAway") // null is how S3Proxy wants to hear of an unknown key; its jar has no annotations that say so
    public Map.@Nullable Entry<String, BlobStore> locateBlobStore(
            @Nullable String identity, @Nullable String container, @Nullable String blob) {
        S3Answer answer = next(identity);
        if (answer != null) {
            throw give(answer);
        }
        Secret secret = identity == null ? null : identities.secretOf(identity).orElse(null);
        if (secret == null) {
            readBody();
            return null;
        }
        return Map.entry(secret.reveal(), isDenied(identity) ? closedStore : store);
    }

    private synchronized @Nullable S3Answer next(@Nullable String identity) {
        if (identity != null) {
            requests.merge(identity, 1, Integer::sum);
        }
        return ordered.poll();
    }

    /** Clients that are refused while they send see a broken connection instead of the answer. */
    private static void readBody() {
        try {
            channel().getRequest().getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpChannel channel() {
        return HttpConnection.getCurrentConnection().getHttpChannel();
    }

    /** S3Proxy knows few errors, so this writes past it; the exception only ends what it would do next. */
    private static HttpResponseException give(S3Answer answer) {
        readBody();
        Response response = channel().getResponse();
        try {
            response.setStatus(answer.status());
            response.setContentType(answer.contentType());
            response.getOutputStream().write(answer.bytes());
            response.closeOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HttpResponseException(
                "as ordered",
                null,
                HttpResponse.builder().statusCode(answer.status()).build());
    }

    synchronized void deny(String accessKeyId) {
        denied.add(accessKeyId);
    }

    synchronized void allow(String accessKeyId) {
        denied.remove(accessKeyId);
    }

    synchronized void order(S3Answer answer, int times) {
        for (int i = 0; i < times; i++) {
            ordered.add(answer);
        }
    }

    synchronized int requestsOf(String accessKeyId) {
        return requests.getOrDefault(accessKeyId, 0);
    }

    private synchronized boolean isDenied(String accessKeyId) {
        return denied.contains(accessKeyId);
    }

    /** Its first use comes after the signature has been found good. */
    private static final class ClosedStore extends ForwardingBlobStore {

        ClosedStore(BlobStore store) {
            super(store);
        }

        @Override
        protected BlobStore delegate() {
            throw new AuthorizationException("denied as ordered");
        }
    }
}
