package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.keys.AccessKey;

/** What came of the request for a new key. */
public sealed interface SendResult {

    /**
     * The provider has made the key.
     *
     * @param key the key
     * @param staged whether its secret is safe in the store; true where keys have none
     * @param fingerprint of its secret; empty where keys have none
     */
    record Answered(AccessKey key, boolean staged, String fingerprint) implements SendResult {}

    /** Nothing was made. */
    record NotMade(AccessKeysException why) implements SendResult {}

    /** Whether something was made is not known, or what was made. */
    record Unknown(AccessKeysException why) implements SendResult {}
}
