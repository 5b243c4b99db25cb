package dev.accesskeys.testing.cloudflare;

import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.FakeResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON that the provider writes. */
final class CloudflareAnswers {

    /** The documented example has five digits behind the point. */
    private static final DateTimeFormatter FIVE_DIGITS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSS'Z'").withZone(ZoneOffset.UTC);

    private final CloudflareSettings settings;
    private final CloudflareAccount account;

    CloudflareAnswers(CloudflareSettings settings, CloudflareAccount account) {
        this.settings = settings;
        this.account = account;
    }

    FakeResponse schedule() {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        if (!settings.has(CloudflareQuirk.WITHOUT_ANY_FIELD)) {
            fields.put("days_until_next_rotation", number(account.daysUntilNextRotation()));
            fields.put("key_rotation_interval_days", number(account.intervalDays()));
            if (!settings.has(CloudflareQuirk.WITHOUT_LAST_ROTATION)) {
                fields.put("last_key_rotation_at", JsonValue.string(FIVE_DIGITS.format(account.lastRotation())));
            }
        }
        Map<String, JsonValue> envelope = new LinkedHashMap<>();
        if (settings.has(CloudflareQuirk.FIELDS_BESIDE_RESULT)) {
            envelope.putAll(fields);
        } else {
            envelope.put("result", JsonValue.object(fields));
        }
        envelope.put("success", JsonValue.bool(true));
        envelope.put("errors", JsonValue.array(List.of()));
        envelope.put("messages", JsonValue.array(List.of()));
        return FakeResponse.json(200, JsonValue.object(envelope));
    }

    FakeResponse problem(CloudflareProblem problem) {
        boolean quiet = settings.has(CloudflareQuirk.FAILURES_WITH_STATUS_200);
        FakeResponse response = failure(
                quiet ? 200 : problem.status(), problem.detail(), !settings.has(CloudflareQuirk.SHORT_FAILURES));
        Duration wait = problem.retryAfter();
        return wait == null || quiet
                ? response
                : response.withHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
    }

    static FakeResponse failure(int status, CloudflareProblem.Detail detail, boolean whole) {
        Map<String, JsonValue> envelope = new LinkedHashMap<>();
        if (whole) {
            envelope.put("result", JsonValue.ofNull());
        }
        envelope.put("success", JsonValue.bool(false));
        envelope.put("errors", JsonValue.array(List.of(error(detail))));
        if (whole) {
            envelope.put("messages", JsonValue.array(List.of()));
        }
        return FakeResponse.json(status, JsonValue.object(envelope));
    }

    private static JsonValue error(CloudflareProblem.Detail detail) {
        Map<String, JsonValue> error = new LinkedHashMap<>();
        error.put("code", JsonValue.number(detail.code()));
        error.put("message", JsonValue.string(detail.message()));
        String pointer = detail.pointer();
        if (pointer != null) {
            error.put("source", JsonValue.object(Map.of("pointer", JsonValue.string(pointer))));
        }
        CloudflareProblem.Detail cause = detail.cause();
        if (cause != null) {
            error.put("error_chain", JsonValue.array(List.of(error(cause))));
        }
        return JsonValue.object(error);
    }

    /** The address at which the account's Access publishes its keys. */
    FakeResponse certificates() {
        List<String> published = account.certificates();
        List<JsonValue> keys = published.stream()
                .map(kid -> {
                    Map<String, JsonValue> key = new LinkedHashMap<>();
                    key.put("kid", JsonValue.string(kid));
                    key.put("kty", JsonValue.string("RSA"));
                    key.put("alg", JsonValue.string("RS256"));
                    key.put("use", JsonValue.string("sig"));
                    key.put("e", JsonValue.string("AQAB"));
                    key.put("n", JsonValue.string(account.modulus(kid)));
                    return JsonValue.object(key);
                })
                .toList();
        List<JsonValue> certificates = published.stream().map(this::certificate).toList();
        Map<String, JsonValue> document = new LinkedHashMap<>();
        document.put("keys", JsonValue.array(keys));
        document.put("public_cert", certificates.get(0));
        document.put("public_certs", JsonValue.array(certificates));
        return FakeResponse.json(200, JsonValue.object(document));
    }

    private JsonValue certificate(String kid) {
        Map<String, JsonValue> certificate = new LinkedHashMap<>();
        certificate.put("kid", JsonValue.string(kid));
        certificate.put("cert", JsonValue.string(account.certificate(kid)));
        return JsonValue.object(certificate);
    }

    private JsonValue number(long value) {
        return settings.has(CloudflareQuirk.NUMBERS_WITH_FRACTION)
                ? JsonValue.number(BigDecimal.valueOf(value).setScale(1))
                : JsonValue.number(value);
    }
}
