package dev.accesskeys.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** An operation of a document. */
public final class Operation {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private final Document document;
    private final String path;
    private final String method;
    private final JsonNode node;
    private final Pattern pattern;
    private final List<String> names = new ArrayList<>();

    Operation(Document document, String path, String method) {
        this.document = document;
        this.path = path;
        this.method = method;
        this.node = document.root().path("paths").path(path).path(method);
        this.pattern = pattern(path, names);
    }

    private static Pattern pattern(String path, List<String> names) {
        StringBuilder expression = new StringBuilder();
        Matcher parameters = PARAMETER.matcher(path);
        int end = 0;
        while (parameters.find()) {
            expression
                    .append(Pattern.quote(path.substring(end, parameters.start())))
                    .append("([^/]+)");
            names.add(parameters.group(1));
            end = parameters.end();
        }
        return Pattern.compile(
                expression.append(Pattern.quote(path.substring(end))).toString());
    }

    /** The operationId, or what stands in for it in messages. */
    public String id() {
        String id = node.path("operationId").asString("");
        return id.isEmpty() ? method.toUpperCase(Locale.ROOT) + " " + path : id;
    }

    Document document() {
        return document;
    }

    JsonNode node() {
        return node;
    }

    boolean matches(String otherMethod, String otherPath) {
        return method.toUpperCase(Locale.ROOT).equals(otherMethod)
                && pattern.matcher(otherPath).matches();
    }

    int parametersInPath() {
        return names.size();
    }

    /** The segments of a path that stand for its parameters, still encoded, by their names. */
    Map<String, String> segments(String otherPath) {
        Matcher matcher = pattern.matcher(otherPath);
        Map<String, String> values = new LinkedHashMap<>();
        if (matcher.matches()) {
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), matcher.group(i + 1));
            }
        }
        return values;
    }

    /** Its parameters, those of its path included. */
    List<JsonNode> parameters() {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        JsonNode ofPath = document.root().path("paths").path(path).path("parameters");
        for (JsonNode each : List.of(ofPath, node.path("parameters"))) {
            each.forEach(parameter -> {
                JsonNode resolved = document.resolve(parameter);
                parameters.put(
                        resolved.path("in").asString() + " "
                                + resolved.path("name").asString(),
                        resolved);
            });
        }
        return List.copyOf(parameters.values());
    }

    Optional<JsonNode> requestBody() {
        JsonNode body = node.path("requestBody");
        return body.isMissingNode() ? Optional.empty() : Optional.of(document.resolve(body));
    }

    /** What is documented for a status: under the status itself, its range such as 4XX, or "default". */
    Optional<JsonNode> answer(int status) {
        JsonNode answers = node.path("responses");
        for (String key : List.of(Integer.toString(status), status / 100 + "XX", "default")) {
            if (answers.has(key)) {
                return Optional.of(document.resolve(answers.path(key)));
            }
        }
        return Optional.empty();
    }

    /** The alternatives of its security: of each, all the schemes are needed. None at all: anybody may call. */
    JsonNode security() {
        return node.has("security") ? node.path("security") : document.root().path("security");
    }

    @Override
    public String toString() {
        return document.name() + " " + id();
    }
}
