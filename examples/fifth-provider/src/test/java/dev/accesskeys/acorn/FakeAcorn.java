package dev.accesskeys.acorn;

import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.Change;
import dev.accesskeys.testing.FakeApi;
import dev.accesskeys.testing.FakeCloud;
import dev.accesskeys.testing.FakeRequest;
import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.time.TimeSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Acorn, as far as it exists. It keeps to the document of its name. */
final class FakeAcorn extends FakeCloud {

    static final String API_KEY = "acorn-api-key";

    private FakeAcorn(Api api) {
        super("/v1", api, TimeSource.system(), true);
    }

    /** A project with one key, whose id is 1. */
    static FakeAcorn start() {
        Api api = new Api();
        api.add("first");
        return new FakeAcorn(api);
    }

    private static final class Api implements FakeApi {

        private static final String KEYS = "/keys";

        private final Map<Long, String> names = new TreeMap<>();
        private long last;

        synchronized long add(String name) {
            names.put(++last, name);
            return last;
        }

        @Override
        public synchronized FakeResponse handle(FakeRequest request) {
            if (request.headers().first("X-Acorn-Key").filter(API_KEY::equals).isEmpty()) {
                return refused(401, "who_are_you", "The API key is wrong.");
            }
            if (request.path().equals(KEYS)) {
                return request.method().equals("POST") ? create(request) : list();
            }
            return request.path().matches(KEYS + "/[0-9]{1,18}")
                    ? one(request, Long.parseLong(request.path().substring(KEYS.length() + 1)))
                    : refused(404, "no_such_path", "There is nothing here.");
        }

        private FakeResponse list() {
            return answer(
                    200,
                    JsonValue.array(names.keySet().stream().map(this::shown).toList()));
        }

        private FakeResponse create(FakeRequest request) {
            Optional<String> name =
                    JsonValue.parse(request.body()).member("name").flatMap(JsonValue::asString);
            if (name.filter(text -> !text.isEmpty() && text.length() <= 60).isEmpty()) {
                return refused(400, "bad_name", "A name has 1 to 60 characters.");
            }
            long id = add(name.get());
            Map<String, JsonValue> members = new LinkedHashMap<>(shown(id).members());
            members.put("secret", JsonValue.string("secret-of-" + id));
            return answer(201, JsonValue.object(members))
                    .withChange(new Change(Change.Kind.CREATED, Long.toString(id)));
        }

        private FakeResponse one(FakeRequest request, long id) {
            if (!names.containsKey(id)) {
                return refused(404, "no_such_key", "There is no such key.");
            }
            if (request.method().equals("GET")) {
                return answer(200, shown(id));
            }
            names.remove(id);
            return FakeResponse.of(204).withChange(new Change(Change.Kind.DELETED, Long.toString(id)));
        }

        private JsonValue shown(long id) {
            return JsonValue.object(Map.of(
                    "id", JsonValue.number(id),
                    "name", JsonValue.string(names.get(id)),
                    "access_key", JsonValue.string("ACORN" + id)));
        }

        private static FakeResponse answer(int status, JsonValue payload) {
            return FakeResponse.json(status, JsonValue.object(Map.of("payload", payload)));
        }

        private static FakeResponse refused(int status, String code, String text) {
            return FakeResponse.json(
                    status, JsonValue.object(Map.of("code", JsonValue.string(code), "text", JsonValue.string(text))));
        }
    }
}
