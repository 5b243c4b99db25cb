package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.keys.AccessKeyId;
import java.time.Instant;
import java.util.List;

/**
 * One try to make a successor; the last 200 are kept, so that a key that shows up late is known.
 *
 * @param nonce what the successor's name carries
 * @param run the rotation that it belongs to
 * @param at when it was written down
 * @param fate what has become of it
 * @param snapshot the keys that were there before: none of them is its work
 */
public record Attempt(String nonce, String run, Instant at, Fate fate, List<AccessKeyId> snapshot) {

    /** What has become of an attempt. */
    public enum Fate {
        /** The rotation under way works with it. */
        OPEN,
        /** Its key was taken into use. */
        ADOPTED,
        /** Nothing was sent. */
        UNSENT,
        /** It was given up: whatever shows up of it is an orphan. */
        FAILED,
        /** A person has taken over: nothing of it is touched any more. */
        LEFT_TO_OPERATOR
    }

    public Attempt {
        snapshot = List.copyOf(snapshot);
    }

    Attempt with(Fate changed) {
        return new Attempt(nonce, run, at, changed, snapshot);
    }
}
