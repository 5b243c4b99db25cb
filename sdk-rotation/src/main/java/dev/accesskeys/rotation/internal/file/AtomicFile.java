package dev.accesskeys.rotation.internal.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A small file that is replaced as a whole: written aside as {@code <name>.next}, synced, renamed, and the folder synced. Whoever
 * reads it sees the old content or the new one. What a crash leaves aside is never read.
 *
 * <p>{@link #reserve} writes the files aside beforehand, so that replacements need no new space on file systems that write a block
 * where it is. Those that always write elsewhere (Btrfs, ZFS) give no such promise.
 */
public final class AtomicFile {

    /** The largest file that is read or written, in bytes. */
    public static final int MAX_SIZE = 1 << 20;

    private static final int MAX_SPARES = 4;
    private static final int MAX_RACES = 8;

    private final Disk disk;
    private final Path file;
    private final Path folder;
    private final Path next;

    /** What becomes of a file's content. */
    @FunctionalInterface
    public interface Change {

        /**
         * Computes the new content; may be called again if somebody else changes the file meanwhile.
         *
         * @param now the content; null if there is no file
         * @return the new content; null if nothing has to be changed
         * @throws IOException if it cannot be told
         */
        byte @Nullable [] apply(byte @Nullable [] now) throws IOException;
    }

    /**
     * Names the file; nothing is read yet.
     *
     * @param disk where it is
     * @param file an absolute path, not a root
     */
    public AtomicFile(Disk disk, Path file) {
        this.disk = disk;
        this.file = file;
        this.folder = Objects.requireNonNull(file.getParent(), "a file is in a folder");
        this.next = beside(".next");
    }

    /**
     * Reads the file.
     *
     * @return its content; null if it is not there
     * @throws FileProblem if it is a link or no file, others than its owner can use it, or it is too large
     * @throws IOException if it cannot be read
     */
    public byte @Nullable [] read() throws IOException {
        Disk.Kind kind = disk.kind(file);
        if (kind == Disk.Kind.ABSENT) {
            return null;
        }
        if (kind != Disk.Kind.FILE) {
            throw new FileProblem(
                    file + " is not a plain file but "
                            + (kind == Disk.Kind.DIRECTORY ? "a folder" : "a link or device"),
                    "Name the file itself, or put a plain file there.");
        }
        if (!disk.isOwnerOnly(file)) {
            throw new FileProblem(
                    "others than its owner have rights on " + file,
                    "Find out who has read it, then: chmod 600 " + file);
        }
        if (disk.size(file) > MAX_SIZE) {
            throw tooLarge();
        }
        return disk.read(file);
    }

    /**
     * Replaces the content. It is durable when this returns.
     *
     * @param content the new content
     * @throws IOException if it cannot be written; the old content is there, or the new one
     */
    public void replace(byte[] content) throws IOException {
        update(now -> content);
    }

    /**
     * Replaces the content with what comes of the present one. When this returns, what is in the file is durable, also if nothing
     * had to be changed. If it throws, the file has its old content or the new one, and the call can be repeated.
     *
     * @param change computes the new content
     * @throws IOException if it cannot be read or written
     */
    public void update(Change change) throws IOException {
        for (int race = 0; race < MAX_RACES; race++) {
            byte[] now = read();
            byte[] content = change.apply(now);
            if (content == null || (now != null && Arrays.equals(now, content))) {
                settle();
                return;
            }
            if (content.length > MAX_SIZE) {
                throw tooLarge();
            }
            writeAside(content);
            if (isStill(now)) {
                disk.rename(next, file);
                disk.forceDirectory(folder);
                return;
            }
        }
        throw new FileProblem("somebody else changes " + file + " all the time", "Stop the other one, and call again.");
    }

    /**
     * Makes durable what is there, which a process that died may have left in memory.
     *
     * @throws IOException if it cannot be done
     */
    public void settle() throws IOException {
        if (disk.kind(folder) == Disk.Kind.DIRECTORY) {
            disk.forceDirectory(folder);
        }
    }

    /**
     * Takes space for the next replacements, durably.
     *
     * @param bytes the size of each, at most {@value #MAX_SIZE}
     * @param times how many, 1 to 4
     * @throws IOException if there is no space; what was taken is given back
     */
    public void reserve(int bytes, int times) throws IOException {
        byte[] space = new byte[Math.min(bytes, MAX_SIZE)];
        try {
            for (int i = 0; i < times; i++) {
                Path place = i == 0 ? next : spare(i);
                deleteUnlessOurs(place);
                disk.write(place, space);
                disk.force(place);
            }
            disk.forceDirectory(folder);
        } catch (IOException e) {
            giveUpSpace(e);
            throw e;
        }
    }

    /**
     * Gives reserved space back, and removes what a crash has left aside.
     *
     * @throws IOException if it cannot be done
     */
    public void release() throws IOException {
        for (int i = MAX_SPARES - 1; i >= 0; i--) {
            Path place = i == 0 ? next : spare(i);
            if (disk.kind(place) != Disk.Kind.ABSENT) {
                disk.delete(place);
            }
        }
    }

    private void giveUpSpace(IOException failure) {
        try {
            release();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private void writeAside(byte[] content) throws IOException {
        deleteUnlessOurs(next);
        for (int i = 1; i < MAX_SPARES && disk.kind(next) == Disk.Kind.ABSENT; i++) {
            deleteUnlessOurs(spare(i));
            if (disk.kind(spare(i)) == Disk.Kind.FILE) {
                disk.rename(spare(i), next);
            }
        }
        disk.write(next, content);
        disk.force(next);
    }

    private boolean isStill(byte @Nullable [] expected) throws IOException {
        byte[] now = read();
        if (now == null || expected == null) {
            return now == expected;
        }
        if (!disk.isSameOwner(file, next)) {
            throw new FileProblem(
                    file + " belongs to another user, who could not use it any more once it is replaced",
                    "Run this as the user to whom the file belongs.");
        }
        return Arrays.equals(now, expected);
    }

    /**
     * What others can read, or a link to elsewhere, gets no secret written into it; and what a crash in the middle of a rename has
     * left with two names is not written into at all: the other name may be the file's own.
     */
    private void deleteUnlessOurs(Path place) throws IOException {
        Disk.Kind kind = disk.kind(place);
        if (kind != Disk.Kind.ABSENT
                && (kind != Disk.Kind.FILE || !disk.isOwnerOnly(place) || !disk.hasOneName(place))) {
            disk.delete(place);
        }
    }

    private FileProblem tooLarge() {
        return new FileProblem(
                file + " has more than " + MAX_SIZE + " bytes",
                "Check what it is; such a file is not read or written.");
    }

    private Path spare(int number) {
        return beside(".spare" + number);
    }

    private Path beside(String suffix) {
        return folder.resolve(file.getFileName() + suffix);
    }
}
