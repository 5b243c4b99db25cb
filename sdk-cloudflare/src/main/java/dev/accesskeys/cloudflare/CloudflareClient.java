package dev.accesskeys.cloudflare;

import dev.accesskeys.Secret;
import dev.accesskeys.auth.CredentialProvider;
import dev.accesskeys.client.ClientBuilder;
import dev.accesskeys.client.ClientConnection;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.keys.AccessKeyService;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The client for the signing keys of Cloudflare Access. Build one, share it between threads, close it at the end:
 *
 * <pre>{@code
 * try (CloudflareClient cloudflare = CloudflareClient.fromEnv()) {
 *     SigningKeySchedule schedule = cloudflare.signingKeys().get(accountId);
 *     RotatedSigningKeys rotated = cloudflare.signingKeys().rotate(accountId);
 * }
 * }</pre>
 *
 * <p>It calls with an API token, or with the older pair of e-mail address and API key: exactly one of the two, and the pair
 * only as a whole. Anything else is refused when the client is built.
 */
public final class CloudflareClient implements AutoCloseable {

    private final ClientConnection connection;
    private final SigningKeys signingKeys;

    private CloudflareClient(ClientConnection connection) {
        this.connection = connection;
        this.signingKeys = new SigningKeys(connection.caller(), connection.timeSource());
    }

    /**
     * Makes a client from the environment: {@code CLOUDFLARE_API_TOKEN}, or {@code CLOUDFLARE_EMAIL} together with
     * {@code CLOUDFLARE_API_KEY}; and the base URL from {@code CLOUDFLARE_BASE_URL} if that is set.
     *
     * @return the client, to be closed
     * @throws ConfigurationException if there is no credential, half of one, or more than one, or a setting cannot be used
     */
    public static CloudflareClient fromEnv() {
        return fromEnv(System.getenv());
    }

    /**
     * Makes a client from the given variables instead of the environment; see {@link #fromEnv()}.
     *
     * @param variables values by name
     * @return the client, to be closed
     * @throws ConfigurationException if there is no credential, half of one, or more than one, or a setting cannot be used
     */
    public static CloudflareClient fromEnv(Map<String, String> variables) {
        return builder().environment(variables).build();
    }

    /**
     * Starts to build a client.
     *
     * @return a builder without a credential
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Gives the signing keys of accounts.
     *
     * @return the service; safe for use by many threads
     */
    public SigningKeys signingKeys() {
        return signingKeys;
    }

    /**
     * Gives the signing keys of one account behind the interface that is the same at every provider.
     *
     * @param accountId the account, at most 32 characters
     * @return the service; closing it is not needed, this client does
     * @throws dev.accesskeys.error.ValidationException if the id is empty or longer
     */
    public AccessKeyService accessKeys(String accountId) {
        return new CloudflareAccessKeys(signingKeys, accountId, connection.baseUrl());
    }

    /**
     * Refuses new calls and ends those under way; frees connections and threads. A rotation that has been sent is still awaited
     * for a while, see {@link ClientBuilder#settleTime}.
     */
    @Override
    public void close() {
        connection.close();
    }

    /** Builds a client. */
    public static final class Builder extends ClientBuilder<Builder> {

        private static final String TOKEN = "apiToken";
        private static final String EMAIL = "apiEmail";
        private static final String KEY = "apiKey";

        private Builder() {
            super(CloudflareOperations.DESCRIPTION, new CloudflareFailures());
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Sets the API token.
         *
         * @param token an API token with the permission to edit Access, or to read it for a client that only reads
         * @return this builder
         * @throws ConfigurationException if it is empty or blank, or has other than visible ASCII characters
         */
        public Builder apiToken(String token) {
            return credential(TOKEN, token);
        }

        /**
         * Sets the API token.
         *
         * @param token see {@link #apiToken(String)}
         * @return this builder
         * @throws ConfigurationException if it is blank or has other than visible ASCII characters
         */
        public Builder apiToken(Secret token) {
            return credential(TOKEN, token.reveal());
        }

        /**
         * Sets where the API token comes from, for tokens that change while the client lives.
         *
         * @param source gives the token
         * @return this builder
         */
        public Builder apiToken(CredentialProvider source) {
            return credential(TOKEN, source);
        }

        /**
         * Sets the e-mail address and the API key of a user, instead of an API token.
         *
         * @param email the address
         * @param key the global API key of the user
         * @return this builder
         * @throws ConfigurationException if one of them is missing, empty or blank, or has other than visible ASCII characters
         */
        public Builder emailAndKey(@Nullable String email, @Nullable String key) {
            if (email == null || key == null || email.isBlank() || key.isBlank()) {
                throw half(email, key);
            }
            return credential(EMAIL, email).credential(KEY, key);
        }

        /**
         * Sets the e-mail address of a user and where the API key comes from, instead of an API token.
         *
         * @param email the address
         * @param source gives the global API key of the user
         * @return this builder
         * @throws ConfigurationException if the address is missing, empty or blank, or has other than visible ASCII characters
         */
        public Builder emailAndKey(@Nullable String email, CredentialProvider source) {
            if (email == null || email.isBlank()) {
                throw half(email, "given");
            }
            return credential(EMAIL, email).credential(KEY, source);
        }

        private static ConfigurationException half(@Nullable String email, @Nullable String key) {
            return new ConfigurationException(
                    "half of a credential for Cloudflare: the e-mail address is " + (isBlank(email) ? "missing" : "set")
                            + ", the API key is " + (isBlank(key) ? "missing" : "set"),
                    "Give both, or an API token instead.");
        }

        private static boolean isBlank(@Nullable String value) {
            return value == null || value.isBlank();
        }

        /**
         * Makes the client. Nothing is sent.
         *
         * @return the client, to be closed
         * @throws ConfigurationException if there is no credential, half of one, or more than one, if the base URL is not
         *     allowed, or if the JVM is set up so that requests would be sent twice
         */
        public CloudflareClient build() {
            return new CloudflareClient(connect());
        }
    }
}
