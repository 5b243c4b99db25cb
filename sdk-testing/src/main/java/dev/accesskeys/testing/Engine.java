package dev.accesskeys.testing;

import dev.accesskeys.time.TimeSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What both faces of a fake do with a request: look for a fault, run the model, write the ledger. */
final class Engine {

    /** What to send, and how. */
    record Reply(FakeResponse response, Wire wire) {}

    private final Class<? extends FakeCloud> fake;
    private final String basePath;
    private final FakeApi api;
    private final TimeSource time;
    private final Faults faults = new Faults();
    private final Ledger ledger = new Ledger();
    private final List<ExchangeObserver> observers = new CopyOnWriteArrayList<>();

    Engine(Class<? extends FakeCloud> fake, String basePath, FakeApi api, TimeSource time) {
        this.fake = fake;
        this.basePath = basePath;
        this.api = api;
        this.time = time;
        ServiceLoader.load(ExchangeObserver.class).forEach(observers::add);
    }

    TimeSource time() {
        return time;
    }

    Faults faults() {
        return faults;
    }

    Ledger ledger() {
        return ledger;
    }

    void observe(ExchangeObserver observer) {
        observers.add(observer);
    }

    /** Handles a request whose path is the one on the wire. */
    Reply handle(FakeRequest onTheWire) {
        FakeRequest request = relative(onTheWire);
        Instant at = time.now();
        Optional<Fault> fault = faults.next(request);
        AtomicReference<@Nullable FakeResponse> answer = new AtomicReference<>();
        FakeResponse response;
        try {
            response = fault.map(each -> each.respond(() -> apply(request, answer)))
                    .orElseGet(() -> apply(request, answer));
        } catch (RuntimeException e) {
            response = dated(failed(e));
        }
        if (answer.get() == null) {
            // Nothing of it comes from the model. A fault that changed the model's answer may have taken the date away.
            response = dated(response);
        }
        Wire wire = fault.map(Fault::wire).orElse(Wire.PLAIN);
        FakeResponse sent = wire.answers() ? response : null;
        FakeExchange exchange = new FakeExchange(fake, request, answer.get(), sent, fault.orElse(null));
        ledger.record(at, exchange);
        observers.forEach(observer -> observer.observed(exchange));
        return new Reply(response, wire);
    }

    private FakeResponse dated(FakeResponse response) {
        return response.headers().first(HttpDate.HEADER).isPresent()
                ? response
                : response.withHeader(HttpDate.HEADER, HttpDate.of(time.now()));
    }

    private FakeResponse apply(FakeRequest request, AtomicReference<@Nullable FakeResponse> answer) {
        FakeResponse response = dated(api.handle(request));
        answer.set(response);
        return response;
    }

    /** Outside the base path the model answers as to any path that it does not know: no route begins with two dots. */
    private FakeRequest relative(FakeRequest onTheWire) {
        String path = onTheWire.path();
        return onTheWire.withPath(path.startsWith(basePath + "/") ? path.substring(basePath.length()) : "/.." + path);
    }

    /** A fault that rewrites what cannot be rewritten, or a mistake in the model: to be seen in the test, not guessed. */
    private static FakeResponse failed(RuntimeException e) {
        return FakeResponse.of(500, "text/plain", "The fake itself failed: " + e);
    }
}
