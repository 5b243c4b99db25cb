package dev.accesskeys.keys;

import dev.accesskeys.error.ValidationException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private final @Nullable String nonce;
    private final Set<String> ignoredAttempts;

    private KeyRotation(
            AccessKeyId id,
            @Nullable String confirmation,
            boolean insisting,
            @Nullable String nonce,
            Set<String> ignoredAttempts) {
        this.id = id;
        this.confirmation = confirmation;
        this.insisting = insisting;
        this.nonce = nonce;
        this.ignoredAttempts = ignoredAttempts;
    }

    /**
     * Rotates a key.
     *
     * @param id the key, which must be the current one
     * @return the request
     */
    public static KeyRotation of(AccessKeyId id) {
        return new KeyRotation(Objects.requireNonNull(id, "id"), null, false, null, Set.of());
    }

    /**
     * Confirms a rotation that hits more than this key, by naming whom it hits; see {@link Capabilities#confirmation()}.
     *
     * @param name what must be named, such as the id of the organisation
     * @return the changed request
     */
    public KeyRotation confirming(String name) {
        return new KeyRotation(id, Objects.requireNonNull(name, "confirmation"), insisting, nonce, ignoredAttempts);
    }

    /**
     * Rotates even if the last rotation is so recent that an older key, which someone may still use, dies of it; see
     * {@link Capabilities#minimumRotationInterval()}.
     *
     * @return the changed request
     */
    public KeyRotation insisting() {
        return new KeyRotation(id, confirmation, true, nonce, ignoredAttempts);
    }

    /**
     * Puts this nonce into the successor's name instead of a random one, so that it can be written down before the request
     * leaves. Has no effect where a rotation makes no name.
     *
     * @param value a nonce of {@link SuccessorName#newNonce()}, used for this attempt alone
     * @return the changed request
     * @throws ValidationException if it has another form
     */
    public KeyRotation withNonce(String value) {
        return new KeyRotation(id, confirmation, insisting, SuccessorName.requireNonce(value), ignoredAttempts);
    }

    /**
     * Names earlier attempts of the caller himself that failed: successors of the key that carry one of these nonces do not make
     * it one that has been rotated already. Replaces those named before. A successor with the {@linkplain #withNonce nonce} of
     * this very attempt counts all the same. Has no effect where a rotation makes no name.
     *
     * @param nonces the nonces of the failed attempts, and of nothing else
     * @return the changed request
     * @throws ValidationException if one of them has another form
     */
    public KeyRotation ignoringAttempts(Set<String> nonces) {
        nonces.forEach(SuccessorName::requireNonce);
        return new KeyRotation(id, confirmation, insisting, nonce, Set.copyOf(nonces));
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

    /**
     * Gives the nonce that the successor's name is to carry.
     *
     * @return the nonce; empty if it is to be a random one
     */
    public Optional<String> nonce() {
        return Optional.ofNullable(nonce);
    }

    /**
     * Gives the nonces of the caller's own failed attempts.
     *
     * @return the nonces, possibly none
     */
    public Set<String> ignoredAttempts() {
        return ignoredAttempts;
    }

    /**
     * Tells whether a key shows that this rotation has been made already, which providers' modules ask before they change
     * anything: it is a successor of the {@linkplain #id() key}, and none of the {@linkplain #ignoredAttempts() failed attempts}.
     *
     * @param name the name of a key
     * @return whether it must not be made again
     */
    public boolean isMadeBy(String name) {
        return SuccessorName.isSuccessorOf(name, id)
                && SuccessorName.nonceOf(name)
                        .filter(each -> each.equals(nonce) || !ignoredAttempts.contains(each))
                        .isPresent();
    }

    /**
     * Makes the successor's name, for providers' modules: with the {@linkplain #nonce() nonce} if there is one, and a random one
     * otherwise.
     *
     * @param name the name of the old key
     * @param maxLength how long the name may be, at least 24
     * @return the name
     */
    public String successorName(String name, int maxLength) {
        return nonce == null ? SuccessorName.of(name, id, maxLength) : SuccessorName.of(name, id, maxLength, nonce);
    }

    /**
     * Gives this rotation back if it has a nonce, without which a successor cannot be recognised that is yet to be made.
     *
     * @return this
     * @throws ValidationException if it has none
     */
    public KeyRotation requireNonce() {
        if (nonce == null) {
            throw new ValidationException(
                    "nonce", "must be given to prepare a rotation, and the same to make it", "nothing");
        }
        return this;
    }

    @Override
    public String toString() {
        return "KeyRotation[" + id + (confirmation == null ? "" : ", confirming " + confirmation)
                + (insisting ? ", insisting" : "") + (nonce == null ? "" : ", nonce " + nonce)
                + (ignoredAttempts.isEmpty() ? "" : ", ignoring " + ignoredAttempts.size() + " attempts") + "]";
    }
}
