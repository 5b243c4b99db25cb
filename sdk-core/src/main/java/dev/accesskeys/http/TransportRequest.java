package dev.accesskeys.http;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request as it goes over the wire: address, headers with the credential among them, and the bytes of the body.
 * {@link #toString()} shows the method and the path only.
 */
public final class TransportRequest {

    private final HttpMethod method;
    private final URI uri;
    private final Headers headers;
    private final byte @Nullable [] body;

    /**
     * Makes a request.
     *
     * @param method the method
     * @param uri the absolute address, query included
     * @param headers the headers
     * @param body the bytes of the body, which must not be changed any more; null for a request without one
     */
    public TransportRequest(HttpMethod method, URI uri, Headers headers, byte @Nullable [] body) {
        this.method = Objects.requireNonNull(method, "method");
        this.uri = Objects.requireNonNull(uri, "uri");
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = body;
    }

    /**
     * Gives the method.
     *
     * @return the method
     */
    public HttpMethod method() {
        return method;
    }

    /**
     * Gives the address.
     *
     * @return the absolute address, query included
     */
    public URI uri() {
        return uri;
    }

    /**
     * Gives the headers, the credential among them.
     *
     * @return the headers
     */
    public Headers headers() {
        return headers;
    }

    /**
     * Gives the body. The array is not copied: do not change it.
     *
     * @return the bytes; empty for a request without a body
     */
    public Optional<byte[]> body() {
        return Optional.ofNullable(body);
    }

    /** Method and path; neither the query nor a header nor the body. */
    @Override
    public String toString() {
        return method + " " + uri.getRawPath();
    }
}
