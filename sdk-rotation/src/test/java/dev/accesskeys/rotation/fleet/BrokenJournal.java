package dev.accesskeys.rotation.fleet;

import dev.accesskeys.rotation.RotationTarget;
import dev.accesskeys.rotation.journal.JournalEntry;
import dev.accesskeys.rotation.journal.JournalLease;
import dev.accesskeys.rotation.journal.KeyedFingerprint;
import dev.accesskeys.rotation.journal.MemoryJournal;
import dev.accesskeys.rotation.journal.RotationJournal;
import java.util.List;
import java.util.Optional;

/** A journal of somebody's own that throws what it likes. */
final class BrokenJournal implements RotationJournal {

    private final MemoryJournal rest = new MemoryJournal();
    private final Throwable failure;

    BrokenJournal(Throwable failure) {
        this.failure = failure;
    }

    @Override
    public JournalLease lease(RotationTarget target) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    @Override
    public Optional<JournalEntry> read(RotationTarget target) {
        return rest.read(target);
    }

    @Override
    public List<RotationTarget> targets() {
        return rest.targets();
    }

    @Override
    public KeyedFingerprint fingerprint() {
        return rest.fingerprint();
    }

    @Override
    public void close() {}
}
