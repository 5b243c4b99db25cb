package dev.accesskeys.testing.linode;

import dev.accesskeys.http.Headers;
import dev.accesskeys.testing.FakeRequest;
import dev.accesskeys.testing.internal.FixedWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** What a request has to pass before anything is done: token, scope, permission, rate limit. Its headers tell about them. */
final class LinodeGate {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Set<String> LISTS =
            Set.of("/object-storage/keys", "/object-storage/endpoints", "/object-storage/buckets");

    private final LinodeSettings settings;
    private final LinodeAccount account;
    private final boolean limiting;
    private final FixedWindow keyWrites;
    private final FixedWindow pagedReads;
    private final FixedWindow others;

    LinodeGate(LinodeSettings settings, LinodeAccount account) {
        this.settings = settings;
        this.account = account;
        this.limiting = settings.limits().isPresent();
        LinodeRateLimits limits = settings.limits().orElseGet(LinodeRateLimits::documented);
        this.keyWrites = new FixedWindow(limits.keyWrites(), WINDOW);
        this.pagedReads = new FixedWindow(limits.pagedReads(), WINDOW);
        this.others = new FixedWindow(limits.others(), WINDOW);
    }

    /** Adds the headers that tell about the gate, then throws what stops the request, if anything does. */
    void enter(FakeRequest request, Headers.Builder headers) {
        Instant now = settings.time().now();
        headers.set("Expires", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        String held = account.scopesOf(bearer(request)).orElse(null);
        if (held == null) {
            throw LinodeProblem.of(401, "Invalid Token");
        }
        boolean reading = request.method().equals("GET");
        headers.set("X-OAuth-Scopes", held);
        headers.set("X-Accepted-OAuth-Scopes", "object_storage:" + (reading ? "read_only" : "read_write"));
        limit(request, reading, now, headers);
        if (!reading && !held.equals("*")) {
            throw LinodeProblem.of(401, "Your OAuth token is not authorized to use this endpoint.");
        }
        if (settings.forbidden()) {
            throw LinodeProblem.of(403, "Unauthorized");
        }
    }

    private void limit(FakeRequest request, boolean reading, Instant now, Headers.Builder headers) {
        FixedWindow window = window(request, reading);
        boolean told = !settings.has(LinodeQuirk.WITHOUT_RATE_LIMIT_HEADERS);
        if (told) {
            headers.set("X-RateLimit-Limit", Integer.toString(window.limit()));
        }
        if (!limiting) {
            return;
        }
        FixedWindow.Verdict verdict = window.take(now);
        if (told) {
            headers.set("X-RateLimit-Remaining", Integer.toString(verdict.remaining()));
            headers.set("X-RateLimit-Reset", Long.toString(verdict.reset().getEpochSecond()));
        }
        if (!verdict.allowed()) {
            if (told) {
                long seconds =
                        Math.max(1, Duration.between(now, verdict.reset()).toSeconds());
                headers.set("Retry-After", Long.toString(seconds));
            }
            throw LinodeProblem.of(429, "Too many requests");
        }
    }

    private FixedWindow window(FakeRequest request, boolean reading) {
        if (!reading) {
            return keyWrites;
        }
        return LISTS.contains(request.path()) ? pagedReads : others;
    }

    private static String bearer(FakeRequest request) {
        String value = request.headers().first("Authorization").orElse("");
        return value.startsWith("Bearer ") ? value.substring("Bearer ".length()) : "";
    }
}
