package dev.accesskeys.codegen.document;

import dev.accesskeys.codegen.api.Api;
import dev.accesskeys.codegen.api.Api.RateLimit;
import dev.accesskeys.codegen.api.Api.Scheme;
import dev.accesskeys.codegen.api.ApiOperation;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a whole document. */
public final class ApiReader {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final Document document;
    private final Node root;
    private final Classes classes = new Classes();

    private ApiReader(Document document) {
        this.document = document;
        this.root = document.root();
    }

    /**
     * Reads what has to be generated.
     *
     * @throws DocumentException if the document has something that is not supported
     */
    public static Api read(Document document) {
        return new ApiReader(document).read();
    }

    private Api read() {
        root.allow(Keywords.ROOT);
        root.find("components").ifPresent(components -> components.allow(Keywords.COMPONENTS));
        Node info = root.get("info").allow(Keywords.INFO);
        List<Scheme> schemes = schemes();
        List<RateLimit> rateLimits = rateLimits();
        List<ApiOperation> operations = operations(schemes, rateLimits);
        AnswerChecks.requireNoChoices(operations, classes.byName());
        return new Api(
                document.name(),
                info.textOf("title"),
                provider(info.get("x-provider").allow(Keywords.PROVIDER)),
                baseUrl(),
                schemes,
                root.find("security")
                        .map(node -> SecurityReader.alternatives(node, schemes))
                        .orElse(List.of()),
                rateLimits,
                tags(operations),
                operations,
                classes.byName());
    }

    private static Api.Provider provider(Node node) {
        return new Api.Provider(
                node.get("id").text(),
                node.get("name").text(),
                node.textOf("base-url-variable"),
                node.textsOf("request-id-headers"));
    }

    private Optional<String> baseUrl() {
        List<Node> servers = root.elementsOf("servers");
        if (servers.isEmpty()) {
            return Optional.empty();
        }
        Node url = servers.get(0).get("url");
        if (servers.size() > 1 || servers.get(0).has("variables") || url.text().contains("{")) {
            throw servers.get(0)
                    .fail("one server without variables is supported; leave it out if the caller must give it");
        }
        try {
            if (!URI.create(url.text()).isAbsolute()) {
                throw url.fail("must be an absolute URL");
            }
        } catch (IllegalArgumentException e) {
            throw url.fail("not a URL");
        }
        return Optional.of(url.text());
    }

    private List<Scheme> schemes() {
        Map<String, Node> nodes = root.find("components")
                .map(node -> node.membersOf("securitySchemes"))
                .orElse(Map.of());
        return nodes.entrySet().stream()
                .map(entry -> SecurityReader.scheme(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<RateLimit> rateLimits() {
        List<RateLimit> limits = new ArrayList<>();
        root.membersOf("x-rate-limits").forEach((name, node) -> {
            node.allow(Keywords.RATE_LIMIT);
            limits.add(new RateLimit(
                    name,
                    node.get("requests").wholeNumber(),
                    period(node.get("period")),
                    node.find("concurrent").map(Node::wholeNumber),
                    node.find("per-second").map(Node::wholeNumber)));
        });
        return List.copyOf(limits);
    }

    private static String period(Node node) {
        try {
            return Duration.parse(node.text()).toString();
        } catch (DateTimeParseException e) {
            throw node.fail("must be a duration of ISO 8601, such as PT1M");
        }
    }

    private List<ApiOperation> operations(List<Scheme> schemes, List<RateLimit> rateLimits) {
        OperationReader reader = new OperationReader(document, classes, schemes, rateLimits);
        List<ApiOperation> operations = new ArrayList<>();
        root.membersOf("paths").forEach((path, item) -> {
            item.allow(Keywords.PATH_ITEM);
            METHODS.forEach(method -> item.find(method)
                    .ifPresent(node -> operations.add(
                            reader.read(path, method.toUpperCase(Locale.ROOT), item.elementsOf("parameters"), node))));
        });
        requireDistinct(operations);
        return List.copyOf(operations);
    }

    private static void requireDistinct(List<ApiOperation> operations) {
        Map<String, ApiOperation> seen = new HashMap<>();
        operations.forEach(operation -> {
            requireFirst(seen.putIfAbsent("id " + operation.id(), operation), operation, "operationId");
            String method = operation.tag() + "." + operation.method();
            requireFirst(seen.putIfAbsent("method " + method, operation), operation, "x-method");
        });
    }

    private static void requireFirst(@Nullable ApiOperation other, ApiOperation operation, String what) {
        if (other != null) {
            throw new DocumentException(operation.place(), "has the same " + what + " as " + other.place());
        }
    }

    /** Services are made for tags in the document's order; only for those that are used. */
    private Map<String, String> tags(List<ApiOperation> operations) {
        Map<String, String> tags = new LinkedHashMap<>();
        root.elementsOf("tags").forEach(tag -> tags.put(tag.get("name").text(), tag.textOf("description")));
        tags.keySet().retainAll(operations.stream().map(ApiOperation::tag).toList());
        operations.forEach(operation -> {
            if (!tags.containsKey(operation.tag())) {
                throw new DocumentException(
                        operation.place().member("tags"),
                        "the tag '" + operation.tag() + "' has no description in 'tags'");
            }
        });
        return tags;
    }
}
