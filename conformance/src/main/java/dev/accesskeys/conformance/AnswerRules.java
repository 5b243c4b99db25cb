package dev.accesskeys.conformance;

import dev.accesskeys.testing.FakeResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What is documented of the answers of an operation: their status, their headers, their body. */
final class AnswerRules {

    private final Document document;
    private final Schemas schemas;
    private final Values values;

    AnswerRules(Document document, Schemas schemas) {
        this.document = document;
        this.schemas = schemas;
        this.values = new Values(document);
    }

    /** Holds an answer against what is documented for a status. */
    void check(Operation operation, int status, FakeResponse answer, Contract.Report report) {
        Optional<JsonNode> documented = operation.answer(status);
        if (documented.isEmpty()) {
            report.add("answer", "has the status " + answer.status() + ", which is not documented");
            return;
        }
        for (Map.Entry<String, JsonNode> header :
                documented.get().path("headers").properties()) {
            check(header.getKey(), document.resolve(header.getValue()), answer, report);
        }
        checkBody(documented.get().path("content"), answer, report);
    }

    private void check(String name, JsonNode header, FakeResponse answer, Contract.Report report) {
        String place = "header " + name + " of the answer " + answer.status();
        List<String> texts = answer.headers().all(name);
        if (!texts.isEmpty()) {
            JsonNode schema = header.path("schema");
            report.add(place, schemas.problems(schema, values.read(schema, texts)));
        } else if (header.path("required").asBoolean(false)) {
            report.add(place, "is missing");
        }
    }

    private void checkBody(JsonNode content, FakeResponse answer, Contract.Report report) {
        String place = "body of the answer " + answer.status();
        boolean isThere = answer.body().length > 0;
        if (content.isEmpty()) {
            if (isThere) {
                report.add(place, "is not documented");
            }
        } else if (isThere) {
            new Body(place, document, schemas).check(content, answer.headers(), answer.body(), report);
        } else {
            report.add(place, "is missing");
        }
    }
}
