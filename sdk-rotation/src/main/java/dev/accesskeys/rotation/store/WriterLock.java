package dev.accesskeys.rotation.store;

import dev.accesskeys.rotation.internal.file.Disk;
import dev.accesskeys.rotation.internal.file.FileProblem;
import dev.accesskeys.rotation.internal.file.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Lets the writers of one file take turns: those of this process, and those of others. */
final class WriterLock {

    private static final Map<Path, ReentrantLock> IN_THIS_PROCESS = new ConcurrentHashMap<>();
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Disk disk;
    private final Path file;
    private final Duration patience;

    /** Something to do with files. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    WriterLock(Disk disk, Path file, Duration patience) {
        this.disk = disk;
        this.file = file;
        this.patience = patience;
    }

    void run(Work work) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent());
        Folders.ensure(disk, folder);
        Path real = disk.realPath(folder).resolve(file.getFileName());
        ReentrantLock mine = IN_THIS_PROCESS.computeIfAbsent(real, path -> new ReentrantLock());
        mine.lock();
        try {
            AutoCloseable others = lock(real.resolveSibling(real.getFileName() + ".lock"));
            try {
                work.run();
            } finally {
                release(others);
            }
        } finally {
            mine.unlock();
        }
    }

    private AutoCloseable lock(Path lockFile) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            AutoCloseable lock = disk.lock(lockFile);
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
                throw new FileProblem(
                        "another process has been writing " + file + " for too long (it holds " + lockFile + ")",
                        "Wait until it has ended, and call again.");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** The change is made and durable; a lock that cannot be given back ends with its closed channel, or with the process. */
    @SuppressWarnings("EmptyCatch")
    private static void release(AutoCloseable lock) {
        try {
            lock.close();
        } catch (Exception e) {
            // see above
        }
    }
}
