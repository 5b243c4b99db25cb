package dev.accesskeys.rotation.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a store holds, read at one moment. */
public final class StoreContents {

    private final @Nullable StoredKey current;
    private final @Nullable StoredKey pending;
    private final @Nullable StoredKey previous;
    private final @Nullable String reservation;

    /**
     * Makes it.
     *
     * @param current the key in use, or null
     * @param pending the key that a rotation has made and not published yet, or null
     * @param previous the key that was in use before, or null
     * @param reservation the attempt for which the place of the pending key is reserved, whether it is filled or not; null if free
     */
    public StoreContents(
            @Nullable StoredKey current,
            @Nullable StoredKey pending,
            @Nullable StoredKey previous,
            @Nullable String reservation) {
        this.current = current;
        this.pending = pending;
        this.previous = previous;
        this.reservation = reservation;
    }

    /**
     * Gives the key in use.
     *
     * @return the current key; empty if the store has none
     */
    public Optional<StoredKey> current() {
        return Optional.ofNullable(current);
    }

    /**
     * Gives the key that a rotation has made and not published yet.
     *
     * @return the pending key; empty if there is none
     */
    public Optional<StoredKey> pending() {
        return Optional.ofNullable(pending);
    }

    /**
     * Gives the key that was in use before.
     *
     * @return the previous key; empty if there is none
     */
    public Optional<StoredKey> previous() {
        return Optional.ofNullable(previous);
    }

    /**
     * Tells for which attempt the place of the pending key is reserved, or which one has filled it.
     *
     * @return the nonce of the attempt; empty if the place is free
     */
    public Optional<String> reservation() {
        return Optional.ofNullable(reservation);
    }

    /** Everything but the secrets. */
    @Override
    public String toString() {
        return "StoreContents[current=" + current + ", pending=" + pending + ", previous=" + previous + ", reservation="
                + reservation + "]";
    }
}
