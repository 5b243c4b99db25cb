package dev.accesskeys.testing.tensorpool;

import dev.accesskeys.Secret;
import dev.accesskeys.testing.internal.KeyMaterial;
import dev.accesskeys.time.TimeSource;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of the fake: one organisation with one pair of S3 credentials, or none. Here a test looks behind the API, and does
 * what another member of the organisation would do meanwhile. Safe for use by many threads.
 *
 * <p>There is no grace: a pair that was replaced is dead at once.
 */
public final class TensorPoolOrganisation {

    /** The pair as it is. */
    record Pair(String accessKeyId, String secret, Instant createdAt, Instant updatedAt) {}

    private final String id;
    private final TimeSource time;
    private final KeyMaterial material;
    private final boolean keepsAccessKeyId;
    private int made;
    private Optional<Pair> pair = Optional.empty();

    TensorPoolOrganisation(TensorPoolSettings settings) {
        this.id = settings.orgId();
        this.time = settings.time();
        this.material = new KeyMaterial(settings.seed());
        this.keepsAccessKeyId = settings.has(TensorPoolQuirk.ROTATION_KEEPS_ACCESS_KEY_ID);
        if (settings.enabled()) {
            enable();
        }
    }

    /**
     * Gives the organisation's id.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * Tells whether object storage is enabled.
     *
     * @return whether there is a pair
     */
    public synchronized boolean isEnabled() {
        return pair.isPresent();
    }

    /**
     * Gives the access key id that works now.
     *
     * @return the id
     * @throws java.util.NoSuchElementException if object storage is not enabled
     */
    public synchronized String accessKeyId() {
        return pair.orElseThrow().accessKeyId();
    }

    /**
     * Gives the secret that works now.
     *
     * @return the secret
     * @throws java.util.NoSuchElementException if object storage is not enabled
     */
    public synchronized Secret secret() {
        return Secret.of(pair.orElseThrow().secret());
    }

    /**
     * Tells whether S3 accepts a pair.
     *
     * @param accessKeyId the public half
     * @param secret the secret half
     * @return whether it is the pair of now
     */
    public synchronized boolean isAcceptedByS3(String accessKeyId, Secret secret) {
        return s3SecretOf(accessKeyId).filter(secret::equals).isPresent();
    }

    /**
     * Gives the secret with which the S3 service checks the signatures of an access key id now: what a real S3 server in a test
     * is to ask on every request.
     *
     * @param accessKeyId the access key id
     * @return the secret; empty if S3 does not know the key, or not any more
     */
    public synchronized Optional<Secret> s3SecretOf(String accessKeyId) {
        return pair.filter(now -> now.accessKeyId().equals(accessKeyId)).map(now -> Secret.of(now.secret()));
    }

    /** Makes a pair, if there is none. */
    public synchronized void enable() {
        if (pair.isEmpty()) {
            made++;
            pair = Optional.of(new Pair(accessKeyId(made), secret(made), time.now(), time.now()));
        }
    }

    /**
     * Replaces the pair.
     *
     * @throws java.util.NoSuchElementException if object storage is not enabled
     */
    public synchronized void rotate() {
        Pair old = pair.orElseThrow();
        made++;
        String accessKeyId = keepsAccessKeyId ? old.accessKeyId() : accessKeyId(made);
        pair = Optional.of(new Pair(accessKeyId, secret(made), old.createdAt(), time.now()));
    }

    /** Takes the pair away, if there is one. */
    public synchronized void disable() {
        pair = Optional.empty();
    }

    synchronized Optional<Pair> pair() {
        return pair;
    }

    String token() {
        return "tp-" + material.text("token", 0, KeyMaterial.LETTERS_AND_DIGITS, 32);
    }

    private String accessKeyId(int number) {
        return material.text("access key", number, KeyMaterial.CAPITALS_AND_DIGITS, 20);
    }

    private String secret(int number) {
        return material.text("secret", number, KeyMaterial.LETTERS_AND_DIGITS, 40);
    }
}
