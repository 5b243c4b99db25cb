package dev.accesskeys.rotation.journal;

import dev.accesskeys.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells secrets apart without showing them: a part of a keyed hash (HMAC-SHA-256). Without the key nobody can try guesses
 * against it; with another key the same secret has another fingerprint.
 */
public final class KeyedFingerprint {

    /** The length of a key in bytes. */
    public static final int KEY_LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHOWN_BYTES = 8;

    private final SecretKeySpec key;

    private KeyedFingerprint(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * Makes fingerprints with a key.
     *
     * @param key 32 bytes
     * @return the fingerprints
     * @throws IllegalArgumentException if it has another length
     */
    public static KeyedFingerprint of(byte[] key) {
        if (key.length != KEY_LENGTH) {
            throw new IllegalArgumentException("the key must have " + KEY_LENGTH + " bytes; given: " + key.length);
        }
        return new KeyedFingerprint(key);
    }

    /**
     * Makes a key.
     *
     * @return 32 random bytes
     */
    public static byte[] newKey() {
        byte[] key = new byte[KEY_LENGTH];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /**
     * Gives the fingerprint of a secret.
     *
     * @param secret the secret
     * @return 16 hexadecimal digits
     */
    public String of(Secret secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(secret.reveal().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return "KeyedFingerprint[redacted]";
    }
}
