package dev.accesskeys.testing.cloudflare;

import dev.accesskeys.testing.internal.KeyMaterial;
import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The state of the fake: the two published signing keys of one account, and the schedule by which they are rotated. Here a test
 * looks behind the API, and does what somebody else would do in the dashboard meanwhile. Safe for use by many threads.
 *
 * <p>A key that was replaced stays valid for 7 days, or until the next rotation but one of these days: only two are published.
 */
public final class CloudflareAccount {

    /** How long a key that was replaced stays valid. */
    private static final Duration VALID_AFTER_ROTATION = Duration.ofDays(7);

    private final String id;
    private final TimeSource time;
    private final KeyMaterial material;
    private int rotations;
    private int intervalDays;
    private Instant lastRotation;
    private String current;
    private String previous;

    CloudflareAccount(CloudflareSettings settings) {
        this.id = settings.accountId();
        this.time = settings.time();
        this.material = new KeyMaterial(settings.seed());
        this.intervalDays = settings.intervalDays();
        this.lastRotation = settings.time().now().minus(settings.lastRotationAgo());
        this.previous = key(0);
        this.current = key(1);
        this.rotations = 1;
    }

    /**
     * Gives the account's id.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * Gives the key that new tokens are signed with.
     *
     * @return its {@code kid}
     */
    public synchronized String currentKey() {
        followSchedule();
        return current;
    }

    /**
     * Gives the two keys that are published.
     *
     * @return the {@code kid} of the current key, and behind it that of the previous one
     */
    public synchronized List<String> publishedKeys() {
        followSchedule();
        return List.of(current, previous);
    }

    /**
     * Tells whether tokens that a key has signed are accepted.
     *
     * @param kid the {@code kid} of the key
     * @return whether it is the current key, or the previous one within 7 days of the rotation
     */
    public synchronized boolean isValid(String kid) {
        followSchedule();
        return kid.equals(current)
                || (kid.equals(previous) && time.now().isBefore(lastRotation.plus(VALID_AFTER_ROTATION)));
    }

    /**
     * Tells when the keys were last rotated.
     *
     * @return the time
     */
    public synchronized Instant lastRotation() {
        followSchedule();
        return lastRotation;
    }

    /**
     * Tells after how many days the keys are rotated by themselves.
     *
     * @return the number of days
     */
    public synchronized int intervalDays() {
        return intervalDays;
    }

    /** Rotates the keys: the current one becomes the previous one, and the one before that is gone. */
    public synchronized void rotate() {
        followSchedule();
        rotateAt(time.now());
    }

    synchronized void intervalDays(int days) {
        followSchedule();
        intervalDays = days;
    }

    synchronized long daysUntilNextRotation() {
        followSchedule();
        return Duration.between(time.now(), lastRotation.plus(Duration.ofDays(intervalDays)))
                .toDays();
    }

    private void followSchedule() {
        Instant due = lastRotation.plus(Duration.ofDays(intervalDays));
        while (!due.isAfter(time.now())) {
            rotateAt(due);
            due = due.plus(Duration.ofDays(intervalDays));
        }
    }

    private void rotateAt(Instant moment) {
        rotations++;
        previous = current;
        current = key(rotations);
        lastRotation = moment;
    }

    private String key(int number) {
        return material.text("kid", number, KeyMaterial.HEX, 64);
    }

    /** The modulus of a key, or what looks like it. */
    String modulus(String kid) {
        return material.text("modulus", kid.hashCode(), KeyMaterial.LETTERS_AND_DIGITS, 342);
    }
}
