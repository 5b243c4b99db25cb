package dev.accesskeys.rotation;

import dev.accesskeys.rotation.journal.JournalEntry;
import dev.accesskeys.rotation.journal.JournalException;
import dev.accesskeys.rotation.journal.JournalLease;
import dev.accesskeys.rotation.journal.KeyedFingerprint;
import dev.accesskeys.rotation.journal.MemoryJournal;
import dev.accesskeys.rotation.journal.RotationJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A journal that fails when it is ordered to, before or after it has written. */
final class ScheduleJournal implements RotationJournal {

    final MemoryJournal memory = new MemoryJournal();
    private final List<JournalEntry> written = new ArrayList<>();
    private @Nullable RotationTarget target;
    private int failingIn;
    private boolean applied;

    void fail(ScheduleEvent.JournalFails order) {
        failingIn = order.n();
        applied = order.applied();
    }

    /** What was written so many entries ago is there again, whoever is at work. */
    void bringBack(int entries) {
        if (written.size() > entries) {
            String old = written.get(written.size() - 1 - entries).content();
            memory.endLeases();
            try (JournalLease lease = memory.lease(target)) {
                lease.write(lease.read().orElseThrow().revision(), old);
            }
        }
    }

    /** The first entry of a state is there again. */
    void bringBackTo(String state) {
        for (int entry = 0; entry < written.size(); entry++) {
            if (written.get(entry).content().contains("\"state\": \"" + state + "\"")) {
                bringBack(written.size() - 1 - entry);
                return;
            }
        }
        throw new IllegalStateException("it was never " + state);
    }

    void work() {
        failingIn = 0;
    }

    @Override
    public JournalLease lease(RotationTarget target) {
        JournalLease lease = memory.lease(target);
        return new JournalLease() {
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
                boolean now = failingIn > 0 && --failingIn == 0;
                if (now && !applied) {
                    throw failure();
                }
                JournalEntry entry = lease.write(expectedRevision, content);
                if (ScheduleJournal.this.target == null) {
                    ScheduleJournal.this.target = target;
                }
                if (target.equals(ScheduleJournal.this.target)) {
                    written.add(entry);
                }
                if (now) {
                    throw failure();
                }
                return entry;
            }

            @Override
            public void close() {
                lease.close();
            }
        };
    }

    private static JournalException failure() {
        return new JournalException("the disk is full", "Make room.", null);
    }

    @Override
    public Optional<JournalEntry> read(RotationTarget target) {
        return memory.read(target);
    }

    @Override
    public List<RotationTarget> targets() {
        return memory.targets();
    }

    @Override
    public KeyedFingerprint fingerprint() {
        return memory.fingerprint();
    }

    @Override
    public void close() {
        memory.close();
    }
}
