package dev.accesskeys.tensorpool;

import dev.accesskeys.Secret;
import dev.accesskeys.auth.CredentialProvider;
import dev.accesskeys.client.ClientBuilder;
import dev.accesskeys.client.ClientConnection;
import dev.accesskeys.keys.AccessKeyService;
import java.util.Map;

/**
 * The client for TensorPool's object storage credentials. Build one, share it between threads, close it at the end:
 *
 * <pre>{@code
 * try (TensorPoolClient tensorpool = TensorPoolClient.fromEnv()) {
 *     ObjectStorageCredentials current = tensorpool.objectStorage().credentials();
 *     ObjectStorageCredentials fresh = tensorpool.objectStorage().rotate(WholeOrganisation.named("org-42"));
 * }
 * }</pre>
 */
public final class TensorPoolClient implements AutoCloseable {

    private final ClientConnection connection;
    private final ObjectStorage objectStorage;

    private TensorPoolClient(ClientConnection connection) {
        this.connection = connection;
        this.objectStorage = new ObjectStorage(connection.caller());
    }

    /**
     * Makes a client from the environment: the API key from {@code TENSORPOOL_KEY}, and the base URL from
     * {@code TENSORPOOL_ENGINE} if that is set.
     *
     * @return the client, to be closed
     * @throws dev.accesskeys.error.ConfigurationException if there is no API key, or a setting cannot be used
     */
    public static TensorPoolClient fromEnv() {
        return fromEnv(System.getenv());
    }

    /**
     * Makes a client from the given variables instead of the environment; see {@link #fromEnv()}.
     *
     * @param variables values by name
     * @return the client, to be closed
     * @throws dev.accesskeys.error.ConfigurationException if there is no API key, or a setting cannot be used
     */
    public static TensorPoolClient fromEnv(Map<String, String> variables) {
        return builder().environment(variables).build();
    }

    /**
     * Starts to build a client.
     *
     * @return a builder without an API key
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Gives the object storage of the organisation.
     *
     * @return the service; safe for use by many threads
     */
    public ObjectStorage objectStorage() {
        return objectStorage;
    }

    /**
     * Gives the organisation's pair behind the interface that is the same at every provider.
     *
     * @return the service; closing it is not needed, this client does
     */
    public AccessKeyService accessKeys() {
        return new TensorPoolAccessKeys(objectStorage, connection.baseUrl());
    }

    /**
     * Refuses new calls and ends those under way; frees connections and threads. A change that has been sent is still awaited for
     * a while, see {@link ClientBuilder#settleTime}.
     */
    @Override
    public void close() {
        connection.close();
    }

    /** Builds a client. */
    public static final class Builder extends ClientBuilder<Builder> {

        private static final String KEY = "key";

        private Builder() {
            super(TensorPoolOperations.DESCRIPTION, new TensorPoolFailures());
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Sets the API key.
         *
         * @param key an API key of TensorPool; not one of the S3 credentials
         * @return this builder
         * @throws dev.accesskeys.error.ConfigurationException if it is empty or blank, or has other than visible ASCII
         *     characters
         */
        public Builder key(String key) {
            return credential(KEY, key);
        }

        /**
         * Sets the API key.
         *
         * @param key see {@link #key(String)}
         * @return this builder
         * @throws dev.accesskeys.error.ConfigurationException if it is blank or has other than visible ASCII characters
         */
        public Builder key(Secret key) {
            return credential(KEY, key.reveal());
        }

        /**
         * Sets where the API key comes from, for keys that change while the client lives.
         *
         * @param source gives the API key
         * @return this builder
         */
        public Builder key(CredentialProvider source) {
            return credential(KEY, source);
        }

        /**
         * Makes the client. Nothing is sent.
         *
         * @return the client, to be closed
         * @throws dev.accesskeys.error.ConfigurationException if there is no API key, the base URL is not allowed, or the JVM is
         *     set up so that requests would be sent twice
         */
        public TensorPoolClient build() {
            return new TensorPoolClient(connect());
        }
    }
}
