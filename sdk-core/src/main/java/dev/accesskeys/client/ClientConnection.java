package dev.accesskeys.client;

import dev.accesskeys.internal.call.ClientCaller;
import dev.accesskeys.operation.Caller;
import dev.accesskeys.time.TimeSource;
import java.net.URI;

/** What a provider's client works on: a caller for its services, and the end of it all. Made by {@link ClientBuilder}. */
public final class ClientConnection implements AutoCloseable {

    private final ClientCaller caller;
    private final URI baseUrl;
    private final TimeSource time;

    ClientConnection(ClientCaller caller, URI baseUrl, TimeSource time) {
        this.caller = caller;
        this.baseUrl = baseUrl;
        this.time = time;
    }

    /**
     * Gives what services call with.
     *
     * @return the caller
     */
    public Caller caller() {
        return caller;
    }

    /**
     * Gives the address to which calls go, which has been checked: it has no user info, query or fragment.
     *
     * @return the base URL
     */
    public URI baseUrl() {
        return baseUrl;
    }

    /**
     * Gives the clock by which calls are made, for a provider's rules about time.
     *
     * @return the time
     */
    public TimeSource timeSource() {
        return time;
    }

    /**
     * Refuses new calls, ends those under way, and frees connections and threads. Reads end at once; a create or rotate that has
     * been sent is awaited for the settle time. Calling it again does nothing. On JDK 17 to 20 the one daemon thread of the
     * JDK's client ends after the next garbage collection; from 21 on it ends here.
     */
    @Override
    public void close() {
        caller.close();
    }
}
