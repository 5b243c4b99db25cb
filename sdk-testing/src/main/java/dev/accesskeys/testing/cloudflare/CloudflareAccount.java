package dev.accesskeys.testing.cloudflare;

import dev.accesskeys.testing.Lag;
import dev.accesskeys.testing.internal.KeyMaterial;
import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The state of the fake: the published signing keys of one account, and the schedule by which they are rotated. Here a test
 * looks behind the API, and does what somebody else would do in the dashboard meanwhile. Safe for use by many threads.
 *
 * <p>A key that was replaced stays valid, and published, for 7 days or until the next rotation: never more than two are.
 */
public final class CloudflareAccount {

    /** How long a key that was replaced stays valid. */
    private static final Duration VALID_AFTER_ROTATION = Duration.ofDays(7);

    private final String id;
    private final TimeSource time;
    private final KeyMaterial material;
    private final Lag certificates;
    private final Deque<Rotation> unseen = new ArrayDeque<>();
    private int rotations;
    private int intervalDays;
    private Rotation last;
    private Rotation shown;
    private long certificateReads;

    /** The keys from a rotation on. */
    private record Rotation(String current, String previous, Instant at, long readsBefore) {

        List<String> published(Instant now) {
            return now.isBefore(at.plus(VALID_AFTER_ROTATION)) ? List.of(current, previous) : List.of(current);
        }
    }

    CloudflareAccount(CloudflareSettings settings) {
        this.id = settings.accountId();
        this.time = settings.time();
        this.material = new KeyMaterial(settings.seed());
        this.intervalDays = settings.intervalDays();
        this.certificates = settings.certificates();
        this.last = new Rotation(key(1), key(0), settings.time().now().minus(settings.lastRotationAgo()), 0);
        this.shown = last;
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
        return last.current();
    }

    /**
     * Gives the keys that are published, or will be once a lag is over.
     *
     * @return the {@code kid} of the current key, and behind it that of the previous one within 7 days of the rotation
     */
    public synchronized List<String> publishedKeys() {
        followSchedule();
        return last.published(time.now());
    }

    /**
     * Tells whether tokens that a key has signed are accepted.
     *
     * @param kid the {@code kid} of the key
     * @return whether it is the current key, or the previous one within 7 days of the rotation
     */
    public synchronized boolean isValid(String kid) {
        followSchedule();
        return last.published(time.now()).contains(kid);
    }

    /**
     * Tells when the keys were last rotated.
     *
     * @return the time
     */
    public synchronized Instant lastRotation() {
        followSchedule();
        return last.at();
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
        return Duration.between(time.now(), last.at().plus(Duration.ofDays(intervalDays)))
                .toDays();
    }

    /** The keys that a look at the certificates shows; it counts as a read. */
    synchronized List<String> certificates() {
        followSchedule();
        Instant now = time.now();
        while (!unseen.isEmpty()
                && certificates.isOver(
                        unseen.getFirst().at(),
                        now,
                        certificateReads - unseen.getFirst().readsBefore())) {
            shown = unseen.removeFirst();
        }
        certificateReads++;
        return shown.published(now);
    }

    private void followSchedule() {
        Instant due = last.at().plus(Duration.ofDays(intervalDays));
        while (!due.isAfter(time.now())) {
            rotateAt(due);
            due = due.plus(Duration.ofDays(intervalDays));
        }
    }

    private void rotateAt(Instant moment) {
        rotations++;
        last = new Rotation(key(rotations), last.current(), moment, certificateReads);
        unseen.addLast(last);
    }

    private String key(int number) {
        return material.text("kid", number, KeyMaterial.HEX, 64);
    }

    /** What looks like the certificate of a key. */
    String certificate(String kid) {
        String text = material.text("certificate", kid.hashCode(), KeyMaterial.LETTERS_AND_DIGITS, 960);
        return "-----BEGIN CERTIFICATE-----\n" + text.replaceAll(".{64}", "$0\n") + "-----END CERTIFICATE-----\n";
    }

    /** The modulus of a key, or what looks like it. */
    String modulus(String kid) {
        return material.text("modulus", kid.hashCode(), KeyMaterial.LETTERS_AND_DIGITS, 342);
    }
}
