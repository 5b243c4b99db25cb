package dev.accesskeys.rotation.journal;

import dev.accesskeys.rotation.RotationTarget;
import java.util.List;
import java.util.Optional;

/**
 * Where a rotation writes down what it is about to do, so that whoever comes after a crash knows. One entry for each target,
 * replaced as a whole; it holds no secret. {@link FileJournal} keeps them in a folder.
 *
 * <p>One rotator works with a journal at a time. Whoever implements this for a shared place, such as a database, gives leases
 * that end by themselves, each with a higher fencing number than all before, and refuses what a lower number writes.
 */
public interface RotationJournal extends AutoCloseable {

    /**
     * Takes the right to write a target's entry.
     *
     * @param target the target
     * @return the lease, to be closed
     * @throws JournalBusyException if somebody else has it
     * @throws JournalException if the journal cannot be used
     */
    JournalLease lease(RotationTarget target);

    /**
     * Reads a target's entry, without a lease.
     *
     * @param target the target
     * @return the entry; empty if the target was never rotated with this journal
     * @throws JournalException if it is damaged, of a newer version, or cannot be read
     */
    Optional<JournalEntry> read(RotationTarget target);

    /**
     * Gives the targets that have an entry.
     *
     * @return the targets
     * @throws JournalException if an entry is damaged or the journal cannot be read
     */
    List<RotationTarget> targets();

    /**
     * Gives the key for the fingerprints by which the audit tells secrets apart; it stays the same for the life of the journal.
     *
     * @return the fingerprints
     * @throws JournalException if the key is damaged or cannot be read or made
     */
    KeyedFingerprint fingerprint();

    /** Lets others use the journal. */
    @Override
    void close();
}
