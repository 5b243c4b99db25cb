package dev.accesskeys.codegen.document;

import dev.accesskeys.codegen.api.Member;
import dev.accesskeys.codegen.api.ObjectClass;
import dev.accesskeys.codegen.api.Value;
import dev.accesskeys.codegen.java.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns object schemas into classes; {@code allOf} becomes one flat class. */
final class ObjectReader {

    private final Document document;
    private final SchemaReader schemas;
    private final Classes classes;

    ObjectReader(Document document, SchemaReader schemas, Classes classes) {
        this.document = document;
        this.schemas = schemas;
        this.classes = classes;
    }

    /** Whether a schema is nothing but another one, perhaps with another description. */
    boolean isAlias(Node schema) {
        return schema.has("allOf")
                && !schema.has("properties")
                && schema.get("allOf").elements().size() == 1;
    }

    /** Whether a schema has known members, and so a class. */
    boolean declaresClass(Node schema) {
        return schema.has("properties") || (schema.has("allOf") && !isAlias(schema));
    }

    /** Reads the class and gives its name. */
    String read(Node schema, String name) {
        Map<String, Node> properties = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        collect(schema, properties, required);
        required.forEach(each -> {
            if (!properties.containsKey(each)) {
                throw schema.fail("the required member '" + each + "' has no schema");
            }
        });
        List<Member> members = new ArrayList<>();
        properties.forEach(
                (wireName, property) -> members.add(member(wireName, property, name, required.contains(wireName))));
        requireDistinctNames(members);
        List<List<String>> groups = anyOfRequired(schema, properties.keySet());
        classes.add(new ObjectClass(
                name,
                schema.textOf("description"),
                members,
                groups,
                true,
                schema.isTrue("deprecated"),
                schema.place()));
        return name;
    }

    private void collect(Node schema, Map<String, Node> properties, Set<String> required) {
        schema.allow(Keywords.OBJECT);
        if (!schema.textOf("format").isEmpty()) {
            throw schema.get("format").fail("objects have no format");
        }
        for (Node part : schema.elementsOf("allOf")) {
            Node target = document.resolve(part);
            if (!target.has("properties") && !target.has("allOf") && !target.has("required")) {
                throw part.fail("allOf is supported for objects with members only");
            }
            collect(target, properties, required);
        }
        schema.find("additionalProperties").filter(Node::isObject).ifPresent(node -> {
            throw node.fail("a schema for further members is not supported beside known ones");
        });
        schema.membersOf("properties").forEach((name, property) -> {
            Node other = properties.putIfAbsent(name, property);
            if (other != null && !other.place().equals(property.place())) {
                throw property.fail("the member is already described at " + other.place());
            }
        });
        required.addAll(schema.textsOf("required"));
    }

    private Member member(String wireName, Node property, String className, boolean required) {
        Value value = schemas.read(property, className + Names.className(wireName));
        boolean triState = property.isTrue("x-tri-state");
        if (triState && (required || value.choices().isPresent())) {
            throw property.fail("x-tri-state is for optional members without x-choices");
        }
        if (triState && !value.rules().isEmpty()) {
            throw property.fail("rules are not supported beside x-tri-state");
        }
        if (required && value.choices().isPresent()) {
            throw property.fail("a member with x-choices must not be required: one of its forms may be its absence");
        }
        return new Member(
                wireName,
                javaName(wireName, property),
                value,
                required,
                property.isTrue("x-identifier"),
                triState,
                property.place());
    }

    /** A name given by the author still must be free. */
    private static String javaName(String wireName, Node property) {
        Optional<String> given = property.find("x-java-name").map(Node::text);
        return Names.property(given.orElse(wireName));
    }

    static void requireDistinctNames(List<Member> members) {
        Map<String, Member> byName = new HashMap<>();
        for (Member member : members) {
            Member other = byName.putIfAbsent(member.javaName(), member);
            if (other != null) {
                throw new DocumentException(
                        member.place(),
                        "has the same name in Java as " + other.place() + ": " + member.javaName()
                                + "; give one of them an x-java-name");
            }
        }
    }

    private static List<List<String>> anyOfRequired(Node schema, Set<String> known) {
        List<String> group = schema.textsOf("x-any-of-required");
        group.forEach(name -> {
            if (!known.contains(name)) {
                throw schema.get("x-any-of-required").fail("there is no member '" + name + "'");
            }
        });
        return group.isEmpty() ? List.of() : List.of(group);
    }

    /** Finds the schema of a member of an object, in its parts too. */
    Optional<Node> property(Node schema, String name) {
        Node target = document.resolve(schema);
        Optional<Node> own = target.find("properties").flatMap(properties -> properties.find(name));
        if (own.isPresent()) {
            return own;
        }
        return target.elementsOf("allOf").stream()
                .map(part -> property(part, name))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
