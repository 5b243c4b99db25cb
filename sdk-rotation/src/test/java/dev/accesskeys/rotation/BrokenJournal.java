package dev.accesskeys.rotation;

import dev.accesskeys.rotation.journal.JournalEntry;
import dev.accesskeys.rotation.journal.JournalLease;
import dev.accesskeys.rotation.journal.KeyedFingerprint;
import dev.accesskeys.rotation.journal.RotationJournal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes an entry only when the next one comes, after what the entry says was done. */
final class BrokenJournal implements RotationJournal {

    private final RotationJournal journal;

    BrokenJournal(RotationJournal journal) {
        this.journal = journal;
    }

    @Override
    public JournalLease lease(RotationTarget target) {
        return new LateLease(journal.lease(target));
    }

    @Override
    public Optional<JournalEntry> read(RotationTarget target) {
        return journal.read(target);
    }

    @Override
    public List<RotationTarget> targets() {
        return journal.targets();
    }

    @Override
    public KeyedFingerprint fingerprint() {
        return journal.fingerprint();
    }

    @Override
    public void close() {
        journal.close();
    }

    private static final class LateLease implements JournalLease {

        private final JournalLease lease;
        private @Nullable JournalEntry held;

        LateLease(JournalLease lease) {
            this.lease = lease;
        }

        @Override
        public long fence() {
            return lease.fence();
        }

        @Override
        public Optional<JournalEntry> read() {
            return lease.read();
        }

        @Override
        public void reserve() {
            lease.reserve();
        }

        @Override
        public JournalEntry write(long expectedRevision, String content) {
            writeHeld();
            JournalEntry entry = new JournalEntry(expectedRevision + 1, lease.fence(), content);
            held = entry;
            return entry;
        }

        @Override
        public void close() {
            writeHeld();
            lease.close();
        }

        private void writeHeld() {
            if (held != null) {
                lease.write(held.revision() - 1, held.content());
                held = null;
            }
        }
    }
}
