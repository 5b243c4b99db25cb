package dev.accesskeys.testing;

import dev.accesskeys.http.Headers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One request as it reached a fake, over the network or in memory. {@link #toString()} shows the method and the path only. */
public final class FakeRequest {

    private final String method;
    private final String path;
    private final Map<String, List<String>> query;
    private final Headers headers;
    private final byte[] body;

    private FakeRequest(String method, String path, Map<String, List<String>> query, Headers headers, byte[] body) {
        this.method = Objects.requireNonNull(method, "method");
        this.path = Objects.requireNonNull(path, "path");
        this.query = Collections.unmodifiableMap(query);
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = Objects.requireNonNull(body, "body");
    }

    /**
     * Makes a request.
     *
     * @param method the method in capitals, such as {@code GET}
     * @param target the path, then {@code ?} and the query if there is one; percent-encoded as on the wire
     * @param headers the headers
     * @param body the bytes of the body, which must not be changed any more; none for a request without a body
     * @return the request
     * @throws IllegalArgumentException if the percent-encoding of the query is broken
     */
    public static FakeRequest of(String method, String target, Headers headers, byte[] body) {
        int mark = target.indexOf('?');
        if (mark < 0) {
            return new FakeRequest(method, target, Map.of(), headers, body);
        }
        return new FakeRequest(method, target.substring(0, mark), parse(target.substring(mark + 1)), headers, body);
    }

    private static Map<String, List<String>> parse(String rawQuery) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            values.computeIfAbsent(name, ignored -> new ArrayList<>(1)).add(value);
        }
        return values;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /**
     * Gives the method.
     *
     * @return the method in capitals
     */
    public String method() {
        return method;
    }

    /**
     * Gives the path.
     *
     * @return the path as it was sent, relative to the base path of the fake, such as {@code /object-storage/keys}
     */
    public String path() {
        return path;
    }

    /**
     * Gives the names of the query's parameters.
     *
     * @return the names in the order of the query
     */
    public Set<String> queryNames() {
        return query.keySet();
    }

    /**
     * Gives all values of a parameter of the query.
     *
     * @param name its name
     * @return its values, decoded; empty if it is not there
     */
    public List<String> queryValues(String name) {
        return Collections.unmodifiableList(query.getOrDefault(name, List.of()));
    }

    /**
     * Gives the first value of a parameter of the query.
     *
     * @param name its name
     * @return its first value, decoded; empty if it is not there
     */
    public Optional<String> queryValue(String name) {
        return queryValues(name).stream().findFirst();
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
     * @return the bytes, none if there is no body
     */
    public byte[] body() {
        return body;
    }

    FakeRequest withPath(String other) {
        return new FakeRequest(method, other, query, headers, body);
    }

    /** Method and path; neither the query nor a header nor the body. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
