package dev.accesskeys.rotation.internal.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The few things that journal, store and audit do with a file system, one system call each, so that a test can stop between any
 * two of them and forget what was not synced. Nothing else in this module touches files.
 */
public interface Disk {

    /** The file system of this machine. */
    static Disk ofThisMachine() {
        return LocalDisk.INSTANCE;
    }

    /** What a name stands for; the name itself is looked at, a symbolic link is not followed. */
    enum Kind {
        ABSENT,
        FILE,
        DIRECTORY,
        /** A symbolic link, a device, a pipe. */
        OTHER
    }

    Kind kind(Path path) throws IOException;

    /** Whether only its owner can read and write it. True where the file system knows no such rights. */
    boolean isOwnerOnly(Path path) throws IOException;

    byte[] read(Path file) throws IOException;

    /** The number of bytes in a file. */
    long size(Path file) throws IOException;

    /** The last byte of a file, or -1 if it is empty. */
    int lastByte(Path file) throws IOException;

    /** Whether two files belong to the same user. True where the file system knows no owners. */
    boolean isSameOwner(Path one, Path other) throws IOException;

    /** The path of a folder that is there, without links on the way, the same for all its names. */
    Path realPath(Path directory) throws IOException;

    List<Path> list(Path directory) throws IOException;

    /** Makes a folder that only its owner can use (0700), with what is missing above it. */
    void createDirectory(Path directory) throws IOException;

    /** Writes a file that only its owner can use (0600), whose blocks are used again if it is there. Not durable yet. */
    void write(Path file, byte[] content) throws IOException;

    /** Adds to the end of a file that only its owner can use (0600). Not durable yet. */
    void append(Path file, byte[] content) throws IOException;

    /** Makes the content of a file durable. */
    void force(Path file) throws IOException;

    /** Puts a file in the place of another, at once. Not durable yet. */
    void rename(Path from, Path to) throws IOException;

    void delete(Path file) throws IOException;

    /** Makes what was created, renamed and deleted in a folder durable. */
    void forceDirectory(Path directory) throws IOException;

    /**
     * Takes the operating system's lock on a file that is only there for this, and keeps it until it is closed.
     *
     * @return the lock, or null if another process has it, or this one already
     */
    @Nullable
    AutoCloseable lock(Path file) throws IOException;
}
