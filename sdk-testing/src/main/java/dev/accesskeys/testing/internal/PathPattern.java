package dev.accesskeys.testing.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A path with names in braces, each of which stands for one segment: {@code /object-storage/keys/{keyId}}. */
public final class PathPattern {

    private final String text;
    private final String[] segments;

    private PathPattern(String text) {
        this.text = text;
        this.segments = text.split("/", -1);
    }

    /**
     * Reads a pattern.
     *
     * @param text the pattern
     * @return the pattern
     * @throws IllegalArgumentException if it does not begin with a slash
     */
    public static PathPattern of(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash: " + text);
        }
        return new PathPattern(text);
    }

    /**
     * Tells whether a path is one of this pattern.
     *
     * @param path the path
     * @return whether it is
     */
    public boolean matches(String path) {
        return match(path).isPresent();
    }

    /**
     * Takes the values out of a path.
     *
     * @param path the path
     * @return the values by name; empty if the path is not one of this pattern
     */
    public Optional<Map<String, String>> match(String path) {
        String[] parts = path.split("/", -1);
        if (parts.length != segments.length) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (isName(segments[i])) {
                values.put(segments[i].substring(1, segments[i].length() - 1), parts[i]);
            } else if (!segments[i].equals(parts[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static boolean isName(String segment) {
        return segment.length() > 2 && segment.startsWith("{") && segment.endsWith("}");
    }

    @Override
    public String toString() {
        return text;
    }
}
