package dev.accesskeys.operation;

import dev.accesskeys.error.ValidationException;

/** What may stand in a header that we send. */
final class HeaderValues {

    private HeaderValues() {}

    /** The JDK's client repeats a bad value in its message and lets non-ASCII pass: so it is checked here first. */
    static String require(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character < 0x20 || character > 0x7E) {
                throw new ValidationException(
                        name,
                        "must have visible ASCII characters and blanks only",
                        "a text of " + value.length() + " characters with another one at position " + i);
            }
        }
        return value;
    }
}
