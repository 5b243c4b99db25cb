package dev.accesskeys.acorn;

import dev.accesskeys.client.ClientBuilder;
import dev.accesskeys.client.ClientConnection;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.keys.KeyScope;
import java.util.Map;

/** The client for Acorn's storage keys. Build one, share it between threads, close it at the end. */
public final class AcornClient implements AutoCloseable {

    private final ClientConnection connection;
    private final StorageKeys storageKeys;

    private AcornClient(ClientConnection connection) {
        this.connection = connection;
        this.storageKeys = new StorageKeys(connection.caller());
    }

    /**
     * Makes a client from variables such as those of the environment: {@code ACORN_API_KEY}, and {@code ACORN_URL} if that is set.
     *
     * @param variables values by name
     * @return the client, to be closed
     * @throws dev.accesskeys.error.ConfigurationException if there is no API key, or a setting cannot be used
     */
    public static AcornClient fromEnv(Map<String, String> variables) {
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
     * Gives the keys of the project.
     *
     * @return the service; safe for use by many threads
     */
    public StorageKeys storageKeys() {
        return storageKeys;
    }

    /**
     * Gives the keys behind the interface that is the same at every provider.
     *
     * @return the service; closing it is not needed, this client does
     */
    public AccessKeyService accessKeys() {
        return new AcornAccessKeys(storageKeys, KeyScope.of("acorn", connection.baseUrl()));
    }

    @Override
    public void close() {
        connection.close();
    }

    /** Builds a client. */
    public static final class Builder extends ClientBuilder<Builder> {

        private Builder() {
            super(AcornOperations.DESCRIPTION, new AcornFailures());
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Sets the API key.
         *
         * @param value the key
         * @return this builder
         * @throws dev.accesskeys.error.ConfigurationException if it cannot be sent
         */
        public Builder apiKey(String value) {
            // The name of the security scheme in the document.
            return credential("apiKey", value);
        }

        /**
         * Makes the client. Nothing is sent.
         *
         * @return the client, to be closed
         * @throws dev.accesskeys.error.ConfigurationException if there is no API key, or a setting cannot be used
         */
        public AcornClient build() {
            return new AcornClient(connect());
        }
    }
}
