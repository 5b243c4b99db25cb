package dev.accesskeys.internal.call;

import dev.accesskeys.http.Headers;
import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.operation.Invocation;
import java.net.URI;

/** Makes the request of an attempt: address, headers, body. */
final class Requests {

    private final String baseUrl;
    private final String userAgent;

    /**
     * Makes the factory.
     *
     * @param baseUrl the checked base URL
     * @param userAgent what the client calls itself
     */
    Requests(URI baseUrl, String userAgent) {
        String text = baseUrl.toString();
        this.baseUrl = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.userAgent = userAgent;
    }

    TransportRequest make(Invocation<?> invocation, Headers.Builder headers) {
        invocation.headers().asMap().forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
        headers.set("Accept", "application/json");
        // A compressed answer could be small on the wire and huge in memory.
        headers.set("Accept-Encoding", "identity");
        headers.set("User-Agent", userAgent);
        byte[] body = invocation.body().orElse(null);
        if (body != null) {
            headers.set("Content-Type", "application/json");
        }
        return new TransportRequest(
                invocation.operation().method(),
                URI.create(baseUrl + invocation.pathAndQuery()),
                headers.build(),
                body);
    }
}
