package dev.accesskeys.testing;

import dev.accesskeys.json.JsonValue;
import dev.accesskeys.time.TimeSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The smallest fake that changes something: it sells things, and counts them. */
final class FakeShop extends FakeCloud {

    static final String ANSWER = "{\"name\":\"thing\",\"secret\":\"0123456789\"}";

    private final AtomicInteger sold;

    private FakeShop(AtomicInteger sold, TimeSource time, boolean withServer) {
        super("/api", request -> handle(request, sold), time, withServer);
        this.sold = sold;
    }

    static FakeShop open(Face face) {
        return open(face, TimeSource.system());
    }

    static FakeShop open(Face face, TimeSource time) {
        return new FakeShop(new AtomicInteger(), time, face == Face.SERVER);
    }

    int sold() {
        return sold.get();
    }

    private static FakeResponse handle(FakeRequest request, AtomicInteger sold) {
        if (!request.path().startsWith("/things")) {
            return FakeResponse.json(404, JsonValue.object(Map.of()));
        }
        FakeResponse response = FakeResponse.of(200, "application/json", ANSWER).withHeader("X-Shop", "open");
        if (request.method().equals("GET")) {
            return response;
        }
        return response.withChange(new Change(Change.Kind.CREATED, Integer.toString(sold.incrementAndGet())));
    }
}
