package dev.accesskeys.rotation.journal;

import java.util.Optional;

/** The right to write the journal's entry of one target. */
public interface JournalLease extends AutoCloseable {

    /**
     * Gives the fencing number, higher than that of every lease before.
     *
     * @return the number
     */
    long fence();

    /**
     * Reads the entry.
     *
     * @return the entry; empty if there is none
     * @throws JournalException if it is damaged, of a newer version, or cannot be read
     */
    Optional<JournalEntry> read();

    /**
     * Makes sure, before an effect that cannot be undone, that the next entries can be written: space is there, and is kept.
     *
     * @throws JournalException if it cannot be
     */
    void reserve();

    /**
     * Replaces the entry. It is durable when this returns.
     *
     * @param expectedRevision the revision of the entry that is replaced; 0 if there must be none
     * @param content the new content: a JSON document with line breaks, for people to read
     * @return the new entry
     * @throws JournalException if another revision is there, a higher fencing number has written, or it cannot be written
     */
    JournalEntry write(long expectedRevision, String content);

    /** Gives the right back. */
    @Override
    void close();
}
