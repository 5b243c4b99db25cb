package dev.accesskeys.conformance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the schemas of a document as schemas of OpenAPI 3.1, which are JSON Schemas, and closes them: an object with documented
 * members has no others.
 *
 * <p>What {@code allOf} puts together stays open in its parts, for each part has to let the members of the others pass; so every
 * component is there twice, open and closed.
 */
final class SchemaDialect {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String COMPONENTS = "#/components/schemas/";
    private static final String OPEN = ".open";

    private static final Set<String> SCHEMA =
            Set.of("items", "additionalProperties", "not", "contains", "propertyNames", "if", "then", "else");
    private static final Set<String> SCHEMA_LIST = Set.of("anyOf", "oneOf", "prefixItems");
    private static final Set<String> SCHEMA_MAP = Set.of("properties", "patternProperties", "dependentSchemas");
    private static final Set<String> WITHOUT_MEANING =
            Set.of("nullable", "example", "examples", "default", "discriminator", "xml");

    private final Document document;
    private final Side side;

    SchemaDialect(Document document, Side side) {
        this.document = document;
        this.side = side;
    }

    /** All components, for references from the schemas that {@link #closed} makes. */
    ObjectNode components() {
        ObjectNode schemas = NODES.objectNode();
        document.root().path("components").path("schemas").properties().forEach(each -> {
            schemas.set(each.getKey(), convert(each.getValue(), false));
            schemas.set(each.getKey() + OPEN, convert(each.getValue(), true));
        });
        return NODES.objectNode().set("schemas", schemas);
    }

    JsonNode closed(JsonNode schema) {
        return convert(schema, false);
    }

    private JsonNode convert(JsonNode schema, boolean open) {
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode converted = NODES.objectNode();
        if (schema.has("$ref")) {
            converted.put("$ref", reference(schema.path("$ref").asString(), open));
            if (document.isOpenApi30()) {
                // There, what stands beside a reference does not count.
                return converted;
            }
        }
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            convert(member.getKey(), member.getValue(), converted);
        }
        if (document.isOpenApi30()) {
            from30(schema, converted);
        }
        if (side == Side.CLIENT) {
            rulesOfOurOwn(schema, converted);
        }
        if (!open && isClosed(schema)) {
            converted.put("unevaluatedProperties", false);
        }
        return converted;
    }

    private void convert(String keyword, JsonNode value, ObjectNode converted) {
        if (keyword.equals("$ref") || keyword.startsWith("x-") || WITHOUT_MEANING.contains(keyword)) {
            return;
        }
        if (SCHEMA.contains(keyword)) {
            converted.set(keyword, convert(value, false));
        } else if (SCHEMA_LIST.contains(keyword) || keyword.equals("allOf")) {
            ArrayNode list = converted.putArray(keyword);
            value.forEach(each -> list.add(convert(each, keyword.equals("allOf"))));
        } else if (SCHEMA_MAP.contains(keyword)) {
            ObjectNode map = converted.putObject(keyword);
            value.properties().forEach(each -> map.set(each.getKey(), convert(each.getValue(), false)));
        } else {
            converted.set(keyword, value);
        }
    }

    private static String reference(String reference, boolean open) {
        if (!reference.startsWith(COMPONENTS)) {
            throw new IllegalArgumentException("not a reference to a component's schema: " + reference);
        }
        return reference + (open ? OPEN : "");
    }

    /** {@code nullable} means something only beside {@code type}; exclusive bounds were flags. */
    private static void from30(JsonNode schema, ObjectNode converted) {
        if (schema.path("nullable").asBoolean(false) && schema.has("type")) {
            converted.putArray("type").add(schema.path("type")).add("null");
        }
        for (List<String> bound :
                List.of(List.of("exclusiveMinimum", "minimum"), List.of("exclusiveMaximum", "maximum"))) {
            if (schema.path(bound.get(0)).isBoolean()) {
                converted.remove(bound.get(0));
                if (schema.path(bound.get(0)).asBoolean()) {
                    converted.set(bound.get(0), schema.path(bound.get(1)));
                    converted.remove(bound.get(1));
                }
            }
        }
    }

    private static void rulesOfOurOwn(JsonNode schema, ObjectNode converted) {
        if (schema.path("x-not-blank").asBoolean(false)) {
            converted.withArray("allOf").addObject().put("pattern", "\\S");
        }
        if (schema.has("x-any-of-required")) {
            ArrayNode anyOf = converted.putArray("anyOf");
            schema.path("x-any-of-required")
                    .forEach(member -> anyOf.addObject().putArray("required").add(member));
        }
    }

    private static boolean isClosed(JsonNode schema) {
        boolean hasMembers =
                schema.path("properties").size() > 0 || schema.path("allOf").size() > 0;
        return hasMembers && !schema.has("additionalProperties") && !schema.has("patternProperties");
    }
}
