package dev.accesskeys.auth;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.http.Headers;
import dev.accesskeys.http.Transport;
import dev.accesskeys.internal.http.JdkTransport;
import dev.accesskeys.internal.http.SafeAddress;
import dev.accesskeys.time.TimeSource;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for OAuth 2.0 client credentials (RFC 6749, section 4.4): gets one from a token endpoint when the first call is made,
 * keeps it, and renews it in time.
 *
 * <pre>{@code
 * OAuthClientCredentials credentials = OAuthClientCredentials.builder(URI.create("https://identity.example.com/oauth2/token"))
 *         .clientId("backup-rotator")
 *         .clientSecret(secret)
 *         .build();
 * }</pre>
 *
 * <p>A token is renewed ahead of its end by one caller, while the others go on with the one that is there; only when it is all
 * but over do all wait for the new one. How far ahead follows from its lifetime: a fifth of it, at most 5 minutes. Where the
 * token endpoint fails, a token is used for as long as it is valid. A token that the provider refuses is replaced, once for all
 * calls that meet the refusal. Safe for use by many threads; share one between the clients of one service account, for some
 * providers end the old token when they give a new one.
 */
public final class OAuthClientCredentials implements CredentialProvider, AutoCloseable {

    /** How the client proves to the token endpoint who it is. */
    public enum Authentication {
        /** In the {@code Authorization} header (HTTP Basic), which every server has to understand. */
        BASIC,
        /** As {@code client_id} and {@code client_secret} in the form, for servers that want it so. */
        FORM
    }

    private final URI address;
    private final TransportHolder transport;
    private final RenewedToken token;

    private OAuthClientCredentials(URI address, TransportHolder transport, RenewedToken token) {
        this.address = address;
        this.transport = transport;
        this.token = token;
    }

    /**
     * Starts to describe where tokens come from.
     *
     * @param tokenEndpoint the address of the token endpoint: {@code https} without user information, query and fragment;
     *     {@code http} for this machine only
     * @return a builder without the client's id and secret
     * @throws ConfigurationException if the address is not allowed
     */
    public static Builder builder(URI tokenEndpoint) {
        return new Builder(SafeAddress.require(tokenEndpoint, "the address of the token endpoint"));
    }

    @Override
    public boolean mayBlock() {
        return true;
    }

    @Override
    public Secret credential() {
        return token.get();
    }

    @Override
    public boolean refresh(Secret refused) {
        return token.replace(refused);
    }

    /** Frees the connection to the token endpoint, unless the transport was given. No token is to be had any more. */
    @Override
    public void close() {
        transport.close();
    }

    /** The address of the token endpoint; neither the client nor a token. */
    @Override
    public String toString() {
        return "OAuthClientCredentials[" + address + "]";
    }

    /** Describes where tokens come from. */
    public static final class Builder {

        private final URI tokenEndpoint;
        private @Nullable String clientId;
        private @Nullable Secret clientSecret;
        private @Nullable String scope;
        private Authentication authentication = Authentication.BASIC;
        private Duration timeout = Duration.ofSeconds(10);
        private @Nullable Transport transport;
        private @Nullable ProxySelector proxy;
        private @Nullable SSLContext sslContext;
        private TimeSource time = TimeSource.system();

        private Builder(URI tokenEndpoint) {
            this.tokenEndpoint = tokenEndpoint;
        }

        /**
         * Sets the client's id.
         *
         * @param id the id
         * @return this builder
         */
        public Builder clientId(String id) {
            clientId = Objects.requireNonNull(id, "clientId");
            return this;
        }

        /**
         * Sets the client's secret.
         *
         * @param secret the secret
         * @return this builder
         */
        public Builder clientSecret(Secret secret) {
            clientSecret = Objects.requireNonNull(secret, "clientSecret");
            return this;
        }

        /**
         * Sets what the token shall be good for; the server decides unless set.
         *
         * @param scopes the scopes, with a blank between them
         * @return this builder
         */
        public Builder scope(String scopes) {
            scope = Objects.requireNonNull(scopes, "scope");
            return this;
        }

        /**
         * Sets how the client proves who it is; {@link Authentication#BASIC} unless set.
         *
         * @param how the way
         * @return this builder
         */
        public Builder authentication(Authentication how) {
            authentication = Objects.requireNonNull(how, "authentication");
            return this;
        }

        /**
         * Sets how long the token endpoint may take to answer; 10 seconds unless set.
         *
         * @param limit the time, more than zero
         * @return this builder
         * @throws IllegalArgumentException if it is zero or less
         */
        public Builder timeout(Duration limit) {
            if (limit.isZero() || limit.isNegative()) {
                throw new IllegalArgumentException("timeout must be more than zero; given: " + limit);
            }
            timeout = limit;
            return this;
        }

        /**
         * Sends over something else than a JDK client of its own.
         *
         * @param replacement the transport, which is not closed here
         * @return this builder
         */
        public Builder transport(Transport replacement) {
            transport = Objects.requireNonNull(replacement, "transport");
            return this;
        }

        /**
         * Sets the proxy; the one of the system unless set. Not used with a {@link #transport} of one's own.
         *
         * @param selector picks the proxy
         * @return this builder
         */
        public Builder proxy(ProxySelector selector) {
            proxy = Objects.requireNonNull(selector, "proxy");
            return this;
        }

        /**
         * Sets keys and trust for TLS; the system's unless set. Not used with a {@link #transport} of one's own.
         *
         * @param context the context
         * @return this builder
         */
        public Builder sslContext(SSLContext context) {
            sslContext = Objects.requireNonNull(context, "sslContext");
            return this;
        }

        /**
         * Sets the clock, for tests.
         *
         * @param source the time
         * @return this builder
         */
        public Builder timeSource(TimeSource source) {
            time = Objects.requireNonNull(source, "timeSource");
            return this;
        }

        /**
         * Ends the description. Nothing is sent before the first token is needed.
         *
         * @return where tokens come from, to be closed
         * @throws ConfigurationException if the client's id or secret is missing
         */
        public OAuthClientCredentials build() {
            String id = clientId;
            Secret secret = clientSecret;
            if (id == null || id.isBlank() || secret == null) {
                throw new ConfigurationException(
                        "the " + (secret == null ? "secret" : "id") + " of the OAuth client is missing",
                        "Set both its id and its secret.");
            }
            TokenEndpoint endpoint =
                    new TokenEndpoint(tokenEndpoint, headers(id, secret), form(id, secret), timeout, time);
            TransportHolder holder = transport == null
                    ? TransportHolder.lazy(() -> new JdkTransport(timeout, false, proxy, sslContext))
                    : TransportHolder.given(transport);
            return new OAuthClientCredentials(
                    tokenEndpoint, holder, new RenewedToken(() -> endpoint.ask(holder.get()), time));
        }

        private Headers headers(String id, Secret secret) {
            Headers.Builder headers = Headers.builder()
                    .set("Accept", "application/json")
                    .set("Accept-Encoding", "identity")
                    .set("Content-Type", "application/x-www-form-urlencoded");
            if (authentication == Authentication.BASIC) {
                // Encoded as in a form first: RFC 6749, section 2.3.1.
                String pair = encoded(id) + ":" + encoded(secret.reveal());
                headers.set(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
            }
            return headers.build();
        }

        private byte[] form(String id, Secret secret) {
            StringBuilder form = new StringBuilder("grant_type=client_credentials");
            if (scope != null) {
                form.append("&scope=").append(encoded(scope));
            }
            if (authentication == Authentication.FORM) {
                form.append("&client_id=").append(encoded(id));
                form.append("&client_secret=").append(encoded(secret.reveal()));
            }
            return form.toString().getBytes(StandardCharsets.UTF_8);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
