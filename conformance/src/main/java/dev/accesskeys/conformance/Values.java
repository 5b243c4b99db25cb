package dev.accesskeys.conformance;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the texts of parameters and headers as what their schema says they are. */
final class Values {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Document document;

    Values(Document document) {
        this.document = document;
    }

    boolean isArray(JsonNode schema) {
        return type(schema).equals("array");
    }

    /** A value; one that cannot be read stays a text, which its schema then refuses. */
    JsonNode read(JsonNode schema, List<String> texts) {
        if (!isArray(schema)) {
            return read(schema, texts.get(0));
        }
        JsonNode items = document.resolve(schema).path("items");
        ArrayNode array = NODES.arrayNode();
        texts.forEach(text -> array.add(read(items, text)));
        return array;
    }

    private JsonNode read(JsonNode schema, String text) {
        return switch (type(schema)) {
            case "integer", "number" -> number(text);
            case "boolean" ->
                text.equals("true") || text.equals("false")
                        ? NODES.booleanNode(text.equals("true"))
                        : NODES.stringNode(text);
            default -> NODES.stringNode(text);
        };
    }

    private static JsonNode number(String text) {
        try {
            return NODES.numberNode(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return NODES.stringNode(text);
        }
    }

    private String type(JsonNode schema) {
        JsonNode type = document.resolve(schema).path("type");
        for (JsonNode each : type) {
            if (!each.asString().equals("null")) {
                return each.asString();
            }
        }
        return type.asString("");
    }
}
