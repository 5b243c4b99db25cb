package dev.accesskeys.testing;

import dev.accesskeys.time.TimeSource;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What both faces of a fake do with a request: look for a fault, run the model, write the ledger. */
final class Engine {

    /** What to send, and how. */
    record Reply(FakeResponse response, Wire wire) {}

    private final String basePath;
    private final FakeApi api;
    private final TimeSource time;
    private final Faults faults = new Faults();
    private final Ledger ledger = new Ledger();

    Engine(String basePath, FakeApi api, TimeSource time) {
        this.basePath = basePath;
        this.api = api;
        this.time = time;
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

    /** Handles a request whose path is the one on the wire. */
    Reply handle(FakeRequest onTheWire) {
        FakeRequest request = relative(onTheWire);
        Instant at = time.now();
        Optional<Fault> fault = faults.next(request);
        AtomicReference<@Nullable Change> change = new AtomicReference<>();
        FakeResponse response;
        try {
            response = fault.map(each -> each.respond(() -> apply(request, change)))
                    .orElseGet(() -> apply(request, change));
        } catch (RuntimeException e) {
            response = failed(e);
        }
        Wire wire = fault.map(Fault::wire).orElse(Wire.PLAIN);
        Integer answered = wire.answers() ? response.status() : null;
        ledger.record(
                at, request, change.get(), answered, fault.map(Fault::name).orElse(null));
        return new Reply(response, wire);
    }

    private FakeResponse apply(FakeRequest request, AtomicReference<@Nullable Change> change) {
        FakeResponse response = api.handle(request);
        response.change().ifPresent(change::set);
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
