package dev.accesskeys.rotation.journal;

import dev.accesskeys.rotation.RotationTarget;
import dev.accesskeys.rotation.internal.file.Disk;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the journal in a folder on this machine, one readable text file for each target. Only its owner can use the folder (0700)
 * and the files (0600). What a method has done is durable when it returns, and every file carries a checksum, so that a damaged one
 * is never read as another state.
 *
 * <p>One process, and one object in it, works with the folder at a time: the operating system keeps a lock until the journal is
 * closed or the process has ended. The folder must not be on a network file system that does not keep such locks.
 *
 * <p>For any number of threads.
 */
public final class FileJournal implements RotationJournal {

    private final JournalFolder folder;
    private final AutoCloseable osLock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<RotationTarget, Lease> leases = new HashMap<>();
    private @Nullable KeyedFingerprint fingerprint;
    private boolean closed;

    private FileJournal(JournalFolder folder) {
        this.folder = folder;
        this.osLock = folder.open();
    }

    /**
     * Opens the journal in a folder, which is made if it is not there.
     *
     * @param folder the folder, for nothing else
     * @return the journal, to be closed
     * @throws JournalBusyException if another process, or another part of this one, has it open
     * @throws JournalException if the folder is a link, others have rights on it, or it cannot be made
     */
    public static FileJournal in(Path folder) {
        return in(folder, Disk.ofThisMachine());
    }

    static FileJournal in(Path folder, Disk disk) {
        return new FileJournal(new JournalFolder(disk, folder.toAbsolutePath().normalize()));
    }

    @Override
    public JournalLease lease(RotationTarget target) {
        Objects.requireNonNull(target, "target");
        return locked(() -> {
            if (leases.containsKey(target)) {
                throw new JournalBusyException(
                        target + " is already being rotated in this process", "Wait until that rotation has ended.");
            }
            Lease lease = new Lease(target, folder.nextFence());
            leases.put(target, lease);
            return lease;
        });
    }

    @Override
    public Optional<JournalEntry> read(RotationTarget target) {
        locked(() -> true);
        return folder.read(target);
    }

    @Override
    public List<RotationTarget> targets() {
        locked(() -> true);
        return folder.targets();
    }

    @Override
    public KeyedFingerprint fingerprint() {
        return locked(() -> {
            if (fingerprint == null) {
                fingerprint = folder.fingerprint();
            }
            return fingerprint;
        });
    }

    /** Lets other processes use the folder. Leases that are still open can write nothing from now on. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            leases.clear();
            osLock.close();
        } catch (Exception e) {
            throw new JournalException(
                    "the lock on the journal in " + folder.path() + " could not be given back",
                    "It ends with the process.",
                    e);
        } finally {
            lock.unlock();
        }
    }

    /** The folder. */
    @Override
    public String toString() {
        return "FileJournal[" + folder.path() + "]";
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            if (closed) {
                throw new JournalException("the journal in " + folder.path() + " is closed", "Open it again.", null);
            }
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private final class Lease implements JournalLease {

        private final RotationTarget target;
        private final long number;
        private final ReentrantLock writing = new ReentrantLock();

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
            return FileJournal.this.read(target);
        }

        @Override
        public void reserve() {
            exclusively(() -> {
                folder.reserve(target);
                return true;
            });
        }

        @Override
        public JournalEntry write(long expectedRevision, String content) {
            return exclusively(() -> folder.write(target, expectedRevision, number, content));
        }

        @Override
        public void close() {
            writing.lock();
            try {
                if (isHeld()) {
                    folder.release(target);
                }
            } finally {
                forget();
                writing.unlock();
            }
        }

        private <T> T exclusively(Supplier<T> work) {
            writing.lock();
            try {
                if (!isHeld()) {
                    throw JournalRules.leaseEnded(target);
                }
                return work.get();
            } finally {
                writing.unlock();
            }
        }

        private boolean isHeld() {
            lock.lock();
            try {
                return leases.get(target) == this;
            } finally {
                lock.unlock();
            }
        }

        private void forget() {
            lock.lock();
            try {
                leases.remove(target, this);
            } finally {
                lock.unlock();
            }
        }
    }
}
