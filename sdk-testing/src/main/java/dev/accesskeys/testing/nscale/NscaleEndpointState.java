package dev.accesskeys.testing.nscale;

import dev.accesskeys.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An endpoint with its keys. Guarded by the project's lock. */
final class NscaleEndpointState {

    /** Where it is and of which kind. */
    record Place(String classId, String organizationId, String projectId, String regionId) {}

    private final String id;
    private final Place place;
    private final NscaleLifecycle life;
    private final Map<String, NscaleKeyState> keys = new LinkedHashMap<>();
    private NscaleMetadata metadata;
    private List<JsonValue> policies;
    private boolean inUse;

    NscaleEndpointState(
            String id, Place place, NscaleMetadata metadata, List<JsonValue> policies, NscaleLifecycle life) {
        this.id = id;
        this.place = place;
        this.metadata = metadata;
        this.policies = List.copyOf(policies);
        this.life = life;
    }

    String id() {
        return id;
    }

    Place place() {
        return place;
    }

    NscaleLifecycle life() {
        return life;
    }

    Map<String, NscaleKeyState> keys() {
        return keys;
    }

    NscaleMetadata metadata() {
        return metadata;
    }

    void metadata(NscaleMetadata other) {
        metadata = other;
    }

    List<JsonValue> policies() {
        return policies;
    }

    void policies(List<JsonValue> others) {
        policies = List.copyOf(others);
    }

    boolean isInUse() {
        return inUse;
    }

    void inUse(boolean used) {
        inUse = used;
    }

    /** The name under which S3 clients reach it. */
    String dnsName() {
        return id.substring(0, 8) + "." + place.regionId() + ".s3.nscale.invalid";
    }

    boolean hasPolicy(String name) {
        return name.equals(NscaleProject.ADMIN_POLICY)
                || policies.stream()
                        .anyMatch(policy -> policy.member("name")
                                .flatMap(JsonValue::asString)
                                .filter(name::equals)
                                .isPresent());
    }
}
