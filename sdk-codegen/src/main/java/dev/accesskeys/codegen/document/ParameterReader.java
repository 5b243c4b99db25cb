package dev.accesskeys.codegen.document;

import dev.accesskeys.codegen.api.JavaType;
import dev.accesskeys.codegen.api.JavaType.Generated;
import dev.accesskeys.codegen.api.JavaType.HandWritten;
import dev.accesskeys.codegen.api.JavaType.ListOf;
import dev.accesskeys.codegen.api.JavaType.Scalar;
import dev.accesskeys.codegen.api.Member;
import dev.accesskeys.codegen.api.ObjectClass;
import dev.accesskeys.codegen.api.Value;
import dev.accesskeys.codegen.java.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the parameters of one operation. */
final class ParameterReader {

    private static final Set<Scalar> SENDABLE =
            Set.of(Scalar.STRING, Scalar.INT, Scalar.LONG, Scalar.BOOLEAN, Scalar.INSTANT, Scalar.NUMBER);

    private final Document document;
    private final SchemaReader schemas;
    private final String operationId;
    private final String path;
    private final Map<String, Member> inPath = new LinkedHashMap<>();
    private final List<Member> others = new ArrayList<>();
    private final List<String> headerNames = new ArrayList<>();

    ParameterReader(Document document, SchemaReader schemas, String operationId, String path) {
        this.document = document;
        this.schemas = schemas;
        this.operationId = operationId;
        this.path = path;
    }

    /** Those of the operation replace those of the path that have the same name and place. */
    void read(List<Node> shared, List<Node> own) {
        Map<String, Node> all = new LinkedHashMap<>();
        for (List<Node> nodes : List.of(shared, own)) {
            for (Node reference : nodes) {
                Node node = document.resolve(reference).allow(Keywords.PARAMETER);
                all.put(node.get("in").text() + " " + node.get("name").text(), node);
            }
        }
        all.values().forEach(this::add);
    }

    private void add(Node node) {
        String in = node.get("in").text();
        String name = node.get("name").text();
        requireDefaultStyle(node, in);
        Value value = value(node, name);
        boolean required = node.isTrue("required");
        String given = node.find("x-java-name").map(Node::text).orElse(name);
        boolean position = in.equals("path");
        String javaName = position ? Names.serviceMember(given) : Names.property(given);
        Member member = new Member(name, javaName, value, required, false, false, node.place());
        switch (in) {
            case "path" -> addToPath(node, member);
            case "query" -> others.add(member);
            case "header" -> {
                if (value.type().isCollection()) {
                    throw node.fail("lists in headers are not supported");
                }
                headerNames.add(name);
                others.add(member);
            }
            default -> throw node.get("in").fail("parameters in '" + in + "' are not supported");
        }
    }

    private static void requireDefaultStyle(Node node, String in) {
        boolean query = in.equals("query");
        node.find("style").ifPresent(style -> {
            if (!style.text().equals(query ? "form" : "simple")) {
                throw style.fail("only the default style is supported");
            }
        });
        if (node.has("explode") && node.isTrue("explode") != query) {
            throw node.get("explode").fail("only the default is supported");
        }
    }

    private Value value(Node node, String name) {
        Value value = schemas.read(node.get("schema"), Names.className(operationId + "_" + name))
                .described(node.textOf("description"), node.isTrue("deprecated"));
        if (value.nullable()) {
            throw node.get("schema").fail("parameters that may be null are not supported");
        }
        if (node.has("x-java-type")) {
            return handWritten(node, value);
        }
        JavaType single = value.type() instanceof ListOf list ? list.element() : value.type();
        boolean sendable = single instanceof Scalar scalar ? SENDABLE.contains(scalar) : single instanceof Generated;
        if (!sendable || (single instanceof Generated && declaresClass(node))) {
            throw node.get("schema")
                    .fail("only texts, numbers, truth values, enums and lists of them are supported here");
        }
        return value;
    }

    private boolean declaresClass(Node node) {
        Node schema = document.resolve(node.get("schema"));
        Node single = schema.has("items") ? document.resolve(schema.get("items")) : schema;
        return schemas.objects().declaresClass(single);
    }

    private static Value handWritten(Node node, Value value) {
        String qualified = node.get("x-java-type").text();
        if (!qualified.contains(".")) {
            throw node.get("x-java-type").fail("the class must be named with its package");
        }
        if (value.type() != Scalar.STRING || !value.rules().isEmpty()) {
            throw node.get("schema").fail("must be a text without rules, for x-java-type stands in its place");
        }
        return Value.of(new HandWritten(qualified)).described(value.description(), value.deprecated());
    }

    private void addToPath(Node node, Member member) {
        if (!member.required()) {
            throw node.fail("a path parameter must have 'required: true'");
        }
        if (member.value().type().isCollection()) {
            throw node.get("schema").fail("lists in paths are not supported");
        }
        if (!path.contains("{" + member.wireName() + "}")) {
            throw node.get("name").fail("the path has no {" + member.wireName() + "}");
        }
        inPath.put(member.wireName(), member);
    }

    /** The path parameters in the order of the path. */
    List<Member> inPath() {
        return inPath.values().stream()
                .sorted(Comparator.comparingInt(member -> path.indexOf("{" + member.wireName() + "}")))
                .toList();
    }

    List<String> headerNames() {
        return List.copyOf(headerNames);
    }

    /** The class of the query and header parameters. */
    Optional<ObjectClass> others(Node operation) {
        String missing = path.replaceAll("\\{[^}]*}", "").contains("{") ? path : unfilled();
        if (!missing.isEmpty()) {
            throw operation.fail("the path parameter {" + missing + "} is not described");
        }
        if (others.isEmpty()) {
            return Optional.empty();
        }
        ObjectReader.requireDistinctNames(others);
        String name = Names.className(operationId + "_request");
        return Optional.of(new ObjectClass(
                name,
                "",
                List.copyOf(others),
                List.of(),
                false,
                false,
                operation.place().member("parameters")));
    }

    private String unfilled() {
        return Pattern.compile("\\{([^}]*)}")
                .matcher(path)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !inPath.containsKey(name))
                .findFirst()
                .orElse("");
    }
}
