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

    /** What a name stands for; the name itself is looked at, a symbolic link is not followed. */
    enum Kind {
        /** There is nothing. */
        ABSENT,
        /** A plain file. */
        FILE,
        /** A folder. */
        DIRECTORY,
        /** A symbolic link, a device, a pipe. */
        OTHER
    }

    /**
     * Gives the file system of this machine.
     *
     * @return the disk
     */
    static Disk ofThisMachine() {
        return LocalDisk.INSTANCE;
    }

    /**
     * Looks at what a name stands for.
     *
     * @param path the name
     * @return what is there
     * @throws IOException if it cannot be done
     */
    Kind kind(Path path) throws IOException;

    /**
     * Tells whether only its owner can use a file or folder. True where the file system knows no such rights.
     *
     * @param path what is there
     * @return whether nobody else has rights on it
     * @throws IOException if it cannot be done
     */
    boolean isOwnerOnly(Path path) throws IOException;

    /**
     * Tells whether two files belong to the same user. True where the file system knows no owners.
     *
     * @param one a file
     * @param other another file
     * @return whether they do
     * @throws IOException if it cannot be done
     */
    boolean isSameOwner(Path one, Path other) throws IOException;

    /**
     * Tells whether a file has no other name. A crash in the middle of a rename can leave two.
     *
     * @param file the file
     * @return whether this is its only name; true where the file system does not tell
     * @throws IOException if it cannot be done
     */
    boolean hasOneName(Path file) throws IOException;

    /**
     * Reads a file as a whole.
     *
     * @param file the file; a link is not followed
     * @return its content
     * @throws IOException if it cannot be done
     */
    byte[] read(Path file) throws IOException;

    /**
     * Tells how large a file is.
     *
     * @param file the file
     * @return the number of its bytes
     * @throws IOException if it cannot be done
     */
    long size(Path file) throws IOException;

    /**
     * Reads the end of a file.
     *
     * @param file the file; a link is not followed
     * @return its last byte; -1 if it is empty
     * @throws IOException if it cannot be done
     */
    int lastByte(Path file) throws IOException;

    /**
     * Lists a folder.
     *
     * @param directory the folder
     * @return what is in it, in any order
     * @throws IOException if it cannot be done
     */
    List<Path> list(Path directory) throws IOException;

    /**
     * Finds the one name of a folder.
     *
     * @param directory a folder that is there
     * @return its path without links, the same for all its names
     * @throws IOException if it cannot be done
     */
    Path realPath(Path directory) throws IOException;

    /**
     * Makes a folder that only its owner can use (0700), with what is missing above it. Not durable yet.
     *
     * @param directory the folder; may be there
     * @throws IOException if it cannot be done
     */
    void createDirectory(Path directory) throws IOException;

    /**
     * Writes a file that only its owner can use (0600), whose blocks are used again if it is there. Not durable yet.
     *
     * @param file the file; a link is not followed
     * @param content all that will be in it
     * @throws IOException if it cannot be done
     */
    void write(Path file, byte[] content) throws IOException;

    /**
     * Adds to the end of a file that only its owner can use (0600), in one system call. Not durable yet.
     *
     * @param file the file, made if it is not there; a link is not followed
     * @param content what is added
     * @throws IOException if it cannot be done
     */
    void append(Path file, byte[] content) throws IOException;

    /**
     * Makes the content of a file durable.
     *
     * @param file the file
     * @throws IOException if it cannot be done
     */
    void force(Path file) throws IOException;

    /**
     * Puts a file in the place of another, at once. Not durable yet.
     *
     * @param from the file
     * @param to its new name, in the same folder
     * @throws IOException if it cannot be done
     */
    void rename(Path from, Path to) throws IOException;

    /**
     * Removes a file, or a link itself. Not durable yet.
     *
     * @param file the file; may be gone
     * @throws IOException if it cannot be done
     */
    void delete(Path file) throws IOException;

    /**
     * Makes durable what was created, renamed and deleted in a folder.
     *
     * @param directory the folder
     * @throws IOException if it cannot be done
     */
    void forceDirectory(Path directory) throws IOException;

    /**
     * Takes the operating system's lock on a file that is only there for this, and keeps it until it is closed.
     *
     * @param file the file, made if it is not there, and never deleted
     * @return the lock, or null if another process has it, or this one already
     * @throws IOException if the file cannot be opened
     */
    @Nullable
    AutoCloseable lock(Path file) throws IOException;
}
