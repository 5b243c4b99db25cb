package dev.accesskeys.json;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;

/** Writes a place in a document the way people do: {@code data[3].id}. */
final class JsonPath {

    /** Also what breaks lines or turns the direction of a text. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF]");

    private JsonPath() {}

    static String of(@Nullable TokenStreamContext context) {
        StringBuilder path = new StringBuilder();
        append(context, path);
        return path.toString();
    }

    private static void append(@Nullable TokenStreamContext context, StringBuilder path) {
        if (context == null || context.inRoot()) {
            return;
        }
        append(context.getParent(), path);
        if (context.inArray()) {
            if (context.hasCurrentIndex()) {
                path.append('[').append(context.getCurrentIndex()).append(']');
            }
        } else if (context.currentName() != null) {
            path.append(path.length() == 0 ? "" : ".").append(printable(context.currentName()));
        }
    }

    /** A member's name comes from the document: it is shortened and freed from control characters before a person sees it. */
    private static String printable(String name) {
        String shortened = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        return UNPRINTABLE.matcher(shortened).replaceAll("?");
    }
}
