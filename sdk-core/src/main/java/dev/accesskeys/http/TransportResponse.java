package dev.accesskeys.http;

import java.util.Objects;

/**
 * One answer as it came over the wire. {@link #toString()} shows the status only: the body of a good answer is the secret.
 */
public final class TransportResponse {

    /** How the body of an answer ended. */
    public enum Ending {
        /** It came to its end. */
        WHOLE,
        /** It was longer than the limit; the rest was not read. */
        TRUNCATED,
        /** The connection broke before its end. */
        BROKEN
    }

    private final int status;
    private final Headers headers;
    private final byte[] body;
    private final Ending ending;

    /**
     * Makes an answer whose body was read to its end.
     *
     * @param status the HTTP status, 100 to 999
     * @param headers the headers
     * @param body the bytes of the body, which must not be changed any more
     */
    public TransportResponse(int status, Headers headers, byte[] body) {
        this(status, headers, body, Ending.WHOLE);
    }

    /**
     * Makes an answer.
     *
     * @param status the HTTP status, 100 to 999
     * @param headers the headers
     * @param body the bytes of the body, which must not be changed any more
     * @param ending whether {@code body} is all of it; where it is not, what came is kept, for it may hold a secret
     */
    public TransportResponse(int status, Headers headers, byte[] body, Ending ending) {
        this.status = status;
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = Objects.requireNonNull(body, "body");
        this.ending = Objects.requireNonNull(ending, "ending");
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
     * Tells how the body ended.
     *
     * @return whether {@link #body()} is all of it, or only the beginning
     */
    public Ending ending() {
        return ending;
    }

    /** The status; neither a header nor the body. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
