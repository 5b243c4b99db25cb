package dev.accesskeys.rotation.journal;

import dev.accesskeys.rotation.RotationTarget;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the entries in memory, by the same rules as {@link FileJournal}: for tests. What it holds is gone with the process. For
 * any number of threads.
 */
public final class MemoryJournal implements RotationJournal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<RotationTarget, JournalEntry> entries = new LinkedHashMap<>();
    private final Map<RotationTarget, Lease> leases = new HashMap<>();
    private final KeyedFingerprint fingerprint = KeyedFingerprint.of(KeyedFingerprint.newKey());
    private long fence;

    /** Makes an empty journal. */
    public MemoryJournal() {}

    @Override
    public JournalLease lease(RotationTarget target) {
        Objects.requireNonNull(target, "target");
        lock.lock();
        try {
            if (leases.containsKey(target)) {
                throw new JournalBusyException(
                        target + " is already being rotated in this process", "Wait until that rotation has ended.");
            }
            Lease lease = new Lease(target, ++fence);
            leases.put(target, lease);
            return lease;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<JournalEntry> read(RotationTarget target) {
        lock.lock();
        try {
            return Optional.ofNullable(entries.get(target));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<RotationTarget> targets() {
        lock.lock();
        try {
            return List.copyOf(entries.keySet());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public KeyedFingerprint fingerprint() {
        return fingerprint;
    }

    /**
     * Ends all leases as the end of a process does: the entries stay, and what an old lease still tries to write is refused.
     * {@link #close} does the same; the journal can be used again after both, as a file can be opened again.
     */
    public void endLeases() {
        lock.lock();
        try {
            leases.clear();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        endLeases();
    }

    /** The number of entries. */
    @Override
    public String toString() {
        return "MemoryJournal[" + targets().size() + " entries]";
    }

    private final class Lease implements JournalLease {

        private final RotationTarget target;
        private final long number;

        Lease(RotationTarget target, long number) {
            this.target = target;
            this.number = number;
        }

        @Override
        public long fence() {
            return number;
        }

        @Override
        public Optional<JournalEntry> read() {
            return MemoryJournal.this.read(target);
        }

        @Override
        public void reserve() {
            lock.lock();
            try {
                requireHeld();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public JournalEntry write(long expectedRevision, String content) {
            lock.lock();
            try {
                requireHeld();
                JournalEntry there = entries.get(target);
                JournalEntry next = JournalRules.next(target, there, expectedRevision, number, content);
                entries.put(target, next);
                return next;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                leases.remove(target, this);
            } finally {
                lock.unlock();
            }
        }

        private void requireHeld() {
            if (leases.get(target) != this) {
                throw JournalRules.leaseEnded(target);
            }
        }
    }
}
