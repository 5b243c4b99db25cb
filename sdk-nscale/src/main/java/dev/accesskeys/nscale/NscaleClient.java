package dev.accesskeys.nscale;

import dev.accesskeys.Secret;
import dev.accesskeys.auth.CredentialProvider;
import dev.accesskeys.auth.OAuthClientCredentials;
import dev.accesskeys.client.ClientBuilder;
import dev.accesskeys.client.ClientConnection;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.keys.AccessKeyService;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The client for nscale's object storage endpoints and their access keys. Build one, share it between threads, close it at the
 * end. The base URL has to be given, for nscale's document has none:
 *
 * <pre>{@code
 * try (NscaleClient nscale = NscaleClient.builder()
 *         .baseUrl(URI.create("https://storage.unikorn.nscale.com"))
 *         .token(token)
 *         .build()) {
 *     CreatedObjectStorageAccessKey created = nscale.objectStorageAccessKeys().create(endpointId, request);
 *     Secret secret = created.spec().secret(); // shown this once: put it where it belongs before anything else
 *     nscale.waiters().untilKeyProvisioned(endpointId, created.metadata().id());
 * }
 * }</pre>
 */
public final class NscaleClient implements AutoCloseable {

    private final ClientConnection connection;
    private final @Nullable OAuthClientCredentials ownCredentials;
    private final ObjectStorageEndpointClasses objectStorageEndpointClasses;
    private final ObjectStorageEndpoints objectStorageEndpoints;
    private final ObjectStorageAccessKeys objectStorageAccessKeys;

    private NscaleClient(ClientConnection connection, @Nullable OAuthClientCredentials ownCredentials) {
        this.connection = connection;
        this.ownCredentials = ownCredentials;
        this.objectStorageEndpointClasses = new ObjectStorageEndpointClasses(connection.caller());
        this.objectStorageEndpoints = new ObjectStorageEndpoints(connection.caller());
        this.objectStorageAccessKeys = new ObjectStorageAccessKeys(connection.caller());
    }

    /**
     * Makes a client from the environment: the base URL from {@code NSCALE_STORAGE_SERVICE_API_ENDPOINT}, and either a service
     * token from {@code NSCALE_SERVICE_TOKEN}, or OAuth 2.0 client credentials from {@code NSCALE_OAUTH_TOKEN_ENDPOINT},
     * {@code NSCALE_OAUTH_CLIENT_ID}, {@code NSCALE_OAUTH_CLIENT_SECRET} and, if the token endpoint wants one,
     * {@code NSCALE_OAUTH_SCOPE}.
     *
     * @return the client, to be closed
     * @throws ConfigurationException if the base URL or the credential is missing, there are two credentials, or a setting
     *     cannot be used
     */
    public static NscaleClient fromEnv() {
        return fromEnv(System.getenv());
    }

    /**
     * Makes a client from the given variables instead of the environment; see {@link #fromEnv()}.
     *
     * @param variables values by name
     * @return the client, to be closed
     * @throws ConfigurationException if the base URL or the credential is missing, there are two credentials, or a setting
     *     cannot be used
     */
    public static NscaleClient fromEnv(Map<String, String> variables) {
        Builder builder = builder();
        NscaleOAuthSettings.read(variables).ifPresent(builder::ownClientCredentials);
        return builder.environment(variables).build();
    }

    /**
     * Starts to build a client.
     *
     * @return a builder without a base URL and without a credential
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Gives the classes of endpoints.
     *
     * @return the service; safe for use by many threads
     */
    public ObjectStorageEndpointClasses objectStorageEndpointClasses() {
        return objectStorageEndpointClasses;
    }

    /**
     * Gives the endpoints.
     *
     * @return the service; safe for use by many threads
     */
    public ObjectStorageEndpoints objectStorageEndpoints() {
        return objectStorageEndpoints;
    }

    /**
     * Gives the access keys of endpoints.
     *
     * @return the service; safe for use by many threads
     */
    public ObjectStorageAccessKeys objectStorageAccessKeys() {
        return objectStorageAccessKeys;
    }

    /**
     * Gives what waits until something is provisioned, or gone.
     *
     * @return the waiters with their defaults; safe for use by many threads
     */
    public NscaleWaiters waiters() {
        return new NscaleWaiters(
                objectStorageAccessKeys, objectStorageEndpoints, connection.timeSource(), WaitOptions.defaults());
    }

    /**
     * Gives the keys of an endpoint behind the interface that is the same at every provider. Nothing there waits until a key is
     * provisioned: {@link #waiters()} does.
     *
     * @param endpointId the endpoint's id
     * @return the service; closing it is not needed, this client does
     * @throws dev.accesskeys.error.ValidationException if the id is none of nscale
     */
    public AccessKeyService accessKeys(String endpointId) {
        return new NscaleAccessKeys(objectStorageAccessKeys, objectStorageEndpoints, endpointId, connection.baseUrl());
    }

    /**
     * Refuses new calls and ends those under way; frees connections and threads. A create that has been sent is still awaited
     * for a while, see {@link ClientBuilder#settleTime}. Client credentials that were given stay open.
     */
    @Override
    public void close() {
        connection.close();
        if (ownCredentials != null) {
            ownCredentials.close();
        }
    }

    /** Builds a client. */
    public static final class Builder extends ClientBuilder<Builder> {

        private static final String SCHEME = "token";

        private boolean tokenGiven;
        private boolean clientCredentialsGiven;
        private @Nullable OAuthClientCredentials ownCredentials;

        private Builder() {
            super(NscaleOperations.DESCRIPTION, new NscaleFailures());
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Sets the token of a service account.
         *
         * @param token the token, which lives 90 days
         * @return this builder
         * @throws ConfigurationException if it is empty or blank, or has other than visible ASCII characters
         */
        public Builder token(String token) {
            tokenGiven = true;
            return credential(SCHEME, token);
        }

        /**
         * Sets the token of a service account.
         *
         * @param token see {@link #token(String)}
         * @return this builder
         * @throws ConfigurationException if it is blank or has other than visible ASCII characters
         */
        public Builder token(Secret token) {
            return token(token.reveal());
        }

        /**
         * Sets where the token comes from, for tokens that change while the client lives.
         *
         * @param source gives the token
         * @return this builder
         */
        public Builder token(CredentialProvider source) {
            tokenGiven = true;
            return credential(SCHEME, source);
        }

        /**
         * Gets access tokens for OAuth 2.0 client credentials, instead of a token of a service account.
         *
         * @param credentials the client credentials; share them between clients, and close them when all is done
         * @return this builder
         */
        public Builder clientCredentials(OAuthClientCredentials credentials) {
            clientCredentialsGiven = true;
            return credential(SCHEME, credentials);
        }

        private void ownClientCredentials(OAuthClientCredentials credentials) {
            ownCredentials = credentials;
            clientCredentials(credentials);
        }

        /**
         * Makes the client. Nothing is sent.
         *
         * @return the client, to be closed
         * @throws ConfigurationException if there is no base URL, or it is not allowed, if there is no credential, or both a
         *     token and client credentials, or the JVM is set up so that requests would be sent twice
         */
        public NscaleClient build() {
            if (tokenGiven && clientCredentialsGiven) {
                throw NscaleOAuthSettings.doubled("both were given to the builder");
            }
            return new NscaleClient(connect(), ownCredentials);
        }
    }
}
