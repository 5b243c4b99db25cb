package dev.accesskeys.conformance;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of a document, to hold values against. */
final class Schemas {

    /** One thing that is wrong with a value: where, as a JSON pointer, and what. */
    record Problem(String pointer, String text) {}

    private static final Dialect DIALECT = Dialect.builder(Dialects.getOpenApi31())
            .format(new DateTimeFormat())
            .build();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(DIALECT);

    private final SchemaDialect dialect;
    private final ObjectNode components;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    Schemas(Document document, Side side) {
        this.dialect = new SchemaDialect(document, side);
        this.components = dialect.components();
    }

    /** Tells what is wrong with a value. */
    List<Problem> problems(JsonNode schema, JsonNode value) {
        List<Error> errors = compiled.computeIfAbsent(schema, this::compile)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        return errors.stream()
                .filter(error -> !isConsequence(error, errors))
                .map(error -> new Problem(pointer(error), text(error)))
                .toList();
    }

    /** A documented member that is wrong counts as not evaluated, and then as not documented, which is not to be reported too. */
    private static boolean isConsequence(Error error, List<Error> all) {
        if (!error.getKeyword().equals("unevaluatedProperties")) {
            return false;
        }
        String member = error.getInstanceLocation() + "/" + error.getProperty();
        return all.stream()
                .map(each -> each.getInstanceLocation().toString())
                .anyMatch(place -> isWithin(place, member));
    }

    private static boolean isWithin(String place, String member) {
        return place.equals(member) || place.startsWith(member + "/");
    }

    private Schema compile(JsonNode schema) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("$ref", JsonNodeFactory.instance.stringNode("#/schema"));
        root.set("schema", dialect.closed(schema));
        root.set("components", components);
        return REGISTRY.getSchema(root);
    }

    private static String pointer(Error error) {
        String pointer = error.getInstanceLocation().toString();
        return pointer.isEmpty() ? "/" : pointer;
    }

    /** Not the validator's own message, which may quote the value. */
    private static String text(Error error) {
        String keyword = error.getKeyword();
        @Nullable String member = error.getProperty();
        return switch (keyword) {
            case "required" -> "lacks the member " + member;
            case "unevaluatedProperties", "additionalProperties" ->
                "has the member " + member + ", which is not documented";
            case "not", "false" -> "is not allowed";
            default -> "breaks " + keyword + rule(error);
        };
    }

    private static String rule(Error error) {
        JsonNode rule = error.getSchemaNode();
        return rule == null || rule.isObject() ? "" : " " + rule;
    }
}
