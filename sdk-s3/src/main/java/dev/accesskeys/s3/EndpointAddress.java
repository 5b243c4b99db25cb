package dev.accesskeys.s3;

import java.net.URI;
import java.util.Locale;

/** Where a request that is signed with a key may go. */
final class EndpointAddress {

    private EndpointAddress() {}

    /** Whether an address is https, or on this machine, and nothing but scheme, host, port and path. */
    static boolean isSafe(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        String host = url.getHost();
        return host != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && (scheme.equals("https") || (scheme.equals("http") && isLoopback(host.toLowerCase(Locale.ROOT))));
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }
}
