package dev.accesskeys.conformance;

import dev.accesskeys.testing.FakeRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What an operation wants of a request: its credential, its parameters, its body. */
final class RequestRules {

    private final Document document;
    private final Schemas schemas;
    private final Values values;

    RequestRules(Document document, Schemas schemas) {
        this.document = document;
        this.schemas = schemas;
        this.values = new Values(document);
    }

    void check(Operation operation, FakeRequest request, Contract.Report report) {
        if (!isAuthorised(operation, request)) {
            report.add("request", "carries none of the documented credentials");
        }
        Map<String, String> segments = operation.segments(request.path());
        Set<String> documentedInQuery = new HashSet<>();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asString();
            switch (parameter.path("in").asString()) {
                case "path" -> check(parameter, List.of(decoded(segments.getOrDefault(name, ""))), report);
                case "query" -> {
                    documentedInQuery.add(name);
                    check(parameter, request.queryValues(name), report);
                }
                case "header" -> check(parameter, request.headers().all(name), report);
                default -> report.add("parameter " + name, "is of a kind that is not checked");
            }
        }
        for (String name : request.queryNames()) {
            if (!documentedInQuery.contains(name)) {
                report.add("query parameter " + name, "is not documented");
            }
        }
        checkBody(operation, request, report);
    }

    private void check(JsonNode parameter, List<String> texts, Contract.Report report) {
        String place = parameter.path("in").asString() + " parameter "
                + parameter.path("name").asString();
        if (texts.isEmpty()) {
            if (parameter.path("required").asBoolean(false)) {
                report.add(place, "is missing");
            }
            return;
        }
        JsonNode schema = parameter.path("schema");
        if (texts.size() > 1 && !values.isArray(schema)) {
            report.add(place, "is there more than once");
            return;
        }
        report.add(place, schemas.problems(schema, values.read(schema, texts)));
    }

    private void checkBody(Operation operation, FakeRequest request, Contract.Report report) {
        Optional<JsonNode> documented = operation.requestBody();
        boolean isThere = request.body().length > 0;
        if (documented.isEmpty()) {
            if (isThere) {
                report.add("body of the request", "is not documented");
            }
        } else if (!isThere) {
            if (documented.get().path("required").asBoolean(false)) {
                report.add("body of the request", "is missing");
            }
        } else {
            new Body("body of the request", document, schemas)
                    .check(documented.get().path("content"), request.headers(), request.body(), report);
        }
    }

    private boolean isAuthorised(Operation operation, FakeRequest request) {
        JsonNode alternatives = operation.security();
        if (alternatives.isEmpty()) {
            return true;
        }
        for (JsonNode alternative : alternatives) {
            if (alternative.properties().stream().allMatch(scheme -> carries(scheme.getKey(), request))) {
                return true;
            }
        }
        return false;
    }

    private boolean carries(String name, FakeRequest request) {
        JsonNode scheme = document.resolve(
                document.root().path("components").path("securitySchemes").path(name));
        String value = scheme.path("type").asString().equals("apiKey")
                ? request.headers().first(scheme.path("name").asString()).orElse("")
                : bearer(request.headers().first("Authorization").orElse(""));
        return !value.isBlank();
    }

    private static String bearer(String authorization) {
        return authorization.startsWith("Bearer ") ? authorization.substring("Bearer ".length()) : "";
    }

    private static String decoded(String segment) {
        // A plus is a plus in a path.
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
