package dev.accesskeys.testprovider;

import java.util.Map;

/** A request as it arrived; names of headers in lower case. */
public record Requested(String method, String target, Map<String, String> headers, String body) {

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
