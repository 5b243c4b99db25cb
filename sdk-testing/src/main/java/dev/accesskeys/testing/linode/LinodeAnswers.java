package dev.accesskeys.testing.linode;

import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.testing.internal.SpacedJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON that the provider writes: the order of the members and the nulls are those of recorded traffic. */
final class LinodeAnswers {

    static final String REDACTED = "[REDACTED]";

    /** What an answer does with {@code bucket_access}, beside the quirks. */
    enum BucketAccess {
        SHOWN,
        LEFT_OUT
    }

    private final LinodeSettings settings;
    private final Map<LinodeEndpoint, JsonValue> regions = new LinkedHashMap<>();
    private final Map<LinodeEndpoint, JsonValue> endpoints = new LinkedHashMap<>();

    LinodeAnswers(LinodeSettings settings) {
        this.settings = settings;
        boolean sometimes = settings.has(LinodeQuirk.ENDPOINT_TYPE_SOMETIMES_MISSING);
        for (LinodeEndpoint endpoint : settings.endpoints()) {
            boolean typed = !sometimes || regions.size() % 2 == 0;
            regions.put(endpoint, region(endpoint, typed));
            endpoints.put(endpoint, endpoint(endpoint, typed));
        }
    }

    FakeResponse ok(JsonValue document) {
        return document(200, document);
    }

    FakeResponse problem(LinodeProblem problem) {
        List<JsonValue> errors = problem.reasons().stream()
                .map(reason -> {
                    Map<String, JsonValue> error = new LinkedHashMap<>();
                    error.put("reason", JsonValue.string(reason.text()));
                    if (reason.field() != null || settings.has(LinodeQuirk.ERROR_FIELD_NULL)) {
                        error.put("field", nullable(reason.field()));
                    }
                    return JsonValue.object(error);
                })
                .toList();
        return document(problem.status(), JsonValue.object(Map.of("errors", JsonValue.array(errors))));
    }

    JsonValue key(LinodeKey key, String secret, BucketAccess bucketAccess) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("id", JsonValue.number(key.id()));
        members.put("label", JsonValue.string(key.label()));
        members.put("access_key", JsonValue.string(key.accessKey()));
        members.put("secret_key", JsonValue.string(secret));
        members.put("limited", JsonValue.bool(key.limited()));
        if (bucketAccess == BucketAccess.SHOWN) {
            putBucketAccess(members, key);
        }
        if (!settings.has(LinodeQuirk.WITHOUT_REGIONS)) {
            members.put(
                    "regions",
                    JsonValue.array(key.regions().stream().map(this::region).toList()));
        }
        return JsonValue.object(members);
    }

    JsonValue endpoint(LinodeEndpoint endpoint) {
        JsonValue known = endpoints.get(endpoint);
        return known == null ? endpoint(endpoint, true) : known;
    }

    JsonValue bucket(LinodeBucket bucket) {
        List<LinodeEndpoint> there = settings.endpointsOf(bucket.region());
        String host = there.isEmpty() ? null : there.get(0).s3Endpoint();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("cluster", JsonValue.string(cluster(bucket.region())));
        members.put("created", JsonValue.string("2029-06-01T12:00:00"));
        members.put(
                "endpoint_type", nullable(there.isEmpty() ? null : there.get(0).endpointType()));
        members.put("hostname", nullable(host == null ? null : bucket.label() + "." + host));
        members.put("label", JsonValue.string(bucket.label()));
        members.put("objects", JsonValue.number(0));
        members.put("region", JsonValue.string(bucket.region()));
        members.put("s3_endpoint", nullable(host));
        members.put("size", JsonValue.number(0));
        return JsonValue.object(members);
    }

    JsonValue page(List<JsonValue> data, int page, int pages, int results) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("data", JsonValue.array(data));
        members.put("page", JsonValue.number(page));
        members.put("pages", JsonValue.number(pages));
        members.put("results", JsonValue.number(results));
        return JsonValue.object(members);
    }

    private static FakeResponse document(int status, JsonValue document) {
        return FakeResponse.of(status)
                .withHeader("Content-Type", "application/json")
                .withBody(SpacedJson.write(document));
    }

    private void putBucketAccess(Map<String, JsonValue> members, LinodeKey key) {
        if (key.limited()) {
            members.put(
                    "bucket_access",
                    JsonValue.array(key.grants().stream().map(this::grant).toList()));
        } else if (settings.has(LinodeQuirk.UNLIMITED_BUCKET_ACCESS_EMPTY)) {
            members.put("bucket_access", JsonValue.array(List.of()));
        } else if (!settings.has(LinodeQuirk.UNLIMITED_BUCKET_ACCESS_MISSING)) {
            members.put("bucket_access", JsonValue.ofNull());
        }
    }

    private JsonValue grant(LinodeGrant grant) {
        String cluster = settings.has(LinodeQuirk.CLUSTER_EMPTY) ? "" : cluster(grant.region());
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("cluster", JsonValue.string(cluster));
        members.put("bucket_name", JsonValue.string(grant.bucket()));
        members.put("permissions", JsonValue.string(grant.permissions()));
        if (!settings.has(LinodeQuirk.WITHOUT_REGIONS)) {
            members.put("region", JsonValue.string(grant.region()));
        }
        return JsonValue.object(members);
    }

    private JsonValue region(LinodeEndpoint endpoint) {
        JsonValue known = regions.get(endpoint);
        return known == null ? region(endpoint, true) : known;
    }

    private static JsonValue region(LinodeEndpoint endpoint, boolean typed) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("id", JsonValue.string(endpoint.region()));
        members.put("s3_endpoint", nullable(endpoint.s3Endpoint()));
        if (typed) {
            members.put("endpoint_type", JsonValue.string(endpoint.endpointType()));
        }
        return JsonValue.object(members);
    }

    private static JsonValue endpoint(LinodeEndpoint endpoint, boolean typed) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("region", JsonValue.string(endpoint.region()));
        if (typed) {
            members.put("endpoint_type", JsonValue.string(endpoint.endpointType()));
        }
        members.put("s3_endpoint", nullable(endpoint.s3Endpoint()));
        return JsonValue.object(members);
    }

    /** The name from the time before regions. */
    private static String cluster(String region) {
        return region + "-1";
    }

    private static JsonValue nullable(@Nullable String text) {
        return text == null ? JsonValue.ofNull() : JsonValue.string(text);
    }
}
