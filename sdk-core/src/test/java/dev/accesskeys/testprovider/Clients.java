package dev.accesskeys.testprovider;

import dev.accesskeys.Secret;
import dev.accesskeys.auth.CredentialProvider;
import java.net.URI;

/** Clients as most tests want them. */
public final class Clients {

    public static final String TOKEN = "t0ken-of-the-tests-7f3a";

    private Clients() {}

    /** A client of a server, with a token and waits that take no time. */
    public static TestClient.Builder of(RawServer server) {
        return at(server.url());
    }

    public static TestClient.Builder at(URI url) {
        return TestClient.builder()
                .baseUrl(url)
                .token(CredentialProvider.of(Secret.of(TOKEN)))
                .timeSource(VirtualTime.flowing())
                .random(() -> 0.5);
    }
}
