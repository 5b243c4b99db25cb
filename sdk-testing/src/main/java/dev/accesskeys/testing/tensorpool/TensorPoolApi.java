package dev.accesskeys.testing.tensorpool;

import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.Change;
import dev.accesskeys.testing.FakeApi;
import dev.accesskeys.testing.FakeRequest;
import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.testing.internal.FixedWindow;
import dev.accesskeys.testing.internal.Router;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations of the API on the state of the organisation. Every success is a 200. */
final class TensorPoolApi implements FakeApi {

    private static final DateTimeFormatter WITHOUT_OFFSET =
            DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private final TensorPoolSettings settings;
    private final TensorPoolOrganisation organisation;
    private final FixedWindow limit;
    private final Router router;

    TensorPoolApi(TensorPoolSettings settings, TensorPoolOrganisation organisation) {
        this.settings = settings;
        this.organisation = organisation;
        this.limit = new FixedWindow(Math.max(1, settings.requestsPerMinute()), Duration.ofMinutes(1));
        this.router = new Router()
                .route("POST", "/object-storage/enable", (request, path) -> enable())
                .route("GET", "/object-storage/credentials", (request, path) -> credentials())
                .route("POST", "/object-storage/rotate-keys", (request, path) -> rotate())
                .route("DELETE", "/object-storage/disable", (request, path) -> disable())
                .route("GET", "/object-storage/bucket/list", (request, path) -> buckets());
    }

    @Override
    public FakeResponse handle(FakeRequest request) {
        try {
            enter(request);
            return router.handle(request)
                    .orElseThrow(() -> router.knows(request.path())
                            ? new TensorPoolProblem(405, "Method Not Allowed")
                            : new TensorPoolProblem(404, "Not Found"));
        } catch (TensorPoolProblem problem) {
            return settings.errors().answer(problem.status(), problem.text());
        }
    }

    /** The provider publishes neither figures nor headers for its limit. */
    private void enter(FakeRequest request) {
        if (settings.requestsPerMinute() > 0
                && !limit.take(settings.time().now()).allowed()) {
            throw new TensorPoolProblem(429, "Too many requests");
        }
        String authorization = request.headers().first("Authorization").orElse("");
        if (!authorization.equals("Bearer " + organisation.token())) {
            throw new TensorPoolProblem(401, "Invalid API key");
        }
        if (settings.forbidden()) {
            throw new TensorPoolProblem(403, "You are not allowed to manage object storage");
        }
    }

    private FakeResponse enable() {
        if (organisation.isEnabled()) {
            throw new TensorPoolProblem(409, "Object storage is already enabled");
        }
        organisation.enable();
        return credentials().withChange(new Change(Change.Kind.CREATED, organisation.accessKeyId()));
    }

    private FakeResponse rotate() {
        requireEnabled();
        organisation.rotate();
        return credentials().withChange(new Change(Change.Kind.ROTATED, organisation.accessKeyId()));
    }

    private FakeResponse disable() {
        String gone = requireEnabled().accessKeyId();
        organisation.disable();
        return FakeResponse.json(200, JsonValue.object(Map.of("message", JsonValue.string("Object storage disabled"))))
                .withChange(new Change(Change.Kind.DELETED, gone));
    }

    private FakeResponse buckets() {
        requireEnabled();
        List<JsonValue> buckets = settings.buckets().stream()
                .map(name -> JsonValue.object(Map.of("name", JsonValue.string(name))))
                .toList();
        return FakeResponse.json(200, JsonValue.object(Map.of("buckets", JsonValue.array(buckets))));
    }

    private TensorPoolOrganisation.Pair requireEnabled() {
        int status = settings.has(TensorPoolQuirk.NOT_ENABLED_IS_BAD_REQUEST) ? 400 : 404;
        return organisation
                .pair()
                .orElseThrow(
                        () -> new TensorPoolProblem(status, "Object storage is not enabled for this organisation"));
    }

    private FakeResponse credentials() {
        TensorPoolOrganisation.Pair pair = requireEnabled();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("org_id", JsonValue.string(organisation.id()));
        members.put("access_key_id", JsonValue.string(pair.accessKeyId()));
        members.put("secret_access_key", JsonValue.string(pair.secret()));
        members.put("endpoint", JsonValue.string("https://s3.tensorpool.example"));
        members.put("region", JsonValue.string("us-east-1"));
        optional(members, "profile_id", "prof-" + organisation.id());
        optional(members, "iam_username", "tensorpool-" + organisation.id());
        optional(members, "status", "active");
        optional(members, "created_at", time(pair.createdAt()));
        optional(members, "updated_at", time(pair.updatedAt()));
        return FakeResponse.json(200, JsonValue.object(members));
    }

    private void optional(Map<String, JsonValue> members, String name, String value) {
        if (settings.has(TensorPoolQuirk.OPTIONAL_MEMBERS_NULL)) {
            members.put(name, JsonValue.ofNull());
        } else if (!settings.has(TensorPoolQuirk.OPTIONAL_MEMBERS_ABSENT)) {
            members.put(name, JsonValue.string(value));
        }
    }

    private String time(Instant instant) {
        return (settings.has(TensorPoolQuirk.TIMES_WITHOUT_OFFSET) ? WITHOUT_OFFSET : WITH_OFFSET).format(instant);
    }
}
