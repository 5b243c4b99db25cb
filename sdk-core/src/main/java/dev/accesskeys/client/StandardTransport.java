package dev.accesskeys.client;

import dev.accesskeys.http.Transport;
import dev.accesskeys.internal.http.JdkTransport;
import java.time.Duration;

/**
 * The transport that clients have unless they are given another one: the JDK's HTTP client, which follows no redirect and repeats
 * nothing. For those who want to put something around it, or to fetch something else in the same careful way.
 */
public final class StandardTransport {

    private StandardTransport() {}

    /**
     * Makes one, for HTTP/1.1.
     *
     * @param connectTimeout how long connecting may take, more than zero
     * @return the transport, to be closed
     */
    public static Transport create(Duration connectTimeout) {
        return new JdkTransport(connectTimeout, false, null, null);
    }
}
