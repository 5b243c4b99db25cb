package dev.accesskeys.codegen.document;

import dev.accesskeys.codegen.api.ChoicesClass;
import dev.accesskeys.codegen.api.EnumClass;
import dev.accesskeys.codegen.api.JavaType;
import dev.accesskeys.codegen.api.JavaType.Generated;
import dev.accesskeys.codegen.api.JavaType.ListOf;
import dev.accesskeys.codegen.api.JavaType.MapOf;
import dev.accesskeys.codegen.api.JavaType.Scalar;
import dev.accesskeys.codegen.api.Rules;
import dev.accesskeys.codegen.api.Value;
import dev.accesskeys.codegen.java.Names;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns schemas into Java types, and collects the classes that these need. */
final class SchemaReader {

    private final Document document;
    private final Classes classes;
    private final ObjectReader objects;
    private final boolean siblingsOfReferences;
    private final Map<Place, Value> named = new HashMap<>();
    private final Set<Place> inProgress = new HashSet<>();

    SchemaReader(Document document, Classes classes) {
        this.document = document;
        this.classes = classes;
        this.objects = new ObjectReader(document, this, classes);
        this.siblingsOfReferences = !document.root().get("openapi").text().startsWith("3.0");
    }

    ObjectReader objects() {
        return objects;
    }

    /**
     * Reads a schema.
     *
     * @param schema the schema, or a reference to one
     * @param inlineName the name of the class that is made for it if it has no name of its own
     */
    Value read(Node schema, String inlineName) {
        if (!schema.isObject()) {
            throw schema.fail("only objects are supported as schemas");
        }
        if (schema.has("$ref")) {
            return reference(schema);
        }
        if (schema.has("anyOf")) {
            return anyOf(schema, inlineName);
        }
        if (objects.isAlias(schema)) {
            Node target = schema.allow(Keywords.ALIAS).get("allOf").elements().get(0);
            return withSiblings(read(target, inlineName), schema);
        }
        return withSiblings(plain(schema, inlineName), schema);
    }

    private Value reference(Node schema) {
        schema.allow(Keywords.REFERENCE);
        if (!siblingsOfReferences && schema.members().size() > 1) {
            throw schema.fail("what stands beside $ref means nothing in OpenAPI 3.0; wrap the reference in allOf");
        }
        Node target = document.resolve(schema);
        return withSiblings(named(target, schema), schema);
    }

    private Value named(Node target, Node reference) {
        Value known = named.get(target.place());
        if (known != null) {
            return known;
        }
        String name = Names.className(
                target.find("x-java-name").map(Node::text).orElse(target.place().lastName()));
        if (!inProgress.add(target.place())) {
            if (!objects.declaresClass(target)) {
                throw reference.fail("a type that consists of itself is not supported");
            }
            return Value.of(new Generated(name));
        }
        Value value = read(target, name);
        inProgress.remove(target.place());
        named.put(target.place(), value);
        return value;
    }

    private static Value withSiblings(Value value, Node schema) {
        Value described = value.described(schema.textOf("description"), schema.isTrue("deprecated"));
        return schema.isTrue("nullable") ? described.orNull() : described;
    }

    /** Only the way of OpenAPI 3.1 to say "or null". */
    private Value anyOf(Node schema, String inlineName) {
        List<Node> alternatives = schema.allow(Keywords.ANY_OF).get("anyOf").elements();
        List<Node> types =
                alternatives.stream().filter(each -> !isNullType(each)).toList();
        if (alternatives.size() != 2 || types.size() != 1) {
            throw schema.get("anyOf").fail("anyOf is supported for one type and null only");
        }
        return withSiblings(read(types.get(0), inlineName), schema).orNull();
    }

    private static boolean isNullType(Node schema) {
        return schema.find("type")
                .filter(type -> type.isText() && type.text().equals("null"))
                .isPresent();
    }

    private Value plain(Node schema, String inlineName) {
        Optional<Node> type = schema.find("type");
        if (type.filter(Node::isArray).isEmpty()) {
            return typed(schema, type.map(Node::text).orElse(""), inlineName);
        }
        List<String> types = type.get().texts();
        List<String> others =
                types.stream().filter(each -> !each.equals("null")).toList();
        if (others.size() != 1) {
            throw type.get().fail("a list of types is supported for one type and null only");
        }
        Value value = typed(schema, others.get(0), inlineName);
        return types.contains("null") ? value.orNull() : value;
    }

    private Value typed(Node schema, String type, String inlineName) {
        return switch (type) {
            case "string" -> string(schema, inlineName);
            case "integer" -> Value.of(integer(schema)).withRules(RulesReader.number(schema));
            case "number" -> number(schema);
            case "boolean" -> {
                schema.allow(Keywords.ANYTHING);
                yield Value.of(Scalar.BOOLEAN);
            }
            case "array" -> array(schema, inlineName);
            case "object" -> object(schema, inlineName);
            case "" -> untyped(schema, inlineName);
            default -> throw schema.get("type").fail("the type '" + type + "' is not supported");
        };
    }

    private Value untyped(Node schema, String inlineName) {
        if (schema.has("properties") || schema.has("allOf")) {
            return object(schema, inlineName);
        }
        schema.allow(Keywords.ANYTHING);
        return Value.of(Scalar.JSON);
    }

    private Value string(Node schema, String inlineName) {
        if (schema.has("x-secret")) {
            schema.allow(Keywords.SECRET_STRING);
            Optional<List<String>> placeholders = Optional.of(placeholders(schema.get("x-secret")));
            return new Value(Scalar.SECRET, false, Rules.NONE, "", false, placeholders, Optional.empty());
        }
        if (schema.has("enum")) {
            return enumeration(schema, inlineName);
        }
        String format = schema.textOf("format");
        if (format.equals("binary")) {
            throw schema.get("format").fail("binary texts are not supported");
        }
        if (format.equals("date-time")) {
            schema.allow(Keywords.ANYTHING);
            return Value.of(Scalar.INSTANT);
        }
        return Value.of(Scalar.STRING).withRules(RulesReader.string(schema));
    }

    private static List<String> placeholders(Node secret) {
        if (secret.isBoolean()) {
            return List.of();
        }
        return secret.allow(Keywords.SECRET).textsOf("placeholders");
    }

    private Value enumeration(Node schema, String inlineName) {
        schema.allow(Keywords.ENUM);
        Map<String, Node> descriptions = schema.membersOf("x-enum-descriptions");
        List<EnumClass.Constant> constants = schema.get("enum").elements().stream()
                .filter(each -> !each.isNull())
                .map(each -> new EnumClass.Constant(
                        Names.constant(each.text()),
                        each.text(),
                        descriptions.containsKey(each.text())
                                ? descriptions.get(each.text()).text()
                                : ""))
                .toList();
        if (constants.stream().map(EnumClass.Constant::javaName).distinct().count() < constants.size()) {
            throw schema.get("enum").fail("two values have the same name in Java");
        }
        descriptions.forEach((wire, description) -> {
            if (constants.stream().noneMatch(each -> each.wire().equals(wire))) {
                throw description.fail("'" + wire + "' is no value of the enum");
            }
        });
        classes.add(new EnumClass(inlineName, schema.textOf("description"), constants, schema.place()));
        boolean nullable = schema.get("enum").elements().stream().anyMatch(Node::isNull);
        Value value = Value.of(new Generated(inlineName));
        return nullable ? value.orNull() : value;
    }

    private static Scalar integer(Node schema) {
        return schema.textOf("format").equals("int32") ? Scalar.INT : Scalar.LONG;
    }

    private static Value number(Node schema) {
        Rules rules = RulesReader.number(schema);
        String format = schema.textOf("format");
        if (!format.equals("double") && !format.equals("float")) {
            return Value.of(Scalar.NUMBER).withRules(rules);
        }
        if (!rules.isEmpty()) {
            throw schema.fail("bounds are not supported for binary floating-point numbers; leave the format out");
        }
        return Value.of(Scalar.DOUBLE);
    }

    private Value array(Node schema, String inlineName) {
        schema.allow(Keywords.ARRAY);
        Value element = read(schema.get("items"), inlineName + "Item");
        if (element.nullable()) {
            throw schema.get("items").fail("entries that may be null are not supported");
        }
        if (element.secret().isPresent()) {
            throw schema.get("items").fail("lists of secrets are not supported");
        }
        if (schema.has("x-choices")) {
            ChoicesClass choices = new ChoicesReader(schema, element.type()).read();
            classes.add(choices);
            Rules rules = RulesReader.array(schema, element.rules());
            if (!rules.isEmpty()) {
                throw schema.fail("rules are not supported beside x-choices");
            }
            return new Value(
                    new Generated(choices.name()),
                    false,
                    Rules.NONE,
                    "",
                    false,
                    Optional.empty(),
                    Optional.of(choices));
        }
        return Value.of(new ListOf(element.type())).withRules(RulesReader.array(schema, element.rules()));
    }

    private Value object(Node schema, String inlineName) {
        if (schema.has("properties") || schema.has("allOf")) {
            return Value.of(new Generated(objects.read(schema, inlineName)));
        }
        schema.allow(Keywords.OBJECT);
        Optional<Node> values = schema.find("additionalProperties").filter(Node::isObject);
        if (values.isEmpty()) {
            return Value.of(Scalar.JSON);
        }
        Value value = read(values.get(), inlineName + "Value");
        if (value.nullable() || value.secret().isPresent() || !value.rules().isEmpty()) {
            throw values.get().fail("values that may be null, are secret or have rules are not supported in a map");
        }
        JavaType type = value.type();
        return Value.of(new MapOf(type));
    }
}
