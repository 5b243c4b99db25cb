package dev.accesskeys.http;

import java.util.Objects;

/**
 * One answer as it came over the wire. {@link #toString()} shows the status only: the body of a good answer is the secret.
 */
public final class TransportResponse {

    private final int status;
    private final Headers headers;
    private final byte[] body;
    private final boolean truncated;

    /**
     * Makes an answer whose body was read to its end.
     *
     * @param status the HTTP status, 100 to 999
     * @param headers the headers
     * @param body the bytes of the body, which must not be changed any more
     */
    public TransportResponse(int status, Headers headers, byte[] body) {
        this(status, headers, body, false);
    }

    /**
     * Makes an answer.
     *
     * @param status the HTTP status, 100 to 999
     * @param headers the headers
     * @param body the bytes of the body, which must not be changed any more
     * @param truncated whether the body was longer than the limit, and {@code body} is only its beginning
     */
    public TransportResponse(int status, Headers headers, byte[] body, boolean truncated) {
        this.status = status;
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = Objects.requireNonNull(body, "body");
        this.truncated = truncated;
    }

    /**
     * Gives the HTTP status.
     *
     * @return the status
     */
    public int status() {
        return status;
    }

    /**
     * Gives the headers.
     *
     * @return the headers
     */
    public Headers headers() {
        return headers;
    }

    /**
     * Gives the body. The array is not copied: do not change it.
     *
     * @return the bytes, none for an answer without a body
     */
    public byte[] body() {
        return body;
    }

    /**
     * Tells whether the body was longer than the limit.
     *
     * @return whether {@link #body()} is only the beginning
     */
    public boolean truncated() {
        return truncated;
    }

    /** The status; neither a header nor the body. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
