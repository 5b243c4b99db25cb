package dev.accesskeys.rotation.store;

import dev.accesskeys.Secret;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One document in a vault of your own, which {@link CallbackStore} reads and replaces. The vault must be able to refuse a write when
 * somebody else has written in between; most can: {@code cas} of HashiCorp's KV 2, {@code If-Match} of HTTP, a conditional put.
 */
public interface VersionedDocument {

    /**
     * A document as it was read.
     *
     * @param content what was given to {@link #write}, unchanged
     * @param version the vault's own name for this state of it
     */
    record Versioned(Secret content, String version) {

        /**
         * Checks that nothing is null.
         *
         * @param content what was given to {@link #write}
         * @param version the vault's own name for this state
         */
        public Versioned {
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(version, "version");
        }
    }

    /**
     * Reads the document.
     *
     * @return the newest state; empty if the vault has none
     */
    Optional<Versioned> read();

    /**
     * Replaces the document. It is durable when this returns.
     *
     * @param content the new content, a text of JSON that holds secrets
     * @param expectedVersion the version that must be the newest until now; null if there must be no document
     * @throws DocumentChangedException if another one is the newest; the store then reads again and decides anew
     */
    void write(Secret content, @Nullable String expectedVersion);
}
