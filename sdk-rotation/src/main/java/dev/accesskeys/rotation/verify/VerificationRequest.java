package dev.accesskeys.rotation.verify;

import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.rotation.store.StoredKey;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which key a {@link KeyVerifier} shall try. */
public final class VerificationRequest {

    private final AccessKey key;
    private final @Nullable StoredKey stored;
    private final Map<String, String> before;

    /**
     * Makes a request.
     *
     * @param key the key as the provider tells of it
     * @param stored the key as the store has it, with its secret; null where keys have none
     * @param before what {@link KeyVerifier#before()} gave before the rotation was sent
     */
    public VerificationRequest(AccessKey key, @Nullable StoredKey stored, Map<String, String> before) {
        this.key = Objects.requireNonNull(key, "key");
        this.stored = stored;
        this.before = Map.copyOf(before);
    }

    /**
     * Gives the key as the provider tells of it, with the endpoints at which it works.
     *
     * @return the key
     */
    public AccessKey key() {
        return key;
    }

    /**
     * Gives the key with its secret.
     *
     * @return the key as the store has it; empty where keys have no secret
     */
    public Optional<StoredKey> stored() {
        return Optional.ofNullable(stored);
    }

    /**
     * Gives what the verifier noted before the rotation.
     *
     * @return its notes; empty if it made none
     */
    public Map<String, String> before() {
        return before;
    }

    /** The key; never the secret. */
    @Override
    public String toString() {
        return "VerificationRequest[" + key + "]";
    }
}
