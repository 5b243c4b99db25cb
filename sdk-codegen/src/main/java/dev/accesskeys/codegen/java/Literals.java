package dev.accesskeys.codegen.java;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Values as Java literals. */
public final class Literals {

    private Literals() {}

    /** A text. */
    public static String text(String value) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (Character.isISOControl(character)) {
                        literal.append(String.format("\\u%04x", (int) character));
                    } else {
                        literal.append(character);
                    }
                }
            }
        }
        return literal.append('"').toString();
    }

    /** Texts as arguments. */
    public static String texts(Collection<String> values) {
        return values.stream().map(Literals::text).collect(Collectors.joining(", "));
    }

    /** A long text in parts, to be joined; cut between words. */
    public static List<String> parts(String value, int width) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String word : value.split("(?<= )", -1)) {
            if (part.length() > 0 && part.length() + word.length() > width) {
                parts.add(text(part.toString()));
                part = new StringBuilder();
            }
            part.append(word);
        }
        parts.add(text(part.toString()));
        return parts;
    }

    /** A whole number, with the underscores that people read by. */
    public static String number(long value) {
        if (value == Long.MIN_VALUE) {
            return "Long.MIN_VALUE";
        }
        if (value == Long.MAX_VALUE) {
            return "Long.MAX_VALUE";
        }
        String digits = Long.toString(Math.abs(value));
        String grouped = digits.length() < 5 ? digits : digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "_");
        return (value < 0 ? "-" : "") + grouped + (value == (int) value ? "" : "L");
    }
}
