package dev.accesskeys.rotation.audit;

import dev.accesskeys.json.JsonWriter;
import dev.accesskeys.rotation.RotationTarget;
import dev.accesskeys.rotation.internal.file.Disk;
import dev.accesskeys.rotation.internal.file.FileProblem;
import dev.accesskeys.rotation.internal.file.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Appends every event to a file, as one JSON object a line: {@code time}, {@code type}, {@code run}, {@code actor}, {@code provider},
 * {@code base_url}, {@code place}, {@code store}, and where there is one {@code key}, {@code access_key_id}, {@code fingerprint},
 * {@code request_id} and {@code detail}. Each is on the disk when {@link #onEvent} returns. Holds no secret, but tells who rotates
 * what: only its owner can use the file (0600).
 *
 * <p>The file is opened for each event, so it can be moved away at any time. A line that a crash has cut is ended before the next
 * event. For any number of threads.
 */
public final class AuditLog implements RotationListener {

    private final Disk disk;
    private final Path file;
    private final ReentrantLock lock = new ReentrantLock();

    private AuditLog(Disk disk, Path file) {
        this.disk = disk;
        this.file = file;
    }

    /**
     * Names the file; it is made with the first event.
     *
     * @param file the file
     * @return a listener
     * @throws AuditException if it is a link or no file, or others than its owner have rights on it
     */
    public static AuditLog appendTo(Path file) {
        return appendTo(file, Disk.ofThisMachine());
    }

    static AuditLog appendTo(Path file, Disk disk) {
        AuditLog log = new AuditLog(disk, file.toAbsolutePath().normalize());
        log.attempt(log::requireSafe);
        return log;
    }

    /**
     * Appends an event durably.
     *
     * @param event what has happened
     * @throws AuditException if it cannot be written
     */
    @Override
    public void onEvent(RotationEvent event) {
        byte[] line = (json(event) + "\n").getBytes(StandardCharsets.UTF_8);
        lock.lock();
        try {
            attempt(() -> append(line));
        } finally {
            lock.unlock();
        }
    }

    /** The file. */
    @Override
    public String toString() {
        return "AuditLog[" + file + "]";
    }

    private void append(byte[] line) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent(), "a file is in a folder");
        boolean isNew = !requireSafe();
        if (isNew) {
            Folders.ensure(disk, folder);
        }
        disk.append(file, !isNew && endsInHalfALine() ? withNewlineBefore(line) : line);
        disk.force(file);
        // also of a file that was there: whoever made it may have died before this
        disk.forceDirectory(folder);
    }

    /** Whether the file is there. */
    private boolean requireSafe() throws IOException {
        Disk.Kind kind = disk.kind(file);
        if (kind == Disk.Kind.ABSENT) {
            return false;
        }
        if (kind != Disk.Kind.FILE) {
            throw new FileProblem(file + " is a folder, a link or a device", "Name a plain file.");
        }
        if (!disk.isOwnerOnly(file)) {
            throw new FileProblem("others than its owner have rights on " + file, "Do: chmod 600 " + file);
        }
        return true;
    }

    private boolean endsInHalfALine() throws IOException {
        int last = disk.lastByte(file);
        return last >= 0 && last != '\n';
    }

    private static byte[] withNewlineBefore(byte[] line) {
        byte[] longer = new byte[line.length + 1];
        longer[0] = '\n';
        System.arraycopy(line, 0, longer, 1, line.length);
        return longer;
    }

    private static String json(RotationEvent event) {
        RotationTarget target = event.target();
        JsonWriter out = new JsonWriter();
        out.beginObject();
        out.name("time").value(event.time());
        out.name("type").value(event.type().name());
        text(out, "run", event.run());
        text(out, "actor", event.actor());
        text(out, "provider", target.provider());
        text(out, "base_url", target.baseUrl());
        text(out, "place", target.place());
        text(out, "store", target.store());
        optional(out, "key", event.key().map(Object::toString));
        optional(out, "access_key_id", event.accessKeyId());
        optional(out, "fingerprint", event.fingerprint());
        optional(out, "request_id", event.requestId());
        optional(out, "detail", Optional.of(event.detail()).filter(detail -> !detail.isEmpty()));
        out.endObject();
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }

    private static void optional(JsonWriter out, String name, Optional<String> value) {
        value.ifPresent(text -> text(out, name, text));
    }

    /** Half a character, which no JSON can hold, must not cost the event. */
    private static void text(JsonWriter out, String name, String value) {
        out.name(name).value(new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    private void attempt(IoAction work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new AuditException(
                    FileProblem.of("cannot write the audit log " + file, e), FileProblem.adviceFor(e), e);
        }
    }

    @FunctionalInterface
    private interface IoAction {
        void run() throws IOException;
    }
}
