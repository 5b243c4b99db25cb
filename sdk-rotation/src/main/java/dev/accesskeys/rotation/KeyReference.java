package dev.accesskeys.rotation;

import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key as it is remembered: enough to find it again, and nothing that is secret. */
public final class KeyReference {

    private final AccessKeyId id;
    private final @Nullable String accessKeyId;
    private final String name;
    private final @Nullable Instant createdAt;

    private KeyReference(AccessKeyId id, @Nullable String accessKeyId, String name, @Nullable Instant createdAt) {
        this.id = Objects.requireNonNull(id, "id");
        this.accessKeyId = accessKeyId;
        this.name = Objects.requireNonNull(name, "name");
        this.createdAt = createdAt;
    }

    /**
     * Makes a reference.
     *
     * @param id the id at the provider
     * @param accessKeyId the public half of the pair; null if there is none or it is not known yet
     * @param name the label or name
     * @param createdAt when it was made; null if not known
     * @return the reference
     */
    public static KeyReference of(
            AccessKeyId id, @Nullable String accessKeyId, String name, @Nullable Instant createdAt) {
        return new KeyReference(id, accessKeyId, name, createdAt);
    }

    /**
     * Refers to a key.
     *
     * @param key the key as its provider tells of it
     * @return the reference
     */
    public static KeyReference to(AccessKey key) {
        return new KeyReference(
                key.id(),
                key.accessKeyId().orElse(null),
                key.name(),
                key.createdAt().orElse(null));
    }

    /**
     * Gives the id by which the provider's API names the key.
     *
     * @return the id
     */
    public AccessKeyId id() {
        return id;
    }

    /**
     * Gives the public half of the pair.
     *
     * @return the access key id; empty if there is none or it is not known yet
     */
    public Optional<String> accessKeyId() {
        return Optional.ofNullable(accessKeyId);
    }

    /**
     * Gives the label or name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Tells when the key was made.
     *
     * @return the time; empty if the provider does not tell
     */
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(createdAt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyReference that
                && id.equals(that.id)
                && Objects.equals(accessKeyId, that.accessKeyId)
                && name.equals(that.name)
                && Objects.equals(createdAt, that.createdAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, accessKeyId, name, createdAt);
    }

    /** Id, access key id and name. */
    @Override
    public String toString() {
        return id + (accessKeyId == null ? "" : " (" + accessKeyId + ")") + " \"" + name + "\"";
    }
}
