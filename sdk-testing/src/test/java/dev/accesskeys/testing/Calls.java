package dev.accesskeys.testing;

import dev.accesskeys.http.BodyLimits;
import dev.accesskeys.http.Headers;
import dev.accesskeys.http.HttpMethod;
import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.http.TransportResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** Calls a fake through one of its faces, with nothing but the JDK in between. */
public final class Calls {

    private static final BodyLimits LIMITS = new BodyLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final FakeCloud fake;
    private final Face face;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Calls(FakeCloud fake, Face face) {
        this.fake = fake;
        this.face = face;
    }

    public static Calls to(FakeCloud fake, Face face) {
        return new Calls(fake, face);
    }

    public Calls with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Calls withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Answer get(String target) throws IOException {
        return send("GET", target, null);
    }

    /** An address that need not lie below the base URL. */
    public Answer getAt(URI uri) throws IOException {
        return face == Face.SERVER ? overHttp("GET", uri, null) : inMemory("GET", uri, null);
    }

    public Answer post(String target, String body) throws IOException {
        return send("POST", target, body);
    }

    public Answer put(String target, String body) throws IOException {
        return send("PUT", target, body);
    }

    public Answer delete(String target) throws IOException {
        return send("DELETE", target, null);
    }

    private Answer send(String method, String target, String body) throws IOException {
        if (body != null) {
            headers.putIfAbsent("Content-Type", "application/json");
        }
        URI uri = URI.create(fake.baseUrl() + target);
        return face == Face.SERVER ? overHttp(method, uri, body) : inMemory(method, uri, body);
    }

    private Answer overHttp(String method, URI uri, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(20));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(), Headers.of(response.headers().map()), response.body());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer inMemory(String method, URI uri, String body) throws IOException {
        Headers.Builder sent = Headers.builder();
        headers.forEach(sent::add);
        byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        TransportRequest request = new TransportRequest(HttpMethod.valueOf(method), uri, sent.build(), bytes);
        try {
            TransportResponse response = fake.transport().send(request, LIMITS).join();
            return new Answer(response.status(), response.headers(), response.body());
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
