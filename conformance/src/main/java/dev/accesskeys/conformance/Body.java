package dev.accesskeys.conformance;

import dev.accesskeys.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a document wants of a body that is there. */
record Body(String place, Document document, Schemas schemas) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    void check(JsonNode content, Headers headers, byte[] bytes, Contract.Report report) {
        String type = mediaType(headers);
        if (!content.has(type)) {
            report.add(place, "is of a type that is not documented: " + (type.isEmpty() ? "none is given" : type));
            return;
        }
        JsonNode value;
        try {
            value = type.equals("application/json")
                    ? JSON.readTree(bytes)
                    : JsonNodeFactory.instance.stringNode(new String(bytes, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            report.add(place, "is no JSON");
            return;
        }
        report.add(place, schemas.problems(content.path(type).path("schema"), value));
    }

    private static String mediaType(Headers headers) {
        return headers.first("Content-Type").orElse("").split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }
}
