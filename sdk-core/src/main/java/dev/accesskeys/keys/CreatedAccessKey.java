package dev.accesskeys.keys;

import dev.accesskeys.Secret;
import java.util.Objects;

/**
 * A key that has just been created, with its secret. Most providers show the secret this once: put it where it belongs before
 * doing anything else.
 */
public final class CreatedAccessKey {

    private final AccessKey key;
    private final Secret secret;

    /**
     * Makes it.
     *
     * @param key the key
     * @param secret its secret
     */
    public CreatedAccessKey(AccessKey key, Secret secret) {
        this.key = Objects.requireNonNull(key, "key");
        this.secret = Objects.requireNonNull(secret, "secret");
    }

    /**
     * Gives the key.
     *
     * @return the key; at providers that provision later it may not work yet
     */
    public AccessKey key() {
        return key;
    }

    /**
     * Gives the secret.
     *
     * @return the secret access key
     */
    public Secret secret() {
        return secret;
    }

    /** The key; never the secret. */
    @Override
    public String toString() {
        return "CreatedAccessKey[" + key + "]";
    }
}
