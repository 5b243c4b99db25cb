package dev.accesskeys.rotation.internal.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A disk in memory that keeps what was synced apart from what was only written. Operations that change something are counted and
 * announced; the power can be lost before any of them, space can run out, and failures can be ordered. For any number of threads.
 */
public final class SimulatedDisk implements Disk {

    /** What becomes, at a crash, of what was not synced. */
    public enum Loss {
        /** All of it is gone. */
        ALL,
        /** All of it survives, as when only the process dies. */
        NOTHING,
        /** Names survive, contents do not: a renamed file has what was in it at its last sync. */
        CONTENTS,
        /** Contents survive, names do not. */
        NAMES,
        /** Names survive, and the first half of each content. */
        HALF_OF_CONTENTS
    }

    /** The power is lost. An error, so that nothing that handles failures of the disk handles it. */
    public static final class PowerLoss extends Error {

        private static final long serialVersionUID = 1L;

        PowerLoss(String operation) {
            super("before " + operation, null, false, false);
        }
    }

    private static final class Inode {

        private byte[] live = {};
        private byte[] synced = {};
        private boolean directory;
        private boolean ownerOnly = true;
        private boolean link;
        private String owner = "me";
    }

    private final Map<Path, Inode> live = new HashMap<>();
    private final Map<Path, Inode> synced = new HashMap<>();
    private final Set<Path> locked = new HashSet<>();
    private final List<String> operations = new ArrayList<>();
    private Consumer<String> hook = operation -> {};
    private Predicate<String> failing = operation -> false;
    private String failure = "";
    private boolean full;
    private int powerLossBefore = -1;
    private boolean off;

    /** Makes a disk with a root folder. */
    public SimulatedDisk() {
        Inode root = new Inode();
        root.directory = true;
        live.put(Path.of("/"), root);
        synced.put(Path.of("/"), root);
    }

    /** Is told of every operation that changes something before it happens, such as {@code "rename credentials.next"}. */
    public synchronized void beforeEachOperation(Consumer<String> observer) {
        hook = observer;
    }

    /** The operations that have changed something so far. */
    public synchronized List<String> operations() {
        return List.copyOf(operations);
    }

    /** From now on, the power is lost before the operation after {@code count} further ones. Everything after it fails too. */
    public synchronized void losePowerAfter(int count) {
        powerLossBefore = operations.size() + count;
    }

    /** Nothing works from now on until {@link #crash}, finally blocks included. */
    public synchronized void losePower() {
        off = true;
    }

    /** Operations that match end in an IOException with this text, such as "No space left on device". */
    public synchronized void failWhen(Predicate<String> matches, String reason) {
        failing = matches;
        failure = reason;
    }

    /** All changing operations fail from the one after {@code count} further ones. */
    public synchronized void failAfter(int count, String reason) {
        int limit = operations.size() + count;
        failWhen(operation -> operations.size() > limit, reason);
    }

    /** No failures, and space for everything. */
    public synchronized void repair() {
        failing = operation -> false;
        full = false;
        powerLossBefore = -1;
    }

    /** Somebody else uses all space, also what is given back from now on: no file can become larger than it is. */
    public synchronized void fillUp() {
        full = true;
    }

    /** Only the process dies: its locks are gone, and what it has not synced is still in memory, to be lost later. */
    public synchronized void processDies() {
        locked.clear();
        hook = operation -> {};
        off = false;
        repair();
    }

    /** The power comes back, and unsynced things are lost as said. Locks are gone, orders for failures too. */
    public synchronized void crash(Loss loss) {
        boolean names = loss == Loss.NOTHING || loss == Loss.CONTENTS || loss == Loss.HALF_OF_CONTENTS;
        restart(path -> names, inode -> switch (loss) {
            case ALL, CONTENTS -> inode.synced;
            case NOTHING, NAMES -> inode.live;
            case HALF_OF_CONTENTS -> torn(inode, inode.live.length / 2);
        });
    }

    /** The power comes back; for each name and each content chance decides what is lost of what was not synced. */
    public synchronized void crash(Random random) {
        restart(path -> random.nextBoolean(), inode -> switch (random.nextInt(3)) {
            case 0 -> inode.synced;
            case 1 -> inode.live;
            default -> torn(inode, random.nextInt(inode.live.length + 1));
        });
    }

    private void restart(Predicate<Path> keepsName, Function<Inode, byte[]> content) {
        Map<Path, Inode> after = new HashMap<>();
        Set<Path> all = new TreeSet<>(live.keySet());
        all.addAll(synced.keySet());
        for (Path path : all) {
            Inode one = live.get(path);
            Inode other = synced.get(path);
            Inode kept = one == other || keepsName.test(path) ? one : other;
            boolean reachable = path.getParent() == null || after.containsKey(path.getParent());
            if (kept != null && reachable) {
                after.put(path, kept);
            }
        }
        for (Inode inode : new HashSet<>(after.values())) {
            inode.live = Arrays.equals(inode.live, inode.synced) ? inode.live : content.apply(inode);
            inode.synced = inode.live;
        }
        live.clear();
        live.putAll(after);
        synced.clear();
        synced.putAll(after);
        locked.clear();
        hook = operation -> {};
        off = false;
        repair();
    }

    /** New bytes up to there; behind them what was synced before. */
    private static byte[] torn(Inode inode, int length) {
        byte[] result = Arrays.copyOf(inode.live, Math.max(length, Math.min(inode.live.length, inode.synced.length)));
        for (int i = length; i < result.length; i++) {
            result[i] = inode.synced[i];
        }
        return result;
    }

    /** Puts a file there as another program would, synced. */
    public synchronized void put(Path file, String content) {
        put(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a file there as another program would, synced. */
    public synchronized void put(Path file, byte[] content) {
        Inode inode = new Inode();
        inode.live = content.clone();
        inode.synced = inode.live;
        for (Path up = file.getParent(); up != null && !live.containsKey(up); up = up.getParent()) {
            Inode folder = new Inode();
            folder.directory = true;
            live.put(up, folder);
            synced.put(up, folder);
        }
        live.put(file, inode);
        synced.put(file, inode);
    }

    /** The content of a file, as a text. */
    public synchronized String text(Path file) {
        return new String(live.get(file).live, StandardCharsets.UTF_8);
    }

    /** The files that are there, folders left out. */
    public synchronized Set<Path> files() {
        Set<Path> files = new TreeSet<>();
        live.forEach((path, inode) -> {
            if (!inode.directory) {
                files.add(path);
            }
        });
        return files;
    }

    /** Gives others rights on a file or folder. */
    public synchronized void openToOthers(Path path) {
        live.get(path).ownerOnly = false;
    }

    /** Turns what is there into a link. */
    public synchronized void turnIntoLink(Path path) {
        live.get(path).link = true;
    }

    /** Gives a file another name, as a crash in the middle of a rename can. */
    public synchronized void linkAgain(Path file, Path name) {
        live.put(name, live.get(file));
        synced.put(name, live.get(file));
    }

    /** Gives a file to another user. */
    public synchronized void giveAway(Path path) {
        live.get(path).owner = "somebody else";
    }

    @Override
    public synchronized Kind kind(Path path) {
        requirePower("kind");
        Inode inode = live.get(path);
        if (inode == null) {
            return Kind.ABSENT;
        }
        if (inode.link) {
            return Kind.OTHER;
        }
        return inode.directory ? Kind.DIRECTORY : Kind.FILE;
    }

    @Override
    public synchronized boolean isOwnerOnly(Path path) throws IOException {
        return require(path).ownerOnly;
    }

    @Override
    public synchronized boolean hasOneName(Path file) throws IOException {
        Inode inode = require(file);
        return live.values().stream().filter(other -> other == inode).count() == 1;
    }

    @Override
    public synchronized byte[] read(Path file) throws IOException {
        return requireFile(file).live.clone();
    }

    @Override
    public synchronized long size(Path file) throws IOException {
        return requireFile(file).live.length;
    }

    @Override
    public synchronized int lastByte(Path file) throws IOException {
        byte[] content = requireFile(file).live;
        return content.length == 0 ? -1 : content[content.length - 1] & 0xFF;
    }

    @Override
    public synchronized boolean isSameOwner(Path one, Path other) throws IOException {
        return require(one).owner.equals(require(other).owner);
    }

    @Override
    public synchronized Path realPath(Path directory) throws IOException {
        require(directory);
        return directory.toAbsolutePath().normalize();
    }

    @Override
    public synchronized List<Path> list(Path directory) throws IOException {
        require(directory);
        List<Path> found = new ArrayList<>();
        for (Path path : new TreeSet<>(live.keySet())) {
            if (directory.equals(path.getParent())) {
                found.add(path);
            }
        }
        return found;
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        announce("createDirectory", directory);
        synchronized (this) {
            for (Path up = directory; up != null && !live.containsKey(up); up = up.getParent()) {
                Inode folder = new Inode();
                folder.directory = true;
                live.put(up, folder);
            }
        }
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        announce("write", file);
        change(file, content.clone());
    }

    @Override
    public void append(Path file, byte[] content) throws IOException {
        announce("append", file);
        synchronized (this) {
            byte[] before = live.containsKey(file) ? requireFile(file).live : new byte[0];
            byte[] after = Arrays.copyOf(before, before.length + content.length);
            System.arraycopy(content, 0, after, before.length, content.length);
            change(file, after);
        }
    }

    @Override
    public void force(Path file) throws IOException {
        announce("force", file);
        synchronized (this) {
            Inode inode = requireFile(file);
            inode.synced = inode.live;
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        announce("rename", from);
        synchronized (this) {
            Inode inode = require(from);
            live.remove(from);
            live.put(to, inode);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        announce("delete", file);
        synchronized (this) {
            live.remove(file);
        }
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        announce("forceDirectory", directory);
        synchronized (this) {
            require(directory);
            synced.keySet().removeIf(path -> directory.equals(path.getParent()) && !live.containsKey(path));
            live.forEach((path, inode) -> {
                if (directory.equals(path.getParent())) {
                    synced.put(path, inode);
                }
            });
        }
    }

    @Override
    public synchronized AutoCloseable lock(Path file) throws IOException {
        requirePower("lock");
        if (!live.containsKey(file)) {
            change(file, new byte[0]);
        }
        if (!locked.add(file)) {
            return null;
        }
        return () -> {
            synchronized (this) {
                requirePower("unlock");
                locked.remove(file);
            }
        };
    }

    private synchronized void change(Path file, byte[] content) throws IOException {
        Inode inode = live.get(file);
        if (inode == null) {
            if (file.getParent() == null || !live.containsKey(file.getParent())) {
                throw new NoSuchFileException(file.toString());
            }
            inode = new Inode();
        }
        if (inode.directory || inode.link) {
            throw new FileAlreadyExistsException(file.toString());
        }
        if (full && content.length > inode.live.length) {
            throw new IOException("No space left on device");
        }
        inode.live = content;
        live.put(file, inode);
    }

    /** The observer is called without the lock: it may look at the disk, and change it as another program would. */
    private void announce(String operation, Path path) throws IOException {
        String name = operation + " " + path.getFileName();
        Consumer<String> observer;
        synchronized (this) {
            requirePower(name);
            if (operations.size() == powerLossBefore) {
                off = true;
                throw new PowerLoss(name);
            }
            operations.add(name);
            observer = hook;
        }
        observer.accept(name);
        synchronized (this) {
            requirePower(name);
            if (failing.test(name)) {
                throw new IOException(failure);
            }
        }
    }

    private void requirePower(String operation) {
        if (off) {
            throw new PowerLoss(operation);
        }
    }

    private Inode require(Path path) throws IOException {
        requirePower("read");
        Inode inode = live.get(path);
        if (inode == null) {
            throw new NoSuchFileException(path.toString());
        }
        return inode;
    }

    private Inode requireFile(Path path) throws IOException {
        Inode inode = require(path);
        if (inode.directory || inode.link) {
            throw new IOException(path + " is no file");
        }
        return inode;
    }
}
