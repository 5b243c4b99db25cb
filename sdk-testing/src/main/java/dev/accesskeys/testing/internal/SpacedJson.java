package dev.accesskeys.testing.internal;

import dev.accesskeys.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

/** JSON with a blank behind each colon and comma, as Python writes it: some providers' answers look like this, byte for byte. */
public final class SpacedJson {

    private SpacedJson() {}

    /**
     * Writes a document.
     *
     * @param value its value
     * @return JSON in ASCII
     */
    public static byte[] write(JsonValue value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder out, JsonValue value) {
        switch (value.kind()) {
            case OBJECT -> object(out, value.members());
            case ARRAY -> array(out, value);
            case STRING -> string(out, value.asString().orElseThrow());
            case NUMBER -> out.append(value.asNumber().orElseThrow());
            case BOOLEAN -> out.append(value.asBoolean().orElseThrow());
            case NULL -> out.append("null");
        }
    }

    private static void object(StringBuilder out, Map<String, JsonValue> members) {
        out.append('{');
        String separator = "";
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            out.append(separator);
            string(out, member.getKey());
            out.append(": ");
            append(out, member.getValue());
            separator = ", ";
        }
        out.append('}');
    }

    private static void array(StringBuilder out, JsonValue value) {
        out.append('[');
        for (Iterator<JsonValue> elements = value.elements().iterator(); elements.hasNext(); ) {
            append(out, elements.next());
            out.append(elements.hasNext() ? ", " : "");
        }
        out.append(']');
    }

    private static void string(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c > 0x7e) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
