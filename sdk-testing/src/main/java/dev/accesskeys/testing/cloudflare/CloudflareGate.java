package dev.accesskeys.testing.cloudflare;

import dev.accesskeys.http.Headers;
import dev.accesskeys.testing.FakeRequest;
import dev.accesskeys.testing.internal.KeyMaterial;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a request has to pass before anything is done: rate limit, credentials. */
final class CloudflareGate {

    static final int DOCUMENTED = 1200;

    private final CloudflareSettings settings;
    private final CloudflareLimit limit;
    private final String token;
    private final String email;
    private final String key;

    CloudflareGate(CloudflareSettings settings) {
        this.settings = settings;
        this.limit = new CloudflareLimit(settings.requests());
        KeyMaterial material = new KeyMaterial(settings.seed());
        this.token = material.text("token", 0, KeyMaterial.LETTERS_AND_DIGITS, 40);
        this.email = "admin@example.com";
        this.key = material.text("key", 0, KeyMaterial.HEX, 37);
    }

    String token() {
        return token;
    }

    String email() {
        return email;
    }

    String key() {
        return key;
    }

    /** Adds the headers that tell about the gate, then throws what stops the request, if anything does. */
    void enter(FakeRequest request, Headers.Builder headers) {
        limit(headers);
        Optional<String> authorization = request.headers().first("Authorization");
        if (authorization.isPresent()) {
            if (!authorization.get().equals("Bearer " + token)) {
                throw CloudflareProblem.of(403, 10000, "Authentication error");
            }
            return;
        }
        Optional<String> mail = request.headers().first("X-Auth-Email");
        Optional<String> apiKey = request.headers().first("X-Auth-Key");
        if (mail.isEmpty() && apiKey.isEmpty()) {
            throw CloudflareProblem.of(401, 10001, "Unable to authenticate request");
        }
        if (mail.isEmpty() || apiKey.isEmpty() || !apiKey.get().matches("[0-9a-f]{37}")) {
            throw CloudflareProblem.headers("Invalid format for X-Auth-Key header");
        }
        if (!mail.get().equals(email) || !apiKey.get().equals(key)) {
            throw CloudflareProblem.of(403, 9109, "Unauthorized to access requested resource");
        }
    }

    private void limit(Headers.Builder headers) {
        Instant now = settings.time().now();
        CloudflareLimit.Verdict verdict = settings.limiting()
                ? limit.take(now)
                : new CloudflareLimit.Verdict(settings.requests(), CloudflareLimit.WINDOW, Duration.ZERO);
        headers.set(
                "Ratelimit",
                "\"default\";r=" + verdict.remaining() + ";t=" + verdict.reset().toSeconds());
        headers.set(
                "Ratelimit-Policy",
                "\"default\";q=" + settings.requests() + ";w=" + CloudflareLimit.WINDOW.toSeconds());
        if (!verdict.refusedFor().isZero()) {
            throw CloudflareProblem.rateLimited(verdict.refusedFor());
        }
    }
}
