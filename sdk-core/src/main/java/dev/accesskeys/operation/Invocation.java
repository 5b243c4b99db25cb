package dev.accesskeys.operation;

import dev.accesskeys.http.Headers;
import dev.accesskeys.json.JsonEncoder;
import dev.accesskeys.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Operation} with the arguments of one call. Immutable; each method gives a new one. Generated code makes it:
 *
 * <pre>{@code
 * Invocation.of(GET).path("keyId", keyId)
 * }</pre>
 *
 * @param <T> what the operation answers with
 */
public final class Invocation<T extends @Nullable Object> {

    private final Operation<T> operation;
    private final String path;
    private final Map<String, List<String>> query;
    private final Headers headers;
    private final byte @Nullable [] body;

    private Invocation(
            Operation<T> operation,
            String path,
            Map<String, List<String>> query,
            Headers headers,
            byte @Nullable [] body) {
        this.operation = operation;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Starts an invocation without arguments.
     *
     * @param <T> what the operation answers with
     * @param operation the operation
     * @return the invocation
     */
    public static <T extends @Nullable Object> Invocation<T> of(Operation<T> operation) {
        return new Invocation<>(operation, operation.path(), Map.of(), Headers.empty(), null);
    }

    /**
     * Sets a path parameter. The value becomes one segment of the path, percent-encoded.
     *
     * @param name the parameter's name
     * @param value its value
     * @return an invocation with the parameter
     * @throws dev.accesskeys.error.ValidationException if the value is empty, {@code .}, {@code ..}, or has a control
     *     character
     */
    public Invocation<T> path(String name, Object value) {
        String placeholder = "{" + name + "}";
        if (!path.contains(placeholder)) {
            throw new IllegalArgumentException(operation + " has no path parameter " + name);
        }
        String segment = UrlEncoding.pathSegment(name, value.toString());
        return new Invocation<>(operation, path.replace(placeholder, segment), query, headers, body);
    }

    /**
     * Adds a query parameter; given again, it is sent again. Null is not sent.
     *
     * @param name the parameter's name
     * @param value its value, or null
     * @return an invocation with the parameter
     */
    public Invocation<T> query(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        List<String> values = new ArrayList<>(query.getOrDefault(name, List.of()));
        values.add(text(value));
        return withQuery(name, values);
    }

    /**
     * Adds a query parameter once for each value, in their order.
     *
     * @param name the parameter's name
     * @param values its values; may be empty
     * @return an invocation with the parameter
     */
    public Invocation<T> queryEach(String name, Iterable<?> values) {
        Invocation<T> changed = this;
        for (Object value : values) {
            changed = changed.query(name, value);
        }
        return changed;
    }

    /**
     * Sets a query parameter in the place of the values that it has.
     *
     * @param name the parameter's name
     * @param value its value
     * @return an invocation with the parameter
     */
    public Invocation<T> replaceQuery(String name, Object value) {
        return withQuery(name, List.of(text(value)));
    }

    private Invocation<T> withQuery(String name, List<String> values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(query);
        changed.put(name, List.copyOf(values));
        return new Invocation<>(operation, path, changed, headers, body);
    }

    /**
     * Sets a header. Null is not sent.
     *
     * @param name the header's name
     * @param value its value, or null
     * @return an invocation with the header
     * @throws dev.accesskeys.error.ValidationException if the value has other than visible ASCII characters and blanks
     */
    public Invocation<T> header(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Headers.Builder changed = Headers.builder();
        headers.asMap().forEach((key, values) -> values.forEach(each -> changed.add(key, each)));
        changed.set(name, HeaderValues.require(name, text(value)));
        return new Invocation<>(operation, path, query, changed.build(), body);
    }

    /**
     * Sets the JSON body.
     *
     * @param <B> the type of the body
     * @param encoder writes it
     * @param value the body
     * @return an invocation with the body
     */
    public <B> Invocation<T> body(JsonEncoder<B> encoder, B value) {
        JsonWriter out = new JsonWriter();
        encoder.write(out, Objects.requireNonNull(value, "body"));
        return new Invocation<>(operation, path, query, headers, out.toByteArray());
    }

    private static String text(Object value) {
        return value instanceof WireValue wire ? wire.wireValue() : value.toString();
    }

    /**
     * Gives the operation.
     *
     * @return the operation
     */
    public Operation<T> operation() {
        return operation;
    }

    /**
     * Gives what comes behind the base URL: the path with its parameters filled in, and the query.
     *
     * @return path and query, percent-encoded
     * @throws IllegalStateException if a path parameter has no value
     */
    public String pathAndQuery() {
        if (path.indexOf('{') >= 0) {
            throw new IllegalStateException(operation + " was called without all of its path parameters: " + path);
        }
        return query.isEmpty() ? path : path + "?" + UrlEncoding.query(query);
    }

    /**
     * Gives the headers that are arguments of the operation.
     *
     * @return the headers
     */
    public Headers headers() {
        return headers;
    }

    /**
     * Gives the body. The array is not copied: do not change it.
     *
     * @return the JSON document; empty if the operation has none
     */
    public Optional<byte[]> body() {
        return Optional.ofNullable(body);
    }

    /** The operation; none of its arguments. */
    @Override
    public String toString() {
        return operation.toString();
    }
}
