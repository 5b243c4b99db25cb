package dev.accesskeys.rotation.journal;

import dev.accesskeys.rotation.RotationTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The file of one target's entry: its name, and its form.
 *
 * @param target whose entry it is
 * @param entry the entry
 */
record EntryFile(RotationTarget target, JournalEntry entry) {

    static final String SUFFIX = ".rotation";

    private static final String KIND = "journal";
    private static final List<String> LINES = List.of("provider", "base-url", "place", "store", "revision", "fence");
    private static final int READABLE_LENGTH = 48;
    private static final int HASH_LENGTH = 16;

    /** A name that a person recognises, made unique by a hash. */
    static String nameOf(RotationTarget target) {
        String store = target.store().substring(1 + Math.max(target.store().lastIndexOf('/'), -1));
        String readable = (target.provider() + "-" + target.place() + "-" + store)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String hash = SealedText.sha256(
                String.join("\n", target.provider(), target.baseUrl(), target.place(), target.store()));
        return readable.substring(0, Math.min(readable.length(), READABLE_LENGTH)) + "-"
                + hash.substring(0, HASH_LENGTH) + SUFFIX;
    }

    byte[] toBytes() {
        List<String> values = List.of(
                target.provider(),
                target.baseUrl(),
                target.place(),
                target.store(),
                Long.toString(entry.revision()),
                Long.toString(entry.fence()));
        return new SealedText(KIND, LINES, values, entry.content()).toBytes();
    }

    /** Reads a file that must be the one of the target that it names. */
    static EntryFile parse(byte[] bytes, Path file) {
        SealedText text = SealedText.parse(bytes, KIND, LINES, file);
        RotationTarget target = new RotationTarget(
                text.value("provider"), text.value("base-url"), text.value("place"), text.value("store"));
        if (!file.endsWith(nameOf(target))) {
            throw SealedText.damaged(file, "it is the entry of another target, " + target);
        }
        long revision = text.number("revision", file);
        if (revision < 1) {
            throw SealedText.damaged(file, "revisions begin with 1");
        }
        return new EntryFile(target, new JournalEntry(revision, text.number("fence", file), text.body()));
    }
}
