package dev.accesskeys.rotation.journal;

import java.util.Objects;

/**
 * A target's entry in the journal.
 *
 * @param revision counts the writings, from 1
 * @param fence the fencing number with which it was written
 * @param content a JSON document; holds no secret
 */
public record JournalEntry(long revision, long fence, String content) {

    /**
     * Checks that nothing is null.
     *
     * @param revision counts the writings, from 1
     * @param fence the fencing number with which it was written
     * @param content a JSON document
     */
    public JournalEntry {
        Objects.requireNonNull(content, "content");
    }
}
