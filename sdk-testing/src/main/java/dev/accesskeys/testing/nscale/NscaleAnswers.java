package dev.accesskeys.testing.nscale;

import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.testing.internal.KeyMaterial;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The JSON that the provider writes. */
final class NscaleAnswers {

    private final NscaleSettings settings;
    private final KeyMaterial material;
    private final AtomicLong problems = new AtomicLong();

    NscaleAnswers(NscaleSettings settings, KeyMaterial material) {
        this.settings = settings;
        this.material = material;
    }

    FakeResponse problem(NscaleProblem problem) {
        Map<String, JsonValue> error = new LinkedHashMap<>();
        error.put("error", JsonValue.string(problem.code()));
        error.put("error_description", JsonValue.string(problem.description()));
        if (!settings.has(NscaleQuirk.WITHOUT_TRACE_ID)) {
            error.put(
                    "trace_id",
                    JsonValue.string(material.text("trace", problems.getAndIncrement(), KeyMaterial.HEX, 32)));
        }
        FakeResponse response = FakeResponse.json(problem.status(), JsonValue.object(error));
        return problem.status() == 401
                ? response.withHeader("WWW-Authenticate", "Bearer realm=\"storage\", error=\"invalid_token\"")
                : response;
    }

    JsonValue endpointClass() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(
                "metadata",
                metadata(
                        NscaleProject.CLASS,
                        NscaleMetadata.named("standard"),
                        NscaleStatus.PROVISIONED,
                        Instant.parse("2029-01-01T00:00:00Z"),
                        null,
                        null));
        members.put(
                "spec",
                JsonValue.object(Map.of(
                        "regionId",
                        JsonValue.string(NscaleProject.REGION),
                        "supportedEndpointType",
                        JsonValue.array(List.of(JsonValue.string("public"))))));
        return JsonValue.object(members);
    }

    JsonValue endpoint(NscaleEndpointState endpoint, NscaleStatus status) {
        Map<String, JsonValue> spec = new LinkedHashMap<>();
        spec.put(
                "objectStorageEndpointClassId",
                JsonValue.string(endpoint.place().classId()));
        if (!endpoint.policies().isEmpty()) {
            spec.put("identityPolicies", JsonValue.array(endpoint.policies()));
        }
        Map<String, JsonValue> state = new LinkedHashMap<>();
        state.put("regionId", JsonValue.string(endpoint.place().regionId()));
        if (status == NscaleStatus.PROVISIONED && !settings.has(NscaleQuirk.WITHOUT_ADDRESS)) {
            JsonValue details = JsonValue.object(Map.of("dnsName", JsonValue.string(endpoint.dnsName())));
            state.put("exposure", JsonValue.object(Map.of("public", details)));
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(
                "metadata",
                metadata(
                        endpoint.id(),
                        endpoint.metadata(),
                        status,
                        endpoint.life().createdAt(),
                        endpoint.life().deletedAt(),
                        endpoint.place()));
        members.put("spec", JsonValue.object(spec));
        members.put("status", JsonValue.object(state));
        return JsonValue.object(members);
    }

    JsonValue created(NscaleEndpointState endpoint, NscaleKeyState key, String secret) {
        JsonValue accessKeyId = settings.has(NscaleQuirk.ACCESS_KEY_ID_LATER)
                ? JsonValue.ofNull()
                : JsonValue.string(key.accessKeyId());
        Map<String, JsonValue> spec = spec(key, accessKeyId);
        spec.put("secret", JsonValue.string(secret));
        return key(endpoint, key, NscaleStatus.NOT_FOUND_YET, spec);
    }

    JsonValue key(NscaleEndpointState endpoint, NscaleKeyState key, NscaleStatus status) {
        boolean known = status == NscaleStatus.PROVISIONED || status == NscaleStatus.DEPROVISIONING;
        return key(endpoint, key, status, spec(key, known ? JsonValue.string(key.accessKeyId()) : JsonValue.ofNull()));
    }

    private JsonValue key(
            NscaleEndpointState endpoint, NscaleKeyState key, NscaleStatus status, Map<String, JsonValue> spec) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(
                "metadata",
                metadata(
                        key.id(),
                        key.metadata(),
                        status,
                        key.life().createdAt(),
                        key.life().deletedAt(),
                        endpoint.place()));
        members.put("spec", JsonValue.object(spec));
        return JsonValue.object(members);
    }

    private static Map<String, JsonValue> spec(NscaleKeyState key, JsonValue accessKeyId) {
        Map<String, JsonValue> spec = new LinkedHashMap<>();
        spec.put("identityPolicy", JsonValue.string(key.identityPolicy()));
        spec.put("accessKeyId", accessKeyId);
        return spec;
    }

    private JsonValue metadata(
            String id,
            NscaleMetadata given,
            NscaleStatus status,
            Instant createdAt,
            @Nullable Instant deletedAt,
            NscaleEndpointState.@Nullable Place place) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("id", JsonValue.string(id));
        members.put("name", JsonValue.string(given.name()));
        members.put("provisioningStatus", JsonValue.string(status.isShown() ? status.wire() : "pending"));
        if (settings.has(NscaleQuirk.SPARSE_METADATA)) {
            return JsonValue.object(members);
        }
        if (given.description() != null) {
            members.put("description", JsonValue.string(given.description()));
        }
        if (!given.tags().isEmpty()) {
            members.put("tags", JsonValue.array(given.tags()));
        }
        members.put("healthStatus", JsonValue.string(status == NscaleStatus.PROVISIONED ? "healthy" : "unknown"));
        members.put("creationTime", time(createdAt));
        members.put("createdBy", JsonValue.string("service account"));
        if (deletedAt != null) {
            members.put("deletionTime", time(deletedAt));
        }
        if (place != null) {
            members.put("organizationId", JsonValue.string(place.organizationId()));
            members.put("projectId", JsonValue.string(place.projectId()));
        }
        return JsonValue.object(members);
    }

    private static JsonValue time(Instant instant) {
        return JsonValue.string(DateTimeFormatter.ISO_INSTANT.format(instant));
    }
}
