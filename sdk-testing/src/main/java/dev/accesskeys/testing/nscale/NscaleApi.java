package dev.accesskeys.testing.nscale;

import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.Change;
import dev.accesskeys.testing.FakeApi;
import dev.accesskeys.testing.FakeRequest;
import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.testing.internal.Router;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operations of the API on the state of the project. */
final class NscaleApi implements FakeApi {

    private static final String ENDPOINTS = "/api/v1/objectstorageendpoints";
    private static final String ENDPOINT = ENDPOINTS + "/{endpoint}";
    private static final String KEYS = ENDPOINT + "/accesskeys";
    private static final String KEY = KEYS + "/{key}";

    private final NscaleSettings settings;
    private final NscaleProject project;
    private final NscaleTokens tokens;
    private final NscaleAnswers answers;
    private final NscaleTokenEndpoint tokenEndpoint;
    private final Router router;

    NscaleApi(NscaleSettings settings, NscaleProject project, NscaleTokens tokens, NscaleAnswers answers) {
        this.settings = settings;
        this.project = project;
        this.tokens = tokens;
        this.answers = answers;
        this.tokenEndpoint = new NscaleTokenEndpoint(settings, tokens);
        this.router = new Router()
                .route("GET", "/api/v1/objectstorageendpointclasses", (request, path) -> classes(request))
                .route("GET", ENDPOINTS, (request, path) -> listEndpoints(request))
                .route("POST", ENDPOINTS, (request, path) -> createEndpoint(request))
                .route("GET", ENDPOINT, (request, path) -> getEndpoint(path))
                .route("PUT", ENDPOINT, (request, path) -> updateEndpoint(path, request))
                .route("DELETE", ENDPOINT, (request, path) -> deleteEndpoint(path))
                .route("GET", KEYS, (request, path) -> listKeys(path))
                .route("POST", KEYS, (request, path) -> createKey(path, request))
                .route("GET", KEY, (request, path) -> getKey(path))
                .route("DELETE", KEY, (request, path) -> deleteKey(path));
    }

    @Override
    public FakeResponse handle(FakeRequest request) {
        try {
            if (request.path().equals(NscaleTokenEndpoint.PATH)) {
                return tokenEndpoint.handle(request);
            }
            enter(request);
            return router.handle(request).orElseThrow(() -> noRoute(request));
        } catch (NscaleProblem problem) {
            return answers.problem(problem);
        }
    }

    private void enter(FakeRequest request) {
        String value = request.headers().first("Authorization").orElse("");
        if (!value.startsWith("Bearer ") || !tokens.isGood(value.substring("Bearer ".length()))) {
            throw NscaleProblem.unauthorized("token validation failed");
        }
        if (settings.forbidden()) {
            throw NscaleProblem.forbidden("the user does not have permission for this");
        }
    }

    private NscaleProblem noRoute(FakeRequest request) {
        return router.knows(request.path()) ? NscaleProblem.notAllowed() : NscaleProblem.notFound();
    }

    private FakeResponse classes(FakeRequest request) {
        boolean wanted = matches(request, "regionID", NscaleProject.REGION);
        return json(200, JsonValue.array(wanted ? List.of(answers.endpointClass()) : List.of()));
    }

    private static boolean matches(FakeRequest request, String parameter, String value) {
        List<String> wanted = request.queryValues(parameter);
        return wanted.isEmpty() || wanted.contains(value);
    }

    private FakeResponse listEndpoints(FakeRequest request) {
        Set<Map.Entry<NscaleEndpointState, NscaleStatus>> all =
                project.listedEndpoints().entrySet();
        return json(
                200,
                JsonValue.array(all.stream()
                        .filter(each -> isWanted(request, each.getKey()))
                        .map(each -> answers.endpoint(each.getKey(), each.getValue()))
                        .toList()));
    }

    private static boolean isWanted(FakeRequest request, NscaleEndpointState endpoint) {
        return matches(request, "organizationID", endpoint.place().organizationId())
                && matches(request, "projectID", endpoint.place().projectId())
                && matches(request, "regionID", endpoint.place().regionId())
                && tags(endpoint.metadata()).containsAll(request.queryValues("tag"));
    }

    private static List<String> tags(NscaleMetadata metadata) {
        return metadata.tags().stream()
                .map(tag -> text(tag, "name") + "=" + text(tag, "value"))
                .toList();
    }

    private static String text(JsonValue object, String member) {
        return object.member(member).flatMap(JsonValue::asString).orElse("");
    }

    private FakeResponse createEndpoint(FakeRequest request) {
        NscaleBody body = NscaleBody.of(request);
        NscaleMetadata metadata = body.metadata();
        NscaleEndpointState.Place place = new NscaleEndpointState.Place(
                body.spec("objectStorageEndpointClassId"),
                body.spec("organizationId"),
                body.spec("projectId"),
                body.spec("regionId"));
        if (!place.classId().equals(NscaleProject.CLASS)) {
            throw NscaleProblem.unprocessable("there is no such endpoint class");
        }
        List<JsonValue> policies = body.policies();
        NscaleEndpointState created = project.create(place, metadata, policies == null ? List.of() : policies);
        return json(201, answers.endpoint(created, NscaleStatus.NOT_FOUND_YET))
                .withChange(new Change(Change.Kind.CREATED, created.id()));
    }

    private FakeResponse getEndpoint(Map<String, String> path) {
        NscaleEndpointState endpoint = endpoint(path);
        return json(200, answers.endpoint(endpoint, shown(project.look(endpoint))));
    }

    private FakeResponse updateEndpoint(Map<String, String> path, FakeRequest request) {
        NscaleBody body = NscaleBody.of(request);
        NscaleEndpointState endpoint = endpoint(path);
        project.update(endpoint, body.metadata(), body.policies());
        return json(202, answers.endpoint(endpoint, shown(project.look(endpoint))))
                .withChange(new Change(Change.Kind.UPDATED, endpoint.id()));
    }

    private FakeResponse deleteEndpoint(Map<String, String> path) {
        NscaleEndpointState endpoint = endpoint(path);
        project.delete(endpoint);
        return FakeResponse.of(202).withChange(new Change(Change.Kind.DELETED, endpoint.id()));
    }

    private FakeResponse listKeys(Map<String, String> path) {
        NscaleEndpointState endpoint = endpoint(path);
        return json(
                200,
                JsonValue.array(project.listedKeys(endpoint).entrySet().stream()
                        .map(each -> answers.key(endpoint, each.getKey(), each.getValue()))
                        .toList()));
    }

    private FakeResponse createKey(Map<String, String> path, FakeRequest request) {
        NscaleBody body = NscaleBody.of(request);
        NscaleEndpointState endpoint = endpoint(path);
        NscaleKeyState key = project.create(endpoint, body.metadata(), body.spec("identityPolicy"));
        return json(201, answers.created(endpoint, key, project.secret(key.number())))
                .withChange(new Change(Change.Kind.CREATED, key.id()));
    }

    private FakeResponse getKey(Map<String, String> path) {
        NscaleEndpointState endpoint = endpoint(path);
        NscaleKeyState key = project.existing(endpoint, id(path, "key"));
        return json(200, answers.key(endpoint, key, shown(project.look(endpoint, key))));
    }

    private FakeResponse deleteKey(Map<String, String> path) {
        NscaleKeyState key = project.existing(endpoint(path), id(path, "key"));
        project.delete(key);
        return FakeResponse.of(202).withChange(new Change(Change.Kind.DELETED, key.id()));
    }

    private NscaleEndpointState endpoint(Map<String, String> path) {
        return project.existing(id(path, "endpoint"));
    }

    private static String id(Map<String, String> path, String name) {
        String id = path.getOrDefault(name, "");
        if (id.length() > 63 || !id.matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?")) {
            throw NscaleProblem.invalid("an id in the path does not match the pattern");
        }
        return id;
    }

    private static NscaleStatus shown(NscaleStatus status) {
        if (!status.isShown()) {
            throw NscaleProblem.notFound();
        }
        return status;
    }

    private static FakeResponse json(int status, JsonValue document) {
        return FakeResponse.json(status, document);
    }
}
