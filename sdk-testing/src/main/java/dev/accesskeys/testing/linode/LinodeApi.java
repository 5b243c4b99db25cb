package dev.accesskeys.testing.linode;

import dev.accesskeys.http.Headers;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.Change;
import dev.accesskeys.testing.FakeApi;
import dev.accesskeys.testing.FakeRequest;
import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.testing.internal.Router;
import dev.accesskeys.testing.linode.LinodeAnswers.BucketAccess;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The operations of the API on the state of the account. Every success is a 200. */
final class LinodeApi implements FakeApi {

    private final LinodeSettings settings;
    private final LinodeAccount account;
    private final LinodeAnswers answers;
    private final LinodeGate gate;
    private final Router router;

    LinodeApi(LinodeSettings settings, LinodeAccount account) {
        this.settings = settings;
        this.account = account;
        this.answers = new LinodeAnswers(settings);
        this.gate = new LinodeGate(settings, account);
        this.router = new Router()
                .route("GET", "/object-storage/keys", (request, path) -> listKeys(request))
                .route("POST", "/object-storage/keys", (request, path) -> create(request))
                .route("GET", "/object-storage/keys/{keyId}", (request, path) -> get(id(path)))
                .route("PUT", "/object-storage/keys/{keyId}", (request, path) -> update(id(path), request))
                .route("DELETE", "/object-storage/keys/{keyId}", (request, path) -> delete(id(path)))
                .route("GET", "/object-storage/endpoints", (request, path) -> listEndpoints(request))
                .route("GET", "/object-storage/buckets", (request, path) -> listBuckets(request));
    }

    @Override
    public FakeResponse handle(FakeRequest request) {
        Headers.Builder headers = LinodeHeaders.everyAnswer();
        FakeResponse response;
        try {
            gate.enter(request, headers);
            response = router.handle(request).orElseThrow(() -> noRoute(request));
        } catch (LinodeProblem problem) {
            response = answers.problem(problem);
        }
        response.headers().asMap().forEach((name, values) -> headers.set(name, values.get(0)));
        return response.withHeaders(headers.build());
    }

    private FakeResponse create(FakeRequest request) {
        LinodeBody.Create body = LinodeBody.create(settings, request);
        LinodeKey key = account.create(body.label(), body.grants(), body.regions());
        return answers.ok(answers.key(key, account.secret(key.id()), BucketAccess.SHOWN))
                .withChange(new Change(Change.Kind.CREATED, Long.toString(key.id())));
    }

    private FakeResponse get(long id) {
        LinodeKey key = account.key(id).orElseThrow(LinodeProblem::keyNotFound);
        return answers.ok(redacted(key));
    }

    private FakeResponse update(long id, FakeRequest request) {
        LinodeBody.Update body = LinodeBody.update(settings, request);
        LinodeKey key = account.update(id, body.label(), body.regions());
        boolean without = settings.has(LinodeQuirk.UPDATE_ANSWERS_WITHOUT_BUCKET_ACCESS);
        return answers.ok(
                        answers.key(key, LinodeAnswers.REDACTED, without ? BucketAccess.LEFT_OUT : BucketAccess.SHOWN))
                .withChange(new Change(Change.Kind.UPDATED, Long.toString(id)));
    }

    private FakeResponse delete(long id) {
        account.delete(id);
        return answers.ok(JsonValue.object(Map.of())).withChange(new Change(Change.Kind.DELETED, Long.toString(id)));
    }

    private FakeResponse listKeys(FakeRequest request) {
        LinodePage page = LinodePage.of(request);
        return page(page, LinodeFilter.apply(request, account.listed()), this::redacted);
    }

    private FakeResponse listEndpoints(FakeRequest request) {
        return page(LinodePage.of(request), settings.endpoints(), answers::endpoint);
    }

    private FakeResponse listBuckets(FakeRequest request) {
        return page(LinodePage.of(request), settings.buckets(), answers::bucket);
    }

    private <T> FakeResponse page(LinodePage page, List<T> all, Function<T, JsonValue> json) {
        int pages = page.pages(all.size());
        if (page.number() > pages && settings.has(LinodeQuirk.PAGE_PAST_END_NOT_FOUND)) {
            throw LinodeProblem.notFound();
        }
        List<JsonValue> data = page.of(all).stream().map(json).toList();
        return answers.ok(answers.page(data, page.number(), pages, all.size()));
    }

    private JsonValue redacted(LinodeKey key) {
        return answers.key(key, LinodeAnswers.REDACTED, BucketAccess.SHOWN);
    }

    private LinodeProblem noRoute(FakeRequest request) {
        return router.knows(request.path()) ? LinodeProblem.of(405, "Method Not Allowed") : LinodeProblem.notFound();
    }

    private static long id(Map<String, String> path) {
        try {
            return Long.parseLong(path.getOrDefault("keyId", ""));
        } catch (NumberFormatException e) {
            throw LinodeProblem.notFound();
        }
    }
}
