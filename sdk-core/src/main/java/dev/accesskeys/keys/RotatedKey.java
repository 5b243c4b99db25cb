package dev.accesskeys.keys;

import dev.accesskeys.Secret;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a rotation has brought: the new key, and what has become of the old one. */
public final class RotatedKey {

    private final AccessKey key;
    private final @Nullable Secret secret;
    private final AccessKeyId previousId;
    private final PreviousKeyState previousState;
    private final @Nullable Instant previousValidUntil;

    private RotatedKey(
            AccessKey key,
            @Nullable Secret secret,
            AccessKeyId previousId,
            PreviousKeyState previousState,
            @Nullable Instant previousValidUntil) {
        this.key = Objects.requireNonNull(key, "key");
        this.secret = secret;
        this.previousId = Objects.requireNonNull(previousId, "previousId");
        this.previousState = previousState;
        this.previousValidUntil = previousValidUntil;
    }

    /**
     * The old key goes on working until it is revoked.
     *
     * @param key the new key
     * @param secret its secret
     * @param previous the old key
     * @return the result
     */
    public static RotatedKey withPreviousStillValid(AccessKey key, Secret secret, AccessKeyId previous) {
        return new RotatedKey(key, secret, previous, PreviousKeyState.STILL_VALID, null);
    }

    /**
     * The old key goes on working until a stated time.
     *
     * @param key the new key
     * @param secret its secret; null where keys have none
     * @param previous the old key
     * @param until when the old key ends
     * @return the result
     */
    public static RotatedKey withPreviousValidUntil(
            AccessKey key, @Nullable Secret secret, AccessKeyId previous, Instant until) {
        return new RotatedKey(
                key, secret, previous, PreviousKeyState.VALID_UNTIL, Objects.requireNonNull(until, "until"));
    }

    /**
     * The old key stopped working with the rotation.
     *
     * @param key the new key
     * @param secret its secret
     * @param previous the old key
     * @return the result
     */
    public static RotatedKey withPreviousDead(AccessKey key, Secret secret, AccessKeyId previous) {
        return new RotatedKey(key, secret, previous, PreviousKeyState.DEAD, null);
    }

    /**
     * Gives the new key.
     *
     * @return the key
     */
    public AccessKey key() {
        return key;
    }

    /**
     * Gives the new key's secret.
     *
     * @return the secret; empty at providers whose keys have none
     */
    public Optional<Secret> secret() {
        return Optional.ofNullable(secret);
    }

    /**
     * Gives the old key's id.
     *
     * @return the id; equal to the new key's where a provider has one key only
     */
    public AccessKeyId previousId() {
        return previousId;
    }

    /**
     * Tells what has become of the old key.
     *
     * @return its state; while it is {@link PreviousKeyState#STILL_VALID}, {@link #previousRevocation()} ends it
     */
    public PreviousKeyState previousState() {
        return previousState;
    }

    /**
     * Tells until when the old key works.
     *
     * @return the time; empty unless the state is {@link PreviousKeyState#VALID_UNTIL}
     */
    public Optional<Instant> previousValidUntil() {
        return Optional.ofNullable(previousValidUntil);
    }

    /**
     * Says how to end the old key, once the new one is in use everywhere:
     * {@code rotated.previousRevocation().ifPresent(keys::revoke)}.
     *
     * @return what to give to {@link AccessKeyService#revoke(KeyRevocation)}; empty unless the state is
     *     {@link PreviousKeyState#STILL_VALID}, for then the old key ends, or has ended, by itself
     */
    public Optional<KeyRevocation> previousRevocation() {
        return previousState == PreviousKeyState.STILL_VALID
                ? Optional.of(KeyRevocation.of(previousId))
                : Optional.empty();
    }

    /** The new key and the state of the old one; never the secret. */
    @Override
    public String toString() {
        return "RotatedKey[" + key + ", previous " + previousId + " "
                + (previousValidUntil == null ? previousState.toString() : "valid until " + previousValidUntil) + "]";
    }
}
