package dev.accesskeys.testing;

import dev.accesskeys.http.BodyLimits;
import dev.accesskeys.http.Delivery;
import dev.accesskeys.http.Transport;
import dev.accesskeys.http.TransportException;
import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.http.TransportResponse;
import dev.accesskeys.http.TransportResponse.Ending;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The face of a fake without a network: the request is handled on the calling thread. */
final class MemoryTransport implements Transport {

    private final Engine engine;
    private volatile boolean closed;

    MemoryTransport(Engine engine) {
        this.engine = engine;
    }

    @Override
    public CompletableFuture<TransportResponse> send(TransportRequest request, BodyLimits limits) {
        if (closed) {
            return failed(Delivery.NOT_SENT, "the transport is closed");
        }
        Engine.Reply reply = engine.handle(read(request));
        FakeResponse response = reply.response();
        Wire wire = reply.wire();
        return switch (wire.kind()) {
            case ANSWER -> after(wire.time(), () -> answered(response, limits, Ending.WHOLE));
            case DROP -> failed(Delivery.UNKNOWN, "the connection was dropped without an answer");
            case RESET -> failed(Delivery.UNKNOWN, "the connection was reset");
            case REFUSE -> failed(Delivery.NOT_SENT, "the connection was refused");
            case STALL_HEADERS ->
                after(wire.time(), () -> failed(Delivery.UNKNOWN, "the connection was dropped after a long silence"));
            case STALL_BODY -> after(wire.time(), () -> answered(half(announced(response)), limits, Ending.BROKEN));
            case TRICKLE ->
                after(wire.time().multipliedBy(steps(response, wire)), () -> answered(response, limits, Ending.WHOLE));
            case CUT -> answered(half(announced(response)), limits, Ending.BROKEN);
            case UNTIL_CLOSE -> answeredAsIs(response, limits, Ending.WHOLE);
        };
    }

    @Override
    public void close() {
        closed = true;
    }

    private static FakeRequest read(TransportRequest request) {
        URI uri = request.uri();
        String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return FakeRequest.of(
                request.method().name(),
                target,
                request.headers(),
                request.body().orElseGet(() -> new byte[0]));
    }

    private CompletableFuture<TransportResponse> after(
            Duration time, Supplier<CompletableFuture<TransportResponse>> then) {
        if (time.isZero()) {
            return then.get();
        }
        CompletableFuture<Void> delay = engine.time().delay(time);
        CompletableFuture<TransportResponse> result = delay.thenCompose(ignored -> then.get());
        var unused = result.whenComplete((response, problem) -> delay.cancel(false));
        return result;
    }

    private static CompletableFuture<TransportResponse> answered(
            FakeResponse response, BodyLimits limits, Ending ending) {
        return answeredAsIs(announced(response), limits, ending);
    }

    private static CompletableFuture<TransportResponse> answeredAsIs(
            FakeResponse response, BodyLimits limits, Ending ending) {
        byte[] body = response.body();
        int limit = limits.forStatus(response.status());
        boolean tooLong = body.length > limit;
        return CompletableFuture.completedFuture(new TransportResponse(
                response.status(),
                response.headers(),
                tooLong ? Arrays.copyOf(body, limit) : body,
                tooLong ? Ending.TRUNCATED : ending));
    }

    private static FakeResponse announced(FakeResponse response) {
        if (response.headers().first("Content-Length").isPresent()) {
            return response;
        }
        return response.withHeader("Content-Length", Integer.toString(response.body().length));
    }

    private static FakeResponse half(FakeResponse response) {
        return response.withBody(Arrays.copyOf(response.body(), response.body().length / 2));
    }

    private static long steps(FakeResponse response, Wire wire) {
        return response.body().length / wire.bytes();
    }

    private static <T> CompletableFuture<T> failed(Delivery delivery, String problem) {
        return CompletableFuture.failedFuture(new TransportException(delivery, problem, null));
    }
}
