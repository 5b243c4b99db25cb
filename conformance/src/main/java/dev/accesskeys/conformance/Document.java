package dev.accesskeys.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An OpenAPI document as it stands in its file. */
public final class Document {

    static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private static final YAMLMapper YAML = new YAMLMapper();

    private final String name;
    private final JsonNode root;
    private final List<Operation> operations = new ArrayList<>();

    private Document(String name, JsonNode root) {
        this.name = name;
        this.root = root;
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
                if (METHODS.contains(member.getKey())) {
                    operations.add(new Operation(this, path.getKey(), member.getKey()));
                }
            }
        }
    }

    /** The document {@code specs/<name>.yaml} on the class path; empty if there is none. */
    public static Optional<Document> named(String name) {
        try (InputStream in = Document.class.getResourceAsStream("/specs/" + name + ".yaml")) {
            return in == null ? Optional.empty() : Optional.of(new Document(name, YAML.readTree(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document from its text. */
    public static Document of(String name, String yaml) {
        return new Document(name, YAML.readTree(yaml));
    }

    public String name() {
        return name;
    }

    JsonNode root() {
        return root;
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** Whether its schemas are those of OpenAPI 3.0, which are no JSON Schemas. */
    boolean isOpenApi30() {
        return root.path("openapi").asString().startsWith("3.0");
    }

    /** The operation that is meant by a request; where two match, the one with the fewest parameters in its path. */
    Optional<Operation> find(String method, String path) {
        Operation best = null;
        for (Operation each : operations) {
            if (each.matches(method, path) && (best == null || each.parametersInPath() < best.parametersInPath())) {
                best = each;
            }
        }
        return Optional.ofNullable(best);
    }

    /** What a node refers to, or the node itself. */
    JsonNode resolve(JsonNode node) {
        JsonNode resolved = node;
        while (resolved.path("$ref").isString()) {
            resolved = node(resolved.path("$ref").asString());
        }
        return resolved;
    }

    /** What stands at a reference such as {@code #/components/schemas/Key}. */
    JsonNode node(String reference) {
        if (!reference.startsWith("#/") || root.at(reference.substring(1)).isMissingNode()) {
            throw new IllegalArgumentException(name + ": there is no " + reference);
        }
        return root.at(reference.substring(1));
    }

    @Override
    public String toString() {
        return name;
    }
}
