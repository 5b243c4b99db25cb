package dev.accesskeys.auth;

import dev.accesskeys.Secret;
import dev.accesskeys.testprovider.VirtualTime;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A token endpoint on this machine, and credentials that ask it. */
final class TokenServer implements AutoCloseable {

    static final String ID = "backup rotator";
    static final String SECRET = "canary:client/secret+";

    private final MockWebServer server = new MockWebServer();
    private final VirtualTime time = VirtualTime.flowing();
    private final OAuthClientCredentials credentials;

    private TokenServer(UnaryOperator<OAuthClientCredentials.Builder> settings) {
        try {
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        credentials = settings.apply(OAuthClientCredentials.builder(address())
                        .clientId(ID)
                        .clientSecret(Secret.of(SECRET))
                        .timeSource(time))
                .build();
    }

    static TokenServer start() {
        return new TokenServer(builder -> builder);
    }

    static TokenServer start(UnaryOperator<OAuthClientCredentials.Builder> settings) {
        return new TokenServer(settings);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort() + "/oauth2/token");
    }

    VirtualTime time() {
        return time;
    }

    OAuthClientCredentials credentials() {
        return credentials;
    }

    MockWebServer server() {
        return server;
    }

    int requests() {
        return server.getRequestCount();
    }

    RecordedRequest taken() {
        try {
            RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
            if (request == null) {
                throw new IllegalStateException("nothing was sent");
            }
            return request;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    TokenServer thenToken(String token, long lifetime) {
        return thenAnswer(
                200, "{\"token_type\":\"bearer\",\"access_token\":\"" + token + "\",\"expires_in\":" + lifetime + "}");
    }

    TokenServer thenAnswer(int status, String body) {
        return then(new MockResponse.Builder().code(status).body(body).build());
    }

    TokenServer then(MockResponse response) {
        server.enqueue(response);
        return this;
    }

    String token() {
        return credentials.credential().reveal();
    }

    @Override
    public void close() {
        credentials.close();
        server.close();
    }
}
