package dev.accesskeys.rotation.verify;

import dev.accesskeys.error.ValidationException;
import java.time.Duration;
import java.util.Objects;

/**
 * How patiently and how strictly a key is verified. Immutable.
 */
public final class VerificationPolicy {

    private static final VerificationPolicy STANDARD =
            new VerificationPolicy(Duration.ofMinutes(2), Duration.ofSeconds(2), 3, false);

    private final Duration deadline;
    private final Duration interval;
    private final int consecutive;
    private final boolean deniedIsEnough;

    private VerificationPolicy(Duration deadline, Duration interval, int consecutive, boolean deniedIsEnough) {
        this.deadline = deadline;
        this.interval = interval;
        this.consecutive = consecutive;
        this.deniedIsEnough = deniedIsEnough;
    }

    /**
     * The policy of rotations that set no other: for up to 2 minutes (new keys lag 30 seconds and more), every 2 seconds, 3
     * equal answers in a row, and only an accepted key is good.
     *
     * @return the policy
     */
    public static VerificationPolicy standard() {
        return STANDARD;
    }

    /**
     * Sets for how long to ask.
     *
     * @param value the time, more than zero
     * @return the changed policy
     * @throws ValidationException if it is not
     */
    public VerificationPolicy withDeadline(Duration value) {
        return new VerificationPolicy(positive("deadline", value), interval, consecutive, deniedIsEnough);
    }

    /**
     * Sets the time between two probes.
     *
     * @param value the time, more than zero
     * @return the changed policy
     * @throws ValidationException if it is not
     */
    public VerificationPolicy withInterval(Duration value) {
        return new VerificationPolicy(deadline, positive("interval", value), consecutive, deniedIsEnough);
    }

    /**
     * Sets how many good answers in a row are wanted: endpoints consist of many machines, which learn of a key one after the other.
     *
     * @param value the number, 1 to 100
     * @return the changed policy
     * @throws ValidationException if it is out of range
     */
    public VerificationPolicy withConsecutive(int value) {
        if (value < 1 || value > 100) {
            throw new ValidationException("consecutive", "must be from 1 to 100", Integer.toString(value));
        }
        return new VerificationPolicy(deadline, interval, value, deniedIsEnough);
    }

    /**
     * Takes a key for good that is denied with a good signature: for keys that may do nothing which a probe could try.
     *
     * @return the changed policy
     */
    public VerificationPolicy acceptingDenied() {
        return new VerificationPolicy(deadline, interval, consecutive, true);
    }

    /**
     * Tells for how long to ask.
     *
     * @return the time
     */
    public Duration deadline() {
        return deadline;
    }

    /**
     * Tells the time between two probes.
     *
     * @return the time
     */
    public Duration interval() {
        return interval;
    }

    /**
     * Tells how many good answers in a row are wanted.
     *
     * @return the number
     */
    public int consecutive() {
        return consecutive;
    }

    /**
     * Tells whether an answer shows that the key works.
     *
     * @param answer what a probe got
     * @return whether it is accepted, or denied where that is enough
     */
    public boolean isGood(Verification.Answer answer) {
        return answer == Verification.Answer.ACCEPTED || (deniedIsEnough && answer == Verification.Answer.DENIED);
    }

    private static Duration positive(String field, Duration value) {
        Objects.requireNonNull(value, field);
        if (value.isNegative() || value.isZero()) {
            throw new ValidationException(field, "must be more than zero", value.toString());
        }
        return value;
    }

    @Override
    public String toString() {
        return "VerificationPolicy[deadline=" + deadline + ", interval=" + interval + ", consecutive=" + consecutive
                + ", deniedIsEnough=" + deniedIsEnough + "]";
    }
}
