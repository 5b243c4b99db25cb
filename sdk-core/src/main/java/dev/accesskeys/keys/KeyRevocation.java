package dev.accesskeys.keys;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for the end of a key. Immutable. */
public final class KeyRevocation {

    private final AccessKeyId id;
    private final @Nullable String confirmation;

    private KeyRevocation(AccessKeyId id, @Nullable String confirmation) {
        this.id = id;
        this.confirmation = confirmation;
    }

    /**
     * Revokes a key.
     *
     * @param id the key
     * @return the request
     */
    public static KeyRevocation of(AccessKeyId id) {
        return new KeyRevocation(Objects.requireNonNull(id, "id"), null);
    }

    /**
     * Confirms a revocation that hits more than this key, by naming whom it hits; see {@link Capabilities#confirmation()}.
     *
     * @param name what must be named, such as the id of the organisation
     * @return the changed request
     */
    public KeyRevocation confirming(String name) {
        return new KeyRevocation(id, Objects.requireNonNull(name, "confirmation"));
    }

    /**
     * Gives the key to revoke.
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

    @Override
    public String toString() {
        return "KeyRevocation[" + id + (confirmation == null ? "" : ", confirming " + confirmation) + "]";
    }
}
