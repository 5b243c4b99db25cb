package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.json.JsonValue;
import java.util.Iterator;
import java.util.Map;

/** Writes JSON with a line for each member. */
final class IndentedJson {

    private final StringBuilder out = new StringBuilder();

    private IndentedJson() {}

    static String of(JsonValue value) {
        IndentedJson writer = new IndentedJson();
        writer.write(value, 0);
        return writer.out.append('\n').toString();
    }

    private void write(JsonValue value, int depth) {
        switch (value.kind()) {
            case OBJECT -> object(value, depth);
            case ARRAY -> array(value, depth);
            default -> out.append(value.toJson());
        }
    }

    private void object(JsonValue value, int depth) {
        if (value.members().isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        Iterator<Map.Entry<String, JsonValue>> members =
                value.members().entrySet().iterator();
        while (members.hasNext()) {
            Map.Entry<String, JsonValue> member = members.next();
            line(depth + 1);
            out.append(JsonValue.string(member.getKey()).toJson()).append(": ");
            write(member.getValue(), depth + 1);
            out.append(members.hasNext() ? "," : "");
        }
        line(depth);
        out.append('}');
    }

    private void array(JsonValue value, int depth) {
        if (value.elements().isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[');
        Iterator<JsonValue> elements = value.elements().iterator();
        while (elements.hasNext()) {
            line(depth + 1);
            write(elements.next(), depth + 1);
            out.append(elements.hasNext() ? "," : "");
        }
        line(depth);
        out.append(']');
    }

    private void line(int depth) {
        out.append('\n').append("  ".repeat(depth));
    }
}
