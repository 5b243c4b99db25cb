package dev.accesskeys.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What every document has to keep to, beyond being OpenAPI: it is read by people, by the generator and by {@link Contract}. */
public final class DocumentLint {

    private static final Set<String> EXTENSIONS = Set.of(
            "x-any-of-required",
            "x-choices",
            "x-created",
            "x-enum-descriptions",
            "x-envelope",
            "x-environment",
            "x-identifier",
            "x-java-name",
            "x-java-type",
            "x-method",
            "x-not-blank",
            "x-page",
            "x-pattern-description",
            "x-provider",
            "x-rate-limit",
            "x-rate-limits",
            "x-reconcile",
            "x-retry",
            "x-scopes",
            "x-secret",
            "x-tri-state");

    private final Document document;
    private final Schemas schemas;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> used = new TreeSet<>();

    private DocumentLint(Document document) {
        this.document = document;
        this.schemas = new Schemas(document, Side.PROVIDER);
    }

    /** Tells what is wrong with a document, each with its place as a JSON pointer. */
    public static List<String> problems(Document document) {
        DocumentLint lint = new DocumentLint(document);
        lint.walk("#", document.root(), false);
        lint.provider();
        lint.operations();
        lint.parameters();
        lint.schemas();
        lint.components();
        return List.copyOf(lint.problems);
    }

    private void problem(String place, String text) {
        problems.add(place + " " + text);
    }

    /** Everywhere: the extensions, the references, and the examples beside a schema. */
    private void walk(String place, JsonNode node, boolean areNames) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            String inside = place + "/" + name.replace("~", "~0").replace("/", "~1");
            if (!areNames && name.startsWith("x-")) {
                if (!EXTENSIONS.contains(name)) {
                    problem(inside, "is an extension that nobody reads");
                }
                continue;
            }
            if (name.equals("$ref")) {
                reference(place, member.getValue().asString());
            } else if (!areNames && name.equals("example")) {
                example(inside, node, member.getValue());
            } else {
                walk(inside, member.getValue(), name.equals("properties") || name.equals("headers"));
            }
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(place + "/" + i, node.get(i), false);
            }
        }
    }

    private void reference(String place, String reference) {
        used.add(reference);
        try {
            document.resolve(document.node(reference));
        } catch (IllegalArgumentException e) {
            problem(place, "refers to nothing");
        }
    }

    /** Beside a schema's keywords, or in a media type or parameter that has the schema. */
    private void example(String place, JsonNode owner, JsonNode value) {
        JsonNode schema = owner.has("schema") ? owner.path("schema") : owner;
        schemas.problems(schema, value).forEach(found -> problem(place, found.pointer() + " " + found.text()));
    }

    private void provider() {
        JsonNode provider = document.root().path("info").path("x-provider");
        if (!provider.path("id").asString("").equals(document.name())) {
            problem("#/info/x-provider", "does not have the id for which the document is named");
        }
    }

    private void operations() {
        Set<String> ids = new TreeSet<>();
        Set<String> tags = new TreeSet<>();
        document.root().path("tags").forEach(tag -> {
            tags.add(tag.path("name").asString());
            describe("#/tags", tag);
        });
        Set<String> unusedTags = new TreeSet<>(tags);
        for (Operation operation : document.operations()) {
            JsonNode node = operation.node();
            String place = operation.id();
            String id = node.path("operationId").asString("");
            if (id.isEmpty() || !ids.add(id)) {
                problem(place, "has no operationId, or one that is not its own");
            }
            node.path("tags").forEach(tag -> unusedTags.remove(tag.asString()));
            if (node.path("tags").size() != 1
                    || !tags.contains(node.path("tags").path(0).asString())) {
                problem(place, "needs one tag, which is described");
            }
            for (String needed : List.of("summary", "x-method", "x-retry")) {
                if (node.path(needed).asString("").isBlank()) {
                    problem(place, "lacks " + needed);
                }
            }
            if (node.path("x-retry").asString("").equals("once")
                    && node.path("x-reconcile").asString("").isBlank()) {
                problem(place, "is not repeated, but lacks x-reconcile");
            }
            answers(operation, place);
        }
        unusedTags.forEach(tag -> problem("#/tags", tag + " is the tag of no operation"));
    }

    private void answers(Operation operation, String place) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        operation.node().path("responses").properties().forEach(each -> answers.put(each.getKey(), each.getValue()));
        answers.forEach((status, answer) -> describe(place + " " + status, document.resolve(answer)));
        if (answers.keySet().stream().noneMatch(status -> status.startsWith("2"))) {
            problem(place, "documents no success");
        }
        for (int status : List.of(400, 401, 403, 404, 429, 500, 503)) {
            if (operation.answer(status).isEmpty()) {
                problem(place, "documents no answer " + status);
            }
        }
    }

    private void parameters() {
        for (Operation operation : document.operations()) {
            operation
                    .parameters()
                    .forEach(parameter -> describe(
                            operation.id() + " " + parameter.path("name").asString(), parameter));
        }
    }

    private void schemas() {
        document.root().path("components").path("schemas").properties().forEach(schema -> {
            if (schema.getValue().has("properties")) {
                describe("#/components/schemas/" + schema.getKey(), schema.getValue());
            }
            members("#/components/schemas/" + schema.getKey(), schema.getValue());
        });
        document.root()
                .path("components")
                .path("responses")
                .properties()
                .forEach(answer -> answer.getValue()
                        .path("headers")
                        .properties()
                        .forEach(header -> describe(
                                "#/components/responses/" + answer.getKey() + "/headers/" + header.getKey(),
                                document.resolve(header.getValue()))));
    }

    private void members(String place, JsonNode schema) {
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            String inside = place + "/properties/" + member.getKey();
            JsonNode own = member.getValue();
            JsonNode described = own.path("allOf").size() == 1 && !own.has("description")
                    ? own.path("allOf").get(0)
                    : own;
            describe(inside, document.resolve(described));
            nullable(inside, own);
            members(inside, own);
            members(inside + "/items", own.path("items"));
        }
    }

    /** In OpenAPI 3.0, {@code nullable} counts beside {@code type} only, and an enumeration has to name {@code null} too. */
    private void nullable(String place, JsonNode schema) {
        if (!schema.has("nullable")) {
            return;
        }
        if (!document.isOpenApi30()) {
            problem(place, "says nullable, which OpenAPI 3.1 does not know");
        } else if (!schema.has("type") || schema.has("allOf") || schema.has("enum")) {
            problem(place, "says nullable, which has no effect there");
        }
    }

    private void components() {
        for (Map.Entry<String, JsonNode> kind :
                document.root().path("components").properties()) {
            boolean bySecurity = kind.getKey().equals("securitySchemes");
            for (Map.Entry<String, JsonNode> component : kind.getValue().properties()) {
                String reference = "#/components/" + kind.getKey() + "/" + component.getKey();
                if (bySecurity) {
                    describe(reference, component.getValue());
                } else if (!used.contains(reference)) {
                    problem(reference, "is used nowhere");
                }
            }
        }
    }

    private void describe(String place, JsonNode node) {
        if (node.path("description").asString("").isBlank()) {
            problem(place, "lacks a description");
        }
    }
}
