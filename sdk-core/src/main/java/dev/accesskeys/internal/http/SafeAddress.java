package dev.accesskeys.internal.http;

import dev.accesskeys.error.ConfigurationException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Which addresses may be given to a client: a token or a client's secret goes there. */
public final class SafeAddress {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final int MAX_PORT = 65_535;

    private SafeAddress() {}

    /**
     * Checks an address. The message never shows it: it may hold a password.
     *
     * @param url the address
     * @param name what it is and where it comes from, for the message
     * @return the address
     * @throws ConfigurationException if nothing secret must be sent there
     */
    public static URI require(URI url, String name) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw refused(
                    name, "is not an absolute https address", "Give an address such as https://api.example.com/v4.");
        }
        if (url.getRawUserInfo() != null
                || String.valueOf(url.getRawAuthority()).contains("@")) {
            throw refused(
                    name, "has user information in it", "Credentials go into the client, never into the address.");
        }
        if (url.getHost() == null) {
            throw refused(name, "has no valid host name", "Give an address such as https://api.example.com/v4.");
        }
        if (url.getPort() == 0 || url.getPort() > MAX_PORT) {
            throw refused(name, "has a port that there is not", "Give a port from 1 to 65535, or none.");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw refused(name, "has a query or a fragment", "Give scheme, host, port and path only.");
        }
        if (scheme.equals("http") && !isLoopback(url.getHost())) {
            throw refused(
                    name,
                    "is plain http to a host that is not this machine, so the token would travel in clear",
                    "Use https; http is allowed for localhost, 127.0.0.0/8 and [::1] only.");
        }
        return url;
    }

    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name) || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static ConfigurationException refused(String name, String problem, String advice) {
        return new ConfigurationException(name + " " + problem, advice);
    }
}
