package dev.accesskeys.testing.linode;

import dev.accesskeys.error.DecodingException;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.FakeRequest;
import dev.accesskeys.testing.linode.LinodeProblem.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and checks the body of a create or an update; all that is wrong with it is told at once. */
final class LinodeBody {

    private static final Set<String> PERMISSIONS = Set.of("read_write", "read_only");

    private final LinodeSettings settings;
    private final JsonValue body;
    private final List<Reason> problems = new ArrayList<>();

    private LinodeBody(LinodeSettings settings, JsonValue body) {
        this.settings = settings;
        this.body = body;
    }

    /** What a create asks for; grants are null for an unlimited key. */
    record Create(String label, @Nullable List<LinodeGrant> grants, List<LinodeEndpoint> regions) {}

    /** What an update asks for; null leaves a thing as it is. */
    record Update(@Nullable String label, @Nullable List<LinodeEndpoint> regions) {}

    static Create create(LinodeSettings settings, FakeRequest request) {
        LinodeBody in = new LinodeBody(settings, parse(request));
        String label = in.label(true);
        List<LinodeGrant> grants = in.grants();
        List<LinodeEndpoint> regions = in.regions();
        in.check();
        return new Create(
                label == null ? "" : label, grants, regions == null ? in.regionsWithoutChoice(grants) : regions);
    }

    static Update update(LinodeSettings settings, FakeRequest request) {
        LinodeBody in = new LinodeBody(settings, parse(request));
        String label = in.label(false);
        List<LinodeEndpoint> regions = in.regions();
        if (settings.has(LinodeQuirk.UPDATE_REFUSES_BUCKET_ACCESS)
                && in.body.members().containsKey("bucket_access")) {
            in.problem("bucket_access", "bucket_access is not an editable field");
        }
        in.check();
        return new Update(label, regions);
    }

    private static JsonValue parse(FakeRequest request) {
        try {
            JsonValue body = JsonValue.parse(request.body());
            if (body.kind() == JsonValue.Kind.OBJECT) {
                return body;
            }
        } catch (DecodingException e) {
            // Answered below, as for JSON that is no object.
        }
        throw LinodeProblem.of(400, "Invalid JSON");
    }

    private @Nullable String label(boolean required) {
        JsonValue label = body.members().get("label");
        if (label == null) {
            if (required) {
                problem("label", "label is required");
            }
            return null;
        }
        String text = label.asString().orElse("");
        if (text.isEmpty()) {
            problem("label", "label must be a non-empty string");
        } else if (text.length() < settings.minLabel() || text.length() > settings.maxLabel()) {
            problem("label", "Length must be " + settings.minLabel() + "-" + settings.maxLabel() + " characters");
        }
        return text;
    }

    /** Null where the member is absent or null: that makes an unlimited key. */
    private @Nullable List<LinodeGrant> grants() {
        JsonValue access = body.member("bucket_access").orElse(null);
        if (access == null) {
            return null;
        }
        if (access.kind() != JsonValue.Kind.ARRAY) {
            problem("bucket_access", "bucket_access must be a list");
        }
        List<LinodeGrant> grants = new ArrayList<>();
        for (JsonValue each : access.elements()) {
            grants.add(grant(each, "bucket_access." + grants.size()));
        }
        return grants;
    }

    private LinodeGrant grant(JsonValue grant, String path) {
        String bucket = text(grant, "bucket_name");
        if (bucket.isEmpty()) {
            problem(path + ".bucket_name", "bucket_name is required");
        }
        String permissions = text(grant, "permissions");
        if (!PERMISSIONS.contains(permissions)) {
            problem(path + ".permissions", "Must be one of read_write, read_only");
        }
        String cluster = text(grant, "cluster");
        String region = text(grant, "region");
        if (region.isEmpty() && cluster.endsWith("-1")) {
            region = cluster.substring(0, cluster.length() - 2);
        }
        if (settings.endpointsOf(region).isEmpty()) {
            problem(path + ".region", "region is not valid");
        }
        return new LinodeGrant(bucket, region, permissions);
    }

    /** Null where the member is absent or null. A region stands for all its endpoints. */
    private @Nullable List<LinodeEndpoint> regions() {
        JsonValue regions = body.member("regions").orElse(null);
        if (regions == null) {
            return null;
        }
        if (regions.kind() != JsonValue.Kind.ARRAY) {
            problem("regions", "regions must be a list");
        }
        Set<String> ids = new LinkedHashSet<>();
        for (JsonValue each : regions.elements()) {
            String id = each.asString().orElse("");
            if (settings.endpointsOf(id).isEmpty()) {
                problem("regions", "regions must be a list of valid region ids");
            }
            ids.add(id);
        }
        return endpoints(ids);
    }

    /** A limited key is for the regions of its buckets, an unlimited one for all. */
    private List<LinodeEndpoint> regionsWithoutChoice(@Nullable List<LinodeGrant> grants) {
        if (grants == null) {
            return settings.endpoints();
        }
        Set<String> ids = new LinkedHashSet<>();
        grants.forEach(grant -> ids.add(grant.region()));
        return endpoints(ids);
    }

    private List<LinodeEndpoint> endpoints(Set<String> regions) {
        return settings.endpoints().stream()
                .filter(endpoint -> regions.contains(endpoint.region()))
                .toList();
    }

    private static String text(JsonValue object, String member) {
        return object.member(member).flatMap(JsonValue::asString).orElse("");
    }

    private void problem(String field, String reason) {
        problems.add(new Reason(reason, field));
    }

    private void check() {
        if (!problems.isEmpty()) {
            throw new LinodeProblem(400, problems);
        }
    }
}
