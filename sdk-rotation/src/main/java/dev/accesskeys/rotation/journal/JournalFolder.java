package dev.accesskeys.rotation.journal;

import dev.accesskeys.rotation.RotationTarget;
import dev.accesskeys.rotation.internal.file.AtomicFile;
import dev.accesskeys.rotation.internal.file.Disk;
import dev.accesskeys.rotation.internal.file.FileProblem;
import dev.accesskeys.rotation.internal.file.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of a journal: what they are called, and what of them can be trusted. Knows nothing of leases. */
final class JournalFolder {

    private static final String FENCE = "fence";
    private static final String KEY = "key";
    private static final int ENTRY_SPACE = 16 * 1024;
    private static final int ENTRY_TIMES = 4;

    private final Disk disk;
    private final Path folder;

    JournalFolder(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    /** Makes the folder if it is missing, refuses it if it is not safe, and takes the lock on it. */
    AutoCloseable open() {
        return using("cannot open the journal in " + folder, () -> {
            Disk.Kind kind = disk.kind(folder);
            if (kind == Disk.Kind.FILE || kind == Disk.Kind.OTHER) {
                throw new FileProblem(
                        folder + " is not a folder but " + (kind == Disk.Kind.FILE ? "a file" : "a link"),
                        "Name the folder itself.");
            }
            Folders.ensure(disk, folder);
            if (!disk.isOwnerOnly(folder)) {
                throw new FileProblem("others than its owner have rights on " + folder, "Do: chmod 700 " + folder);
            }
            AutoCloseable lock = disk.lock(folder.resolve("lock"));
            if (lock == null) {
                throw new JournalBusyException(
                        "another process, or another part of this one, works with the journal in " + folder,
                        "Wait until it has ended, or close it. Deleting the file lock does not help: whoever holds it goes on.");
            }
            return lock;
        });
    }

    Optional<JournalEntry> read(RotationTarget target) {
        return using(
                "cannot read " + pathOf(target),
                () -> Optional.ofNullable(parse(fileOf(target).read(), pathOf(target)))
                        .map(EntryFile::entry));
    }

    JournalEntry write(RotationTarget target, long expectedRevision, long fence, String content) {
        return using("cannot write " + pathOf(target), () -> {
            JournalEntry[] written = new JournalEntry[1];
            fileOf(target).update(now -> {
                EntryFile there = parse(now, pathOf(target));
                JournalEntry before = there == null ? null : there.entry();
                written[0] = JournalRules.next(target, before, expectedRevision, fence, content);
                return written[0].equals(before) ? null : new EntryFile(target, written[0]).toBytes();
            });
            return Objects.requireNonNull(written[0]);
        });
    }

    void reserve(RotationTarget target) {
        using("cannot reserve space beside " + pathOf(target), () -> {
            byte[] now = fileOf(target).read();
            int size = Math.max(ENTRY_SPACE, now == null ? 0 : 2 * now.length);
            fileOf(target).reserve(size, ENTRY_TIMES);
            return true;
        });
    }

    /** What is reserved and cannot be given back now is used by the next lease. */
    void release(RotationTarget target) {
        try {
            fileOf(target).release();
        } catch (IOException e) {
            // nothing depends on it
        }
    }

    List<RotationTarget> targets() {
        return using("cannot list " + folder, () -> {
            List<Path> files = disk.list(folder).stream()
                    .filter(path -> path.getFileName().toString().endsWith(EntryFile.SUFFIX))
                    .sorted()
                    .toList();
            List<RotationTarget> targets = new ArrayList<>();
            for (Path file : files) {
                EntryFile entry = parse(new AtomicFile(disk, file).read(), file);
                if (entry != null) {
                    targets.add(entry.target());
                }
            }
            return List.copyOf(targets);
        });
    }

    /** Counts the leases, durably: no two ever have the same number, also if the process dies in between. */
    long nextFence() {
        Path file = folder.resolve("fence");
        return using("cannot write " + file, () -> {
            long[] next = new long[1];
            new AtomicFile(disk, file).update(now -> {
                next[0] = 1 + (now == null ? highestFence() : parseFence(now, file));
                return new SealedText("fence", List.of(FENCE), List.of(Long.toString(next[0])), "").toBytes();
            });
            return next[0];
        });
    }

    KeyedFingerprint fingerprint() {
        Path file = folder.resolve("fingerprint.key");
        return using("cannot read or make " + file, () -> {
            AtomicFile stored = new AtomicFile(disk, file);
            stored.update(now -> now != null
                    ? null
                    : new SealedText(
                                    "fingerprint key",
                                    List.of(KEY),
                                    List.of(HexFormat.of().formatHex(KeyedFingerprint.newKey())),
                                    "")
                            .toBytes());
            byte[] content = Objects.requireNonNull(stored.read(), "made a moment ago");
            return KeyedFingerprint.of(parseKey(content, file));
        });
    }

    private static long parseFence(byte[] content, Path file) {
        return SealedText.parse(content, "fence", List.of(FENCE), file).number(FENCE, file);
    }

    private static byte[] parseKey(byte[] content, Path file) {
        String key =
                SealedText.parse(content, "fingerprint key", List.of(KEY), file).value(KEY);
        try {
            byte[] bytes = HexFormat.of().parseHex(key);
            if (bytes.length == KeyedFingerprint.KEY_LENGTH) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // the same as a wrong length; the message would quote the key
        }
        throw SealedText.damaged(file, "it has no key of " + KeyedFingerprint.KEY_LENGTH + " bytes");
    }

    /** Somebody has deleted the counter: it goes on behind the numbers that were used. */
    private long highestFence() {
        long highest = 0;
        for (RotationTarget target : targets()) {
            highest = Math.max(highest, read(target).map(JournalEntry::fence).orElse(0L));
        }
        return highest;
    }

    private static @Nullable EntryFile parse(byte @Nullable [] content, Path file) {
        return content == null ? null : EntryFile.parse(content, file);
    }

    private Path pathOf(RotationTarget target) {
        return folder.resolve(EntryFile.nameOf(target));
    }

    private AtomicFile fileOf(RotationTarget target) {
        return new AtomicFile(disk, pathOf(target));
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T using(String failing, Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new JournalException(FileProblem.of(failing, e), FileProblem.adviceFor(e), e);
        }
    }
}
