package dev.accesskeys.rotation.verify;

import java.util.Objects;

/**
 * What one probe with a key has shown.
 *
 * @param answer which of the six answers it was
 * @param detail a few words more, such as the error code; never a secret
 */
public record Verification(Answer answer, String detail) {

    /** The answers that a probe can get. */
    public enum Answer {
        /** The key was accepted. */
        ACCEPTED,
        /** The key is known and its signature good, but it may not do what was asked. Enough only if configured so. */
        DENIED,
        /** The service says that it does not know the key: the only proof of a revocation. New keys get this too, for a while. */
        UNKNOWN_KEY,
        /** The key is known, the signature is wrong: the secret is not the key's. */
        BAD_SIGNATURE,
        /** The clock here, or there, is wrong. Says nothing of the key. */
        CLOCK_SKEW,
        /** No usable answer came. Says nothing of the key. */
        UNREACHABLE
    }

    /**
     * Checks that nothing is null.
     *
     * @param answer which of the six answers it was
     * @param detail a few words more
     */
    public Verification {
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(detail, "detail");
    }

    /**
     * An answer without more words.
     *
     * @param answer the answer
     * @return the verification
     */
    public static Verification of(Answer answer) {
        return new Verification(answer, "");
    }

    @Override
    public String toString() {
        return detail.isEmpty() ? answer.toString() : answer + " (" + detail + ")";
    }
}
