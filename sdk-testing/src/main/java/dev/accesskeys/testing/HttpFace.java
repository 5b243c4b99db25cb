package dev.accesskeys.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.BufferedSink;

/** The face of a fake that is a real HTTP server. */
final class HttpFace implements AutoCloseable {

    /** The server writes each request into the log at INFO. Kept here, for a logger that nobody holds forgets its level. */
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

    private static final SocketEffect CLOSE = new SocketEffect.CloseSocket();

    private final Engine engine;
    private final MockWebServer server = new MockWebServer();
    private final TrackedSockets sockets = new TrackedSockets();
    private final CountDownLatch closed = new CountDownLatch(1);

    HttpFace(Engine engine) {
        this.engine = engine;
        if (SERVER_LOG.getLevel() == null) {
            SERVER_LOG.setLevel(Level.WARNING);
        }
        server.setServerSocketFactory(sockets);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                return answer(request);
            }
        });
        try {
            server.start(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The server of the fake could not be started", e);
        }
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        closed.countDown();
        server.close();
    }

    private MockResponse answer(RecordedRequest recorded) throws InterruptedException {
        // The server keeps every request with its token until somebody takes it.
        server.takeRequest(0, TimeUnit.NANOSECONDS);
        Engine.Reply reply = engine.handle(read(recorded));
        FakeResponse response = reply.response();
        byte[] body = response.body();
        Wire wire = reply.wire();
        return switch (wire.kind()) {
            case ANSWER -> {
                pause(wire.time());
                yield whole(response).build();
            }
            case DROP, REFUSE -> nothing();
            case RESET -> {
                sockets.resetOnClose(recorded.getConnectionIndex());
                yield nothing();
            }
            case STALL_HEADERS -> {
                pause(wire.time());
                yield nothing();
            }
            case STALL_BODY ->
                whole(response)
                        .body(streamed(body.length, sink -> {
                            sink.write(body, 0, body.length / 2).flush();
                            pauseOrFail(wire.time());
                        }))
                        .onResponseEnd(CLOSE)
                        .build();
            case TRICKLE ->
                whole(response)
                        .body(streamed(body.length, sink -> trickle(sink, body, wire)))
                        .build();
            case CUT ->
                whole(response)
                        .body(streamed(body.length, sink -> sink.write(body, 0, body.length / 2)))
                        .onResponseEnd(CLOSE)
                        .build();
            case UNTIL_CLOSE ->
                whole(response)
                        .removeHeader("Content-Length")
                        .setHeader("Connection", "close")
                        .onResponseEnd(CLOSE)
                        .build();
        };
    }

    private static FakeRequest read(RecordedRequest recorded) {
        dev.accesskeys.http.Headers.Builder headers = dev.accesskeys.http.Headers.builder();
        recorded.getHeaders().forEach(header -> headers.add(header.getFirst(), header.getSecond()));
        byte[] body =
                recorded.getBody() == null ? new byte[0] : recorded.getBody().toByteArray();
        return FakeRequest.of(recorded.getMethod(), recorded.getTarget(), headers.build(), body);
    }

    private static MockResponse nothing() {
        return new MockResponse.Builder().onResponseStart(CLOSE).build();
    }

    private static MockResponse.Builder whole(FakeResponse response) {
        MockResponse.Builder copy =
                new MockResponse.Builder().code(response.status()).clearHeaders();
        copy.body(new Buffer().write(response.body()));
        response.headers().asMap().forEach((name, values) -> {
            copy.removeHeader(name);
            values.forEach(value -> copy.addHeaderLenient(name, value));
        });
        return copy;
    }

    private void trickle(BufferedSink sink, byte[] body, Wire wire) throws IOException {
        for (int sent = 0; sent < body.length; sent += wire.bytes()) {
            sink.write(Arrays.copyOfRange(body, sent, Math.min(body.length, sent + wire.bytes())))
                    .flush();
            pauseOrFail(wire.time());
        }
    }

    /** Waits, but not longer than the server lives. */
    private void pause(Duration time) throws InterruptedException {
        closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void pauseOrFail(Duration time) throws IOException {
        try {
            pause(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the server is closing", e);
        }
    }

    @FunctionalInterface
    private interface BodyWriter {
        void writeTo(BufferedSink sink) throws IOException;
    }

    private static MockResponseBody streamed(int announced, BodyWriter writer) {
        return new MockResponseBody() {
            @Override
            public long getContentLength() {
                return announced;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                writer.writeTo(sink);
            }
        };
    }
}
