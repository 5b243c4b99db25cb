package dev.accesskeys.testing;

import dev.accesskeys.http.Transport;
import dev.accesskeys.time.TimeSource;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A provider that exists only in this process: state that really changes, a real HTTP server on 127.0.0.1 or a transport in
 * memory in front of it, faults to order, and a ledger of what happened.
 *
 * <p>Both faces show the same state, and both can be used at once. Safe for use by many threads. Closing stops the server; the
 * state, the ledger and the in-memory transport stay usable.
 */
public abstract class FakeCloud implements AutoCloseable {

    private final Engine engine;
    private final URI baseUrl;
    private final @Nullable HttpFace server;

    /**
     * Puts a fake in front of an API.
     *
     * @param basePath the path below which the API lies, such as {@code /v4}; empty if it lies at the root
     * @param api the behaviour
     * @param time where the ledger and the in-memory transport take the time from
     * @param withServer whether to start a server on a free port of 127.0.0.1
     * @throws java.io.UncheckedIOException if the server cannot be started
     */
    protected FakeCloud(String basePath, FakeApi api, TimeSource time, boolean withServer) {
        this.engine = new Engine(
                getClass(), basePath, Objects.requireNonNull(api, "api"), Objects.requireNonNull(time, "time"));
        this.server = withServer ? new HttpFace(engine) : null;
        // Clients take http for this machine only.
        String origin = server == null ? "https://fake.invalid" : "http://127.0.0.1:" + server.port();
        this.baseUrl = URI.create(origin + basePath);
    }

    /**
     * Gives the address to give to a client.
     *
     * @return the base URL with the base path, without a slash at its end; without a server it leads nowhere but through
     *     {@link #transport()}
     */
    public URI baseUrl() {
        return baseUrl;
    }

    /**
     * Makes a transport that brings requests to this fake without a network. It looks at the path of a request's address only,
     * so that it serves the provider's real base URL as well.
     *
     * @return a new transport; closing it does not close the fake
     */
    public Transport transport() {
        return new MemoryTransport(engine);
    }

    /**
     * Gives the place to order faults.
     *
     * @return the faults of this fake
     */
    public Faults faults() {
        return engine.faults();
    }

    /**
     * Gives the record of what happened.
     *
     * @return the ledger of this fake
     */
    public Ledger ledger() {
        return engine.ledger();
    }

    /**
     * Tells somebody of every request from now on.
     *
     * @param observer who is to be told, in addition to those who are told already
     */
    public void observe(ExchangeObserver observer) {
        engine.observe(Objects.requireNonNull(observer, "observer"));
    }

    /** Stops the server, if there is one, and ends its connections; calling it again does nothing. */
    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }

    /** The kind of fake and its address. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + baseUrl + "]";
    }
}
