package dev.accesskeys.testing.cloudflare;

import dev.accesskeys.error.DecodingException;
import dev.accesskeys.http.Headers;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.Change;
import dev.accesskeys.testing.FakeApi;
import dev.accesskeys.testing.FakeRequest;
import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.testing.internal.KeyMaterial;
import dev.accesskeys.testing.internal.Router;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The operations of the API on the state of the account. Every success is a 200. */
final class CloudflareApi implements FakeApi {

    private static final String INTERVAL = "key_rotation_interval_days";

    /** Outside the base path of the API, as {@link dev.accesskeys.testing.FakeCloud} shows such paths. */
    private static final String CERTIFICATES = "/.." + FakeCloudflare.CERTIFICATES;

    private final CloudflareSettings settings;
    private final CloudflareAccount account;
    private final CloudflareAnswers answers;
    private final CloudflareGate gate;
    private final KeyMaterial material;
    private final AtomicInteger requests = new AtomicInteger();
    private final Router router;

    CloudflareApi(CloudflareSettings settings, CloudflareAccount account, CloudflareGate gate) {
        this.settings = settings;
        this.account = account;
        this.answers = new CloudflareAnswers(settings, account);
        this.gate = gate;
        this.material = new KeyMaterial(settings.seed());
        this.router = new Router()
                .route("GET", "/accounts/{account_id}/access/keys", (request, path) -> get(request, path))
                .route("PUT", "/accounts/{account_id}/access/keys", (request, path) -> update(request, path))
                .route("POST", "/accounts/{account_id}/access/keys/rotate", (request, path) -> rotate(request, path));
    }

    @Override
    public FakeResponse handle(FakeRequest request) {
        Headers.Builder headers = everyAnswer();
        FakeResponse response;
        if (request.path().equals(CERTIFICATES) && request.method().equals("GET")) {
            response = answers.certificates();
        } else {
            try {
                gate.enter(request, headers);
                response = router.handle(request).orElseThrow(() -> CloudflareProblem.noRoute(request.path()));
            } catch (CloudflareProblem problem) {
                response = answers.problem(problem);
            }
        }
        response.headers().asMap().forEach((name, values) -> headers.set(name, values.get(0)));
        return response.withHeaders(headers.build());
    }

    private Headers.Builder everyAnswer() {
        String ray = material.text("ray", requests.incrementAndGet(), KeyMaterial.HEX, 16);
        return Headers.builder().set("CF-RAY", ray + "-AMS").set("Server", "cloudflare");
    }

    private FakeResponse get(FakeRequest request, Map<String, String> path) {
        require(request, path);
        return answers.schedule();
    }

    private FakeResponse update(FakeRequest request, Map<String, String> path) {
        require(request, path);
        account.intervalDays(interval(request));
        return answers.schedule().withChange(new Change(Change.Kind.UPDATED, account.id()));
    }

    private FakeResponse rotate(FakeRequest request, Map<String, String> path) {
        require(request, path);
        account.rotate();
        return answers.schedule().withChange(new Change(Change.Kind.ROTATED, account.id()));
    }

    private void require(FakeRequest request, Map<String, String> path) {
        String id = path.getOrDefault("account_id", "");
        if (id.length() > 32) {
            throw CloudflareProblem.noRoute(request.path());
        }
        if (!id.equals(account.id())) {
            throw CloudflareProblem.of(403, 9109, "Unauthorized to access requested resource");
        }
        if (!settings.accessEnabled()) {
            throw CloudflareProblem.of(
                    403, 12109, "access.api.error.not_enabled: Access is not enabled for this account");
        }
    }

    private static int interval(FakeRequest request) {
        try {
            BigDecimal days = JsonValue.parse(request.body())
                    .member(INTERVAL)
                    .flatMap(JsonValue::asNumber)
                    .orElseThrow(() -> CloudflareProblem.invalid("/" + INTERVAL, "a number is required"));
            if (days.compareTo(BigDecimal.valueOf(21)) < 0 || days.compareTo(BigDecimal.valueOf(365)) > 0) {
                throw CloudflareProblem.invalid("/" + INTERVAL, "must be between 21 and 365");
            }
            return days.intValue();
        } catch (DecodingException e) {
            throw CloudflareProblem.of(400, 12130, "access.api.error.invalid_request: the body is not JSON");
        }
    }
}
