package dev.accesskeys.operation;

import dev.accesskeys.error.ValidationException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Percent-encoding of RFC 3986: everything but unreserved characters. */
final class UrlEncoding {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private UrlEncoding() {}

    /** One segment of a path; what would change the meaning of the path as a whole is refused. */
    static String pathSegment(String name, String value) {
        if (value.isEmpty()) {
            throw new ValidationException(name, "must not be empty", "an empty text");
        }
        if (value.equals(".") || value.equals("..")) {
            throw new ValidationException(name, "must be a name, not a step within the path", "one or two dots");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new ValidationException(
                    name, "must not have control characters", "a text of " + value.length() + " characters with one");
        }
        return encode(name, value);
    }

    static String query(Map<String, List<String>> parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach(
                (name, values) -> values.forEach(value -> pairs.add(encode(name, name) + "=" + encode(name, value))));
        return String.join("&", pairs);
    }

    private static String encode(String name, String value) {
        requireWholeCharacters(name, value);
        StringBuilder encoded = new StringBuilder(value.length() + 8);
        for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xFF);
            if (UNRESERVED.indexOf(character) >= 0) {
                encoded.append(character);
            } else {
                encoded.append('%').append(HEX[character >> 4]).append(HEX[character & 0xF]);
            }
        }
        return encoded.toString();
    }

    /** Half of a surrogate pair would silently arrive as a question mark, and so name another key. */
    private static void requireWholeCharacters(String name, String value) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new ValidationException(
                    name,
                    "must be valid Unicode",
                    "a text of " + value.length() + " characters with half a surrogate pair");
        }
    }
}
