package dev.accesskeys.linode;

import dev.accesskeys.Secret;
import dev.accesskeys.auth.CredentialProvider;
import dev.accesskeys.client.ClientBuilder;
import dev.accesskeys.client.ClientConnection;
import dev.accesskeys.keys.AccessKeyService;
import java.util.Map;

/**
 * The client for Linode's Object Storage access keys. Build one, share it between threads, close it at the end:
 *
 * <pre>{@code
 * try (LinodeClient linode = LinodeClient.fromEnv()) {
 *     ObjectStorageKey key = linode.objectStorageKeys().create(
 *             CreateObjectStorageKeyRequest.builder().label("backup").access(BucketAccess.unlimited()).build());
 *     Secret secret = key.secretKey().orElseThrow();  // shown this once
 * }
 * }</pre>
 */
public final class LinodeClient implements AutoCloseable {

    private final ClientConnection connection;
    private final ObjectStorageKeys objectStorageKeys;
    private final ObjectStorageEndpoints objectStorageEndpoints;
    private final ObjectStorageBuckets objectStorageBuckets;

    private LinodeClient(ClientConnection connection) {
        this.connection = connection;
        this.objectStorageKeys = new ObjectStorageKeys(connection.caller());
        this.objectStorageEndpoints = new ObjectStorageEndpoints(connection.caller());
        this.objectStorageBuckets = new ObjectStorageBuckets(connection.caller());
    }

    /**
     * Makes a client from the environment: the token from {@code LINODE_TOKEN}, and the base URL from {@code LINODE_URL} if
     * that is set.
     *
     * @return the client, to be closed
     * @throws dev.accesskeys.error.ConfigurationException if there is no token, or a setting cannot be used
     */
    public static LinodeClient fromEnv() {
        return fromEnv(System.getenv());
    }

    /**
     * Makes a client from the given variables instead of the environment; see {@link #fromEnv()}.
     *
     * @param variables values by name
     * @return the client, to be closed
     * @throws dev.accesskeys.error.ConfigurationException if there is no token, or a setting cannot be used
     */
    public static LinodeClient fromEnv(Map<String, String> variables) {
        return builder().environment(variables).build();
    }

    /**
     * Starts to build a client.
     *
     * @return a builder without a token
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Gives the access keys of the account.
     *
     * @return the service; safe for use by many threads
     */
    public ObjectStorageKeys objectStorageKeys() {
        return objectStorageKeys;
    }

    /**
     * Gives the S3 endpoints that keys can be used at.
     *
     * @return the service; safe for use by many threads
     */
    public ObjectStorageEndpoints objectStorageEndpoints() {
        return objectStorageEndpoints;
    }

    /**
     * Gives the buckets to which a limited key can be granted access.
     *
     * @return the service; safe for use by many threads
     */
    public ObjectStorageBuckets objectStorageBuckets() {
        return objectStorageBuckets;
    }

    /**
     * Gives the keys behind the interface that is the same at every provider.
     *
     * @return the service; closing it is not needed, this client does
     */
    public AccessKeyService accessKeys() {
        return new LinodeAccessKeys(objectStorageKeys, connection.baseUrl());
    }

    /**
     * Refuses new calls and ends those under way; frees connections and threads. A create that has been sent is still awaited
     * for a while, see {@link ClientBuilder#settleTime}.
     */
    @Override
    public void close() {
        connection.close();
    }

    /** Builds a client. */
    public static final class Builder extends ClientBuilder<Builder> {

        private static final String TOKEN = "token";

        private Builder() {
            super(LinodeOperations.DESCRIPTION, new LinodeFailures());
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Sets the token.
         *
         * @param token a personal access token, or an OAuth token, with the scope {@code object_storage:read_write}, or
         *     {@code object_storage:read_only} for a client that only reads
         * @return this builder
         * @throws dev.accesskeys.error.ConfigurationException if it is null, empty or blank, or has other than visible
         *     ASCII characters
         */
        public Builder token(String token) {
            return credential(TOKEN, token);
        }

        /**
         * Sets the token.
         *
         * @param token see {@link #token(String)}
         * @return this builder
         * @throws dev.accesskeys.error.ConfigurationException if it is blank or has other than visible ASCII characters
         */
        public Builder token(Secret token) {
            return credential(TOKEN, token.reveal());
        }

        /**
         * Sets where the token comes from, for tokens that change while the client lives.
         *
         * @param source gives the token
         * @return this builder
         */
        public Builder token(CredentialProvider source) {
            return credential(TOKEN, source);
        }

        /**
         * Makes the client. Nothing is sent.
         *
         * @return the client, to be closed
         * @throws dev.accesskeys.error.ConfigurationException if there is no token, the base URL is not allowed, or the JVM is
         *     set up so that requests would be sent twice
         */
        public LinodeClient build() {
            return new LinodeClient(connect());
        }
    }
}
