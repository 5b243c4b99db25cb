package dev.accesskeys.rotation.internal.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Makes folders that are still there after the power was lost. */
public final class Folders {

    private Folders() {}

    /**
     * Makes a folder, with what is missing above it, for its owner only and durably. Also when it is there: the process that made
     * it may have died before it was durable.
     *
     * @param disk where
     * @param directory an absolute path
     * @throws IOException if it cannot be made
     */
    public static void ensure(Disk disk, Path directory) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        Path there = directory;
        while (there.getParent() != null && disk.kind(there) == Disk.Kind.ABSENT) {
            missing.push(there);
            there = there.getParent();
        }
        try {
            forceParent(disk, there);
        } catch (AccessDeniedException e) {
            // somebody else's folder, and so not one that we made
        }
        // one by one from above: after a crash only the lowest one can be there without being durable
        for (Path each : missing) {
            disk.createDirectory(each);
            forceParent(disk, each);
        }
    }

    private static void forceParent(Disk disk, Path path) throws IOException {
        Path parent = path.getParent();
        if (parent != null) {
            disk.forceDirectory(parent);
        }
    }
}
