package dev.accesskeys.linode;

import dev.accesskeys.http.BodyLimits;
import dev.accesskeys.http.Transport;
import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.http.TransportResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A transport that lets the fake act at once, and holds its answers until a test lets them go. */
final class HeldAnswers implements Transport {

    /** An exchange: the request has been processed, the client waits. */
    record Held(CompletableFuture<TransportResponse> waiting, CompletableFuture<TransportResponse> answer) {

        void release() {
            waiting.complete(answer.join());
        }
    }

    private final Transport behind;
    private final BlockingQueue<Held> exchanges = new LinkedBlockingQueue<>();

    HeldAnswers(Transport behind) {
        this.behind = behind;
    }

    /** Waits until a request has been sent. */
    Held next() throws InterruptedException {
        Held held = exchanges.poll(10, TimeUnit.SECONDS);
        if (held == null) {
            throw new AssertionError("no request was sent");
        }
        return held;
    }

    @Override
    public CompletableFuture<TransportResponse> send(TransportRequest request, BodyLimits limits) {
        Held held = new Held(new CompletableFuture<>(), behind.send(request, limits));
        exchanges.add(held);
        return held.waiting;
    }

    @Override
    public void close() {
        behind.close();
    }
}
