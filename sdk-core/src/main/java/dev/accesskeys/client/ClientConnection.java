package dev.accesskeys.client;

import dev.accesskeys.internal.call.ClientCaller;
import dev.accesskeys.operation.Caller;

/** What a provider's client works on: a caller for its services, and the end of it all. Made by {@link ClientBuilder}. */
public final class ClientConnection implements AutoCloseable {

    private final ClientCaller caller;

    ClientConnection(ClientCaller caller) {
        this.caller = caller;
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
     * Refuses new calls, ends those under way, and frees connections and threads. Reads end at once; a create or rotate that has
     * been sent is awaited for the settle time. Calling it again does nothing. On JDK 17 to 20 the one daemon thread of the
     * JDK's client ends after the next garbage collection; from 21 on it ends here.
     */
    @Override
    public void close() {
        caller.close();
    }
}
