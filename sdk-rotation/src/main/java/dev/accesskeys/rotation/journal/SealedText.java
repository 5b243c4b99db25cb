package dev.accesskeys.rotation.journal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A text for people, with a seal: a heading, lines of names and values, and a body, of which the SHA-256 stands in a line of its
 * own. It is not a protection against people who want to change it; it finds what was cut, doubled, damaged or mixed up.
 *
 * @param kind what it is, such as {@code journal}
 * @param names the names of the lines
 * @param values their values, one for each name, without line breaks
 * @param body what follows behind an empty line; may be empty
 */
record SealedText(String kind, List<String> names, List<String> values, String body) {

    private static final String HEADING = "access-keys rotation ";
    private static final String FORMAT = "format: ";
    private static final int VERSION = 1;
    private static final String SEAL = "sha256: ";

    byte[] toBytes() {
        StringBuilder head = new StringBuilder(HEADING + kind + "\n" + FORMAT + VERSION + "\n");
        for (int i = 0; i < names.size(); i++) {
            head.append(names.get(i)).append(": ").append(values.get(i)).append('\n');
        }
        String tail = "\n" + body;
        return (head + SEAL + sha256(head + tail) + "\n" + tail).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a text that must be of a kind and have certain lines; every byte of it is checked. */
    static SealedText parse(byte[] bytes, String kind, List<String> names, Path file) {
        String text = decode(bytes, file);
        Lines lines = new Lines(text, file);
        lines.expect(HEADING + kind);
        requireVersion(lines.after(FORMAT), file);
        List<String> values =
                names.stream().map(name -> lines.after(name + ": ")).toList();
        lines.after(SEAL);
        lines.expect("");
        SealedText parsed = new SealedText(kind, names, values, lines.rest());
        if (!Arrays.equals(parsed.toBytes(), bytes)) {
            throw damaged(file, "its content does not match its checksum");
        }
        return parsed;
    }

    String value(String name) {
        return values.get(names.indexOf(name));
    }

    long number(String name, Path file) {
        try {
            long number = Long.parseLong(value(name));
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the same as a negative one
        }
        throw damaged(file, name + " is no number");
    }

    /** The kind only: one of them holds a key. */
    @Override
    public String toString() {
        return "SealedText[" + kind + "]";
    }

    static JournalException damaged(Path file, String how) {
        return new JournalException(
                file + " is damaged: " + how,
                "Put a copy of it back if there is one. If not: compare the keys at the provider with those in the store, revoke"
                        + " what nobody uses, and then move the file away; the next rotation starts anew.",
                null);
    }

    private static String decode(byte[] bytes, Path file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw damaged(file, "it is not UTF-8");
        }
    }

    private static void requireVersion(String version, Path file) {
        if (!version.matches("[1-9][0-9]{0,8}")) {
            throw damaged(file, "it has no format version");
        }
        if (Integer.parseInt(version) > VERSION) {
            throw new JournalException(
                    file + " was written by a newer version of this SDK (format " + version + ", this one reads "
                            + VERSION + ")",
                    "Use that version; an older one must not go on from a state that it does not understand.",
                    null);
        }
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Takes a text line by line from the front. */
    private static final class Lines {

        private final String text;
        private final Path file;
        private int position;

        Lines(String text, Path file) {
            this.text = text;
            this.file = file;
        }

        void expect(String line) {
            if (!next().equals(line)) {
                throw damaged(file, "it does not have the form of such a file");
            }
        }

        String after(String prefix) {
            String line = next();
            if (!line.startsWith(prefix)) {
                throw damaged(file, "it has no line " + prefix.strip());
            }
            return line.substring(prefix.length());
        }

        String rest() {
            return text.substring(position);
        }

        private String next() {
            int end = text.indexOf('\n', position);
            if (end < 0) {
                throw damaged(file, "it is cut");
            }
            String line = text.substring(position, end);
            position = end + 1;
            return line;
        }
    }
}
