package dev.accesskeys.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.codegen.document.ApiReader;
import dev.accesskeys.codegen.document.Document;
import dev.accesskeys.codegen.document.DocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the generator does not support fails the build and names its place, instead of being printed wrongly. */
class UnsupportedConstructsTest {

    private static final String THING = "#/components/schemas/Thing";
    private static final String PROPERTY = THING + "/properties/p";
    private static final String GET = "#/paths/~1things/get";
    private static final String PARAMETER = GET + "/parameters/0";

    @TempDir
    private Path folder;

    static Stream<Arguments> properties() {
        return Stream.of(
                property("oneOf: [{ type: string }, { type: integer }]", "/oneOf", "'oneOf' is not supported"),
                property("anyOf: [{ type: string }, { type: integer }]", "/anyOf", "one type and null only"),
                property("not: { type: string }", "/not", "'not' is not supported"),
                property("type: object, discriminator: { propertyName: x }", "/discriminator", "not supported"),
                property("type: object, patternProperties: {}", "/patternProperties", "not supported"),
                property("type: string, const: x", "/const", "'const' is not supported"),
                property("type: string, x-unknown: true", "/x-unknown", "'x-unknown' is not supported"),
                property("type: string, format: binary", "/format", "binary"),
                property("type: string, pattern: abc", "/pattern", "from ^ to $"),
                property("type: string, pattern: '^($'", "/pattern", "not a regular expression"),
                property("type: string, minLength: 1.5", "/minLength", "whole number"),
                property("type: integer, multipleOf: 2", "/multipleOf", "not supported"),
                property("type: integer, exclusiveMinimum: true", "/exclusiveMinimum", "not supported"),
                property("type: number, format: double, minimum: 1", "", "bounds are not supported"),
                property("type: array", "", "'items' is missing"),
                property("type: array, uniqueItems: true, items: { type: string }", "/uniqueItems", "not supported"),
                property("type: array, items: { type: string, nullable: true }", "/items", "may be null"),
                property("type: array, items: { type: string, x-secret: true }", "/items", "lists of secrets"),
                property("type: [string, integer]", "/type", "one type and null only"),
                property("type: file", "/type", "'file' is not supported"),
                property("type: string, enum: [1, 2]", "/enum/0", "a text is expected"),
                property("type: string, enum: [a-b, a_b]", "/enum", "same name in Java"),
                property(
                        "type: string, enum: [a], x-enum-descriptions: { b: B }", "/x-enum-descriptions/b", "no value"),
                property("type: string, x-secret: { hidden: x }", "/x-secret/hidden", "not supported"),
                property("type: string, minLength: 1, x-tri-state: true", "", "rules are not supported beside"),
                property("$ref: '#/components/schemas/Missing'", "/$ref", "leads nowhere"),
                property("$ref: 'other.yaml#/x'", "/$ref", "within the document"),
                property("$ref: '#/components/schemas/Thing', description: x", "", "nothing in OpenAPI 3.0"),
                property(
                        "type: object, properties: { a: { type: string } }, additionalProperties: { type: string }",
                        "/additionalProperties",
                        "beside known ones"),
                property("type: object, required: [b], properties: { a: { type: string } }", "", "'b' has no schema"),
                property(
                        "type: object, properties: { a-b: { type: string }, a_b: { type: string } }",
                        "/properties/a_b",
                        "same name in Java"),
                property(
                        "type: object, x-any-of-required: [c], properties: { a: { type: string } }",
                        "/x-any-of-required",
                        "no member 'c'"),
                property("allOf: [{ type: string }, { type: string }]", "/allOf/0", "objects with members only"),
                property(
                        "type: array, items: { type: string }, x-choices: { type: C, cases: { a: { wire: absent } } }",
                        "/x-choices/cases",
                        "wire: value"),
                property(
                        "type: array, items: { type: string }, x-choices: { type: C, cases: { a: { wire: gone } } }",
                        "/x-choices/cases/a/wire",
                        "absent, null, empty or value"),
                property(
                        "type: array, items: { type: string }, x-choices: { type: C, cases: { a: { wire: value } } }",
                        "/x-choices",
                        "requests only"));
    }

    @ParameterizedTest
    @MethodSource("properties")
    void refusesAProperty(String schema, String place, String problem) {
        assertRefused(document("", "", "", schema), PROPERTY + place, problem);
    }

    static Stream<Arguments> parameters() {
        return Stream.of(
                Arguments.of("name: p, in: cookie, schema: { type: string }", "/in", "'cookie' are not supported"),
                Arguments.of(
                        "name: p, in: query, style: deepObject, schema: { type: string }", "/style", "default style"),
                Arguments.of(
                        "name: p, in: query, explode: false, schema: { type: string }", "/explode", "only the default"),
                Arguments.of("name: p, in: query, content: {}", "/content", "'content' is not supported"),
                Arguments.of("name: p, in: query, allowReserved: true, schema: {}", "/allowReserved", "not supported"),
                Arguments.of("name: p, in: query, schema: { type: object }", "/schema", "are supported here"),
                Arguments.of("name: p, in: query, schema: { $ref: '" + THING + "' }", "/schema", "are supported here"),
                Arguments.of("name: p, in: query, schema: { type: string, nullable: true }", "/schema", "may be null"),
                Arguments.of(
                        "name: p, in: header, schema: { type: array, items: { type: string } }",
                        "",
                        "lists in headers"),
                Arguments.of("name: p, in: path, required: true, schema: { type: string }", "/name", "has no {p}"),
                Arguments.of("name: p, in: path, schema: { type: string }", "", "required: true"),
                Arguments.of(
                        "name: p, in: query, x-java-type: Short, schema: { type: string }", "/x-java-type", "package"),
                Arguments.of(
                        "name: p, in: query, x-java-type: a.B, schema: { type: integer }",
                        "/schema",
                        "must be a text"));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void refusesAParameter(String parameter, String place, String problem) {
        String operation = "parameters: [{ " + parameter + " }]";

        assertRefused(document("", operation, "", "type: string"), PARAMETER + place, problem);
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                Arguments.of("callbacks: {}", "/callbacks", "'callbacks' is not supported"),
                Arguments.of("servers: []", "/servers", "'servers' is not supported"),
                Arguments.of("x-unknown: 1", "/x-unknown", "'x-unknown' is not supported"),
                Arguments.of("x-retry: often", "/x-retry", "read, idempotent, delete or once"),
                Arguments.of("x-retry: once", "", "x-reconcile is missing"),
                Arguments.of("x-rate-limit: none", "/x-rate-limit", "no 'none' in x-rate-limits"),
                Arguments.of("x-envelope: {}", "/x-envelope", "must be there"),
                Arguments.of("x-envelope: { member: gone }", "/x-envelope", "no member 'gone'"),
                Arguments.of("x-envelope: { class: Short }", "/x-envelope/class", "package"),
                Arguments.of("x-page: { style: cursor }", "/x-page/style", "only numbered pages"),
                Arguments.of("x-created: { secret: gone }", "/x-created/secret", "no member 'gone'"),
                Arguments.of("x-created: { secret: p }", "/x-created/secret", "not marked as x-secret"),
                Arguments.of("security: [{ gone: [] }]", "/security/0/gone", "no security scheme 'gone'"),
                Arguments.of("requestBody: { content: {} }", "/requestBody", "required: true"),
                Arguments.of(
                        "requestBody: { required: true, content: { text/plain: {} } }",
                        "/requestBody/content/text~1plain",
                        "not supported"),
                Arguments.of(
                        "requestBody: { required: true, content: { multipart/form-data: {} } }",
                        "/requestBody/content/multipart~1form-data",
                        "not supported"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refusesAnOperation(String operation, String place, String problem) {
        assertRefused(document("", operation, "", "type: string"), GET + place, problem);
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("webhooks: {}", "#/webhooks", "'webhooks' is not supported"),
                Arguments.of("x-unknown: {}", "#/x-unknown", "'x-unknown' is not supported"),
                Arguments.of("servers: [{ url: 'https://{host}/' }]", "#/servers/0", "without variables"),
                Arguments.of("servers: [{ url: /relative }]", "#/servers/0/url", "absolute"),
                Arguments.of("x-rate-limits: { a: { requests: 1, period: 60 } }", "#/x-rate-limits/a/period", "text"),
                Arguments.of(
                        "x-rate-limits: { a: { requests: 1, period: hour } }", "#/x-rate-limits/a/period", "ISO 8601"),
                Arguments.of(
                        "x-rate-limits: { a: { requests: 1, period: PT1M, burst: 2 } }",
                        "#/x-rate-limits/a/burst",
                        "not supported"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void refusesTheRest(String root, String place, String problem) {
        assertRefused(document(root, "", "", "type: string"), place, problem);
    }

    static Stream<Arguments> securitySchemes() {
        return Stream.of(
                Arguments.of("type: http, scheme: basic"),
                Arguments.of("type: apiKey, in: query, name: key"),
                Arguments.of("type: apiKey, in: cookie, name: key"),
                Arguments.of("type: mutualTLS"));
    }

    @ParameterizedTest
    @MethodSource("securitySchemes")
    void refusesASecurityScheme(String scheme) {
        String components = "securitySchemes: { s: { " + scheme + " } }";

        assertRefused(
                document("", "", components, "type: string"),
                "#/components/securitySchemes/s",
                "bearer tokens and API keys");
    }

    @Test
    void refusesAPostThatDoesNotSayWhetherItMayBeRepeated() {
        String document = document("", "", "", "type: string").replace("    get:", "    post:");

        assertRefused(document, "#/paths/~1things/post", "x-retry is missing");
    }

    @Test
    void refusesAMethodThatTheCoreDoesNotHave() {
        String document = document("", "", "", "type: string").replace("    get:", "    head:");

        assertRefused(document, "#/paths/~1things/head", "'head' is not supported");
    }

    @Test
    void refusesAPathParameterWithoutADescription() {
        String document = document("", "", "", "type: string").replace("  /things:", "  /things/{id}:");

        assertRefused(document, "#/paths/~1things~1{id}/get", "{id} is not described");
    }

    @Test
    void refusesATypeThatConsistsOfItself() {
        String document = document("", "", "", "$ref: '#/components/schemas/Loop'");

        assertRefused(document, "#/components/schemas/Loop/items", "consists of itself");
    }

    @Test
    void refusesTwoSchemasForOneClass() {
        String document = document("", "", "", "$ref: '#/components/schemas/thing'");

        assertRefused(document, THING, "the class Thing is already made for #/components/schemas/thing");
    }

    @Test
    void refusesTwoOperationsForOneMethod() {
        String document = document("", "x-method: get", "", "type: string").replace("components:", """
                          /others:
                            get:
                              tags: [things]
                              operationId: getOthers
                              x-method: get
                              responses: { "204": { description: x } }
                        components:""");

        assertRefused(document, "#/paths/~1others/get", "same x-method as " + GET);
    }

    @Test
    void refusesDifferentAnswersOfSuccess() {
        String document = document("", "", "", "type: string")
                .replace("responses:", "responses:\n        \"202\": { description: x }");

        assertRefused(document, GET + "/responses/200", "different schemas");
    }

    @Test
    void failsTheBuild() throws IOException {
        Path document = write(document("", "", "", "not: { type: string }"));

        assertThatThrownBy(() -> Generation.generate(document, folder.resolve("generated")))
                .hasStackTraceContaining(PROPERTY + "/not: 'not' is not supported here");
    }

    private void assertRefused(String document, String place, String problem) {
        assertThatThrownBy(() -> ApiReader.read(Document.read(write(document))))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.place()).hasToString(place))
                .hasMessageContaining(problem);
    }

    private Path write(String document) throws IOException {
        return Files.writeString(folder.resolve("document.yaml"), document);
    }

    private static Arguments property(String schema, String place, String problem) {
        return Arguments.of(schema, place, problem);
    }

    /** A document that is supported, but for what is given. */
    private static String document(String root, String operation, String components, String property) {
        return """
                openapi: 3.0.3
                info: { title: Example, version: "1", x-provider: { id: example, name: Example } }
                tags: [{ name: things, description: Things. }]
                %s
                paths:
                  /things:
                    get:
                      tags: [things]
                      operationId: getThing
                      %s
                      responses:
                        "200":
                          description: x
                          content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
                components:
                  %s
                  schemas:
                    Loop: { type: array, items: { $ref: "#/components/schemas/Loop" } }
                    thing: { type: object, properties: { a: { type: string } } }
                    Thing:
                      type: object
                      properties:
                        p: { %s }
                """.formatted(root, operation, components, property);
    }
}
