package dev.accesskeys.testing;

import dev.accesskeys.http.Headers;
import dev.accesskeys.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a fake answers. Immutable; {@link #toString()} shows the status only, for the body may hold a secret. */
public final class FakeResponse {

    private static final byte[] NO_BYTES = {};

    private final int status;
    private final Headers headers;
    private final byte[] body;
    private final @Nullable Change change;

    private FakeResponse(int status, Headers headers, byte[] body, @Nullable Change change) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.change = change;
    }

    /**
     * Makes a response without headers and without a body.
     *
     * @param status the HTTP status, 200 to 599
     * @return the response
     * @throws IllegalArgumentException if the status is out of range
     */
    public static FakeResponse of(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("a status must be 200 to 599");
        }
        return new FakeResponse(status, Headers.empty(), NO_BYTES, null);
    }

    /**
     * Makes a response with a JSON document.
     *
     * @param status the HTTP status, 200 to 599
     * @param document the document
     * @return the response, of type {@code application/json}
     * @throws IllegalArgumentException if the status is out of range
     */
    public static FakeResponse json(int status, JsonValue document) {
        return of(status, "application/json", document.toJson());
    }

    /**
     * Makes a response with a text.
     *
     * @param status the HTTP status, 200 to 599
     * @param contentType the value of the {@code Content-Type} header
     * @param body the body, sent in UTF-8
     * @return the response
     * @throws IllegalArgumentException if the status is out of range
     */
    public static FakeResponse of(int status, String contentType, String body) {
        return of(status).withHeader("Content-Type", contentType).withBody(body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Gives the status.
     *
     * @return the HTTP status
     */
    public int status() {
        return status;
    }

    /**
     * Gives the headers. {@code Content-Length} is not among them; the server adds it.
     *
     * @return the headers
     */
    public Headers headers() {
        return headers;
    }

    /**
     * Gives the body. The array is not copied: do not change it.
     *
     * @return the bytes, none for a response without a body
     */
    public byte[] body() {
        return body;
    }

    /**
     * Tells what the request changed.
     *
     * @return the change; empty if the request changed nothing
     */
    public Optional<Change> change() {
        return Optional.ofNullable(change);
    }

    /**
     * Makes a copy with another status.
     *
     * @param other the HTTP status, 200 to 599
     * @return the copy
     * @throws IllegalArgumentException if the status is out of range
     */
    public FakeResponse withStatus(int other) {
        return new FakeResponse(of(other).status, headers, body, change);
    }

    /**
     * Makes a copy with one value for a header, in the place of those that it has.
     *
     * @param name the header's name
     * @param value its value
     * @return the copy
     */
    public FakeResponse withHeader(String name, String value) {
        Headers.Builder copy = Headers.builder();
        headers.asMap().forEach((each, values) -> values.forEach(one -> copy.add(each, one)));
        return withHeaders(copy.set(name, value).build());
    }

    /**
     * Makes a copy without a header.
     *
     * @param name the header's name, in any case
     * @return the copy
     */
    public FakeResponse withoutHeader(String name) {
        Headers.Builder copy = Headers.builder();
        headers.asMap().forEach((each, values) -> {
            if (!each.equalsIgnoreCase(name)) {
                values.forEach(one -> copy.add(each, one));
            }
        });
        return withHeaders(copy.build());
    }

    /**
     * Makes a copy with other headers.
     *
     * @param others all headers of the copy
     * @return the copy
     */
    public FakeResponse withHeaders(Headers others) {
        return new FakeResponse(status, Objects.requireNonNull(others, "headers"), body, change);
    }

    /**
     * Makes a copy with another body.
     *
     * @param other the bytes, which must not be changed any more
     * @return the copy
     */
    public FakeResponse withBody(byte[] other) {
        return new FakeResponse(status, headers, Objects.requireNonNull(other, "body"), change);
    }

    /**
     * Makes a copy that tells what the request changed.
     *
     * @param made the change
     * @return the copy
     */
    public FakeResponse withChange(Change made) {
        return new FakeResponse(status, headers, body, Objects.requireNonNull(made, "change"));
    }

    /** The status; neither a header nor the body. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
