package dev.accesskeys.rotation.store;

import dev.accesskeys.Secret;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.S3Endpoint;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key as a store keeps it: the secret, and as much as is known of whose it is. Right after a key was made only the secret may be
 * known; the rest is filled in before the key is published. Immutable.
 */
public final class StoredKey {

    private final Secret secret;
    private final @Nullable AccessKeyId id;
    private final @Nullable String accessKeyId;
    private final @Nullable S3Endpoint endpoint;
    private final @Nullable String attempt;

    private StoredKey(Builder builder) {
        secret = builder.secret;
        id = builder.id;
        accessKeyId = builder.accessKeyId;
        endpoint = builder.endpoint;
        attempt = builder.attempt;
    }

    /**
     * Starts a key.
     *
     * @param secret its secret access key
     * @return a builder
     */
    public static Builder builder(Secret secret) {
        return new Builder(secret);
    }

    /**
     * Starts a changed copy.
     *
     * @return a builder with everything that this key has
     */
    public Builder toBuilder() {
        return new Builder(secret)
                .id(id)
                .accessKeyId(accessKeyId)
                .endpoint(endpoint)
                .attempt(attempt);
    }

    /**
     * Gives the secret access key.
     *
     * @return the secret
     */
    public Secret secret() {
        return secret;
    }

    /**
     * Gives the id by which the provider's API names the key.
     *
     * @return the id; empty if it is not known, as for a key that was put into the store by hand
     */
    public Optional<AccessKeyId> id() {
        return Optional.ofNullable(id);
    }

    /**
     * Gives the public half of the pair, which signed requests carry.
     *
     * @return the access key id; empty while it is not known yet
     */
    public Optional<String> accessKeyId() {
        return Optional.ofNullable(accessKeyId);
    }

    /**
     * Tells where the key works.
     *
     * @return address and region; empty if not known
     */
    public Optional<S3Endpoint> endpoint() {
        return Optional.ofNullable(endpoint);
    }

    /**
     * Names the attempt of a rotation that made the key.
     *
     * @return its nonce; empty for a key that no rotation put here
     */
    public Optional<String> attempt() {
        return Optional.ofNullable(attempt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredKey that
                && secret.equals(that.secret)
                && Objects.equals(id, that.id)
                && Objects.equals(accessKeyId, that.accessKeyId)
                && Objects.equals(endpoint, that.endpoint)
                && Objects.equals(attempt, that.attempt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, accessKeyId, endpoint, attempt);
    }

    /** Everything but the secret. */
    @Override
    public String toString() {
        return "StoredKey[id=" + id + ", accessKeyId=" + accessKeyId + ", attempt=" + attempt + "]";
    }

    /** Describes a stored key. */
    public static final class Builder {

        private final Secret secret;
        private @Nullable AccessKeyId id;
        private @Nullable String accessKeyId;
        private @Nullable S3Endpoint endpoint;
        private @Nullable String attempt;

        private Builder(Secret secret) {
            this.secret = Objects.requireNonNull(secret, "secret");
        }

        /**
         * Sets the id at the provider.
         *
         * @param value the id, or null
         * @return this builder
         */
        public Builder id(@Nullable AccessKeyId value) {
            id = value;
            return this;
        }

        /**
         * Sets the public half of the pair.
         *
         * @param value the access key id, or null
         * @return this builder
         */
        public Builder accessKeyId(@Nullable String value) {
            accessKeyId = value;
            return this;
        }

        /**
         * Sets where the key works.
         *
         * @param value address and region, or null
         * @return this builder
         */
        public Builder endpoint(@Nullable S3Endpoint value) {
            endpoint = value;
            return this;
        }

        /**
         * Sets the attempt that made the key.
         *
         * @param value its nonce, or null
         * @return this builder
         */
        public Builder attempt(@Nullable String value) {
            attempt = value;
            return this;
        }

        /**
         * Ends the description.
         *
         * @return the key
         */
        public StoredKey build() {
            return new StoredKey(this);
        }
    }
}
