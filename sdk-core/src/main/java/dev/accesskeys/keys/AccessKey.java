package dev.accesskeys.keys;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An access key as its provider tells of it, without its secret. */
public final class AccessKey {

    private final AccessKeyId id;
    private final String name;
    private final @Nullable String accessKeyId;
    private final AccessKeyState state;
    private final @Nullable Instant createdAt;
    private final List<S3Endpoint> endpoints;
    private final AccessRights rights;

    private AccessKey(Builder builder) {
        id = builder.id;
        name = builder.name;
        accessKeyId = builder.accessKeyId;
        state = builder.state;
        createdAt = builder.createdAt;
        endpoints = builder.endpoints;
        rights = builder.rights;
    }

    /**
     * Starts a key.
     *
     * @param id its id
     * @param name its label or name
     * @return a builder
     */
    public static Builder builder(AccessKeyId id, String name) {
        return new Builder(id, name);
    }

    /**
     * Gives the id by which the key is named in calls.
     *
     * @return the id
     */
    public AccessKeyId id() {
        return id;
    }

    /**
     * Gives the label or name.
     *
     * @return the name; need not be unique
     */
    public String name() {
        return name;
    }

    /**
     * Gives the public half of the S3 key pair, which signed requests carry.
     *
     * @return the access key id; empty until it is provisioned, and where keys are not for S3
     */
    public Optional<String> accessKeyId() {
        return Optional.ofNullable(accessKeyId);
    }

    /**
     * Tells where the key stands in its life.
     *
     * @return the state
     */
    public AccessKeyState state() {
        return state;
    }

    /**
     * Tells when the key was created or last rotated.
     *
     * @return the time; empty where the provider does not tell
     */
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(createdAt);
    }

    /**
     * Tells where the key works.
     *
     * @return an unmodifiable list; empty where the provider does not tell with the key
     */
    public List<S3Endpoint> endpoints() {
        return endpoints;
    }

    /**
     * Tells what the key may do.
     *
     * @return the rights
     */
    public AccessRights rights() {
        return rights;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccessKey that
                && id.equals(that.id)
                && name.equals(that.name)
                && Objects.equals(accessKeyId, that.accessKeyId)
                && state == that.state
                && Objects.equals(createdAt, that.createdAt)
                && endpoints.equals(that.endpoints)
                && rights.equals(that.rights);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, name, accessKeyId, state, createdAt, endpoints, rights);
    }

    @Override
    public String toString() {
        return "AccessKey[" + id + ", name=" + name + ", state=" + state + ", rights=" + rights + "]";
    }

    /** Describes a key; for providers' modules and for tests. */
    public static final class Builder {

        private final AccessKeyId id;
        private final String name;
        private @Nullable String accessKeyId;
        private AccessKeyState state = AccessKeyState.UNKNOWN;
        private @Nullable Instant createdAt;
        private List<S3Endpoint> endpoints = List.of();
        private AccessRights rights = AccessRights.unstated();

        private Builder(AccessKeyId id, String name) {
            this.id = Objects.requireNonNull(id, "id");
            this.name = Objects.requireNonNull(name, "name");
        }

        /**
         * Sets the public half of the key pair.
         *
         * @param value the access key id, or null
         * @return this builder
         */
        public Builder accessKeyId(@Nullable String value) {
            accessKeyId = value;
            return this;
        }

        /**
         * Sets the state.
         *
         * @param value the state
         * @return this builder
         */
        public Builder state(AccessKeyState value) {
            state = value;
            return this;
        }

        /**
         * Sets when the key was created.
         *
         * @param value the time, or null
         * @return this builder
         */
        public Builder createdAt(@Nullable Instant value) {
            createdAt = value;
            return this;
        }

        /**
         * Sets where the key works.
         *
         * @param values the endpoints
         * @return this builder
         */
        public Builder endpoints(List<S3Endpoint> values) {
            endpoints = List.copyOf(values);
            return this;
        }

        /**
         * Sets what the key may do.
         *
         * @param value the rights
         * @return this builder
         */
        public Builder rights(AccessRights value) {
            rights = value;
            return this;
        }

        /**
         * Ends the description.
         *
         * @return the key
         */
        public AccessKey build() {
            return new AccessKey(this);
        }
    }
}
