package dev.accesskeys.testing;

import java.util.Objects;

/**
 * What one request changed at the provider.
 *
 * @param kind what was done
 * @param id the provider's id of what it was done to; never a secret
 */
public record Change(Kind kind, String id) {

    /** The ways to change something. */
    public enum Kind {
        /** Something new is there. */
        CREATED,
        /** Something is different. */
        UPDATED,
        /** Something is gone. */
        DELETED,
        /** Something has a new secret in the place of the old one. */
        ROTATED
    }

    /**
     * Checks that both parts are there.
     *
     * @param kind what was done
     * @param id the provider's id of what it was done to; never a secret
     * @throws NullPointerException if one is null
     */
    public Change {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }
}
