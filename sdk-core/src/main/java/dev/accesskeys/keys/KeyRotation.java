package dev.accesskeys.keys;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the rotation of a key.
 *
 * <pre>{@code
 * keys.rotate(KeyRotation.of(id).confirming("org-42"));
 * }</pre>
 *
 * Immutable.
 */
public final class KeyRotation {

    private final AccessKeyId id;
    private final @Nullable String confirmation;
    private final boolean insisting;

    private KeyRotation(AccessKeyId id, @Nullable String confirmation, boolean insisting) {
        this.id = id;
        this.confirmation = confirmation;
        this.insisting = insisting;
    }

    /**
     * Rotates a key.
     *
     * @param id the key, which must be the current one
     * @return the request
     */
    public static KeyRotation of(AccessKeyId id) {
        return new KeyRotation(Objects.requireNonNull(id, "id"), null, false);
    }

    /**
     * Confirms a rotation that hits more than this key, by naming whom it hits; see {@link Capabilities#confirmation()}.
     *
     * @param name what must be named, such as the id of the organisation
     * @return the changed request
     */
    public KeyRotation confirming(String name) {
        return new KeyRotation(id, Objects.requireNonNull(name, "confirmation"), insisting);
    }

    /**
     * Rotates even if the last rotation is so recent that an older key, which someone may still use, dies of it; see
     * {@link Capabilities#minimumRotationInterval()}.
     *
     * @return the changed request
     */
    public KeyRotation insisting() {
        return new KeyRotation(id, confirmation, true);
    }

    /**
     * Gives the key to rotate.
     *
     * @return its id
     */
    public AccessKeyId id() {
        return id;
    }

    /**
     * Gives what was named as confirmation.
     *
     * @return the name; empty if none was given
     */
    public Optional<String> confirmation() {
        return Optional.ofNullable(confirmation);
    }

    /**
     * Tells whether the minimum interval is to be passed over.
     *
     * @return whether it is
     */
    public boolean isInsisting() {
        return insisting;
    }

    @Override
    public String toString() {
        return "KeyRotation[" + id + (confirmation == null ? "" : ", confirming " + confirmation)
                + (insisting ? ", insisting" : "") + "]";
    }
}
