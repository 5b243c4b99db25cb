package dev.accesskeys.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentLintTest {

    private static final String SOUND = """
            openapi: 3.0.3
            info: { x-provider: { id: sample } }
            tags: [{ name: keys, description: The keys. }]
            paths:
              /keys:
                get:
                  tags: [keys]
                  operationId: listKeys
                  x-method: list
                  x-retry: read
                  summary: Lists the keys.
                  responses:
                    "200":
                      description: The keys.
                      content:
                        application/json:
                          schema: { type: array, items: { $ref: "#/components/schemas/Key" } }
                    default: { description: Failed. }
            components:
              schemas:
                Key:
                  type: object
                  description: A key.
                  properties:
                    id: { type: integer, description: Its number., example: 7 }
                    x-id: { type: string, nullable: true, description: A member of a strange name. }
            """;

    static Stream<String> documents() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "specs"))) {
            List<String> names = files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theDocumentIsSound(String name) {
        assertThat(DocumentLint.problems(Document.named(name).orElseThrow())).isEmpty();
    }

    @Test
    void thereAreFourDocuments() throws IOException {
        assertThat(documents()).containsExactly("cloudflare", "linode", "nscale", "tensorpool");
    }

    @Test
    void aSoundDocumentHasNoProblems() {
        assertThat(problemsWith("", "")).isEmpty();
    }

    @Test
    void whatAnOperationLacksIsFound() {
        assertThat(problemsWith("operationId: listKeys", "x-scopes: []"))
                .contains("GET /keys has no operationId, or one that is not its own");
        assertThat(problemsWith("summary: Lists the keys.", "x-scopes: []")).containsExactly("listKeys lacks summary");
        assertThat(problemsWith("x-retry: read", "x-scopes: []")).containsExactly("listKeys lacks x-retry");
        assertThat(problemsWith("x-retry: read", "x-retry: once"))
                .containsExactly("listKeys is not repeated, but lacks x-reconcile");
        assertThat(problemsWith("tags: [keys]", "tags: [locks]"))
                .containsExactly(
                        "listKeys needs one tag, which is described", "#/tags keys is the tag of no operation");
        assertThat(problemsWith("default: { description: Failed. }", "\"4XX\": { description: Failed. }"))
                .containsExactly("listKeys documents no answer 500", "listKeys documents no answer 503");
        assertThat(problemsWith("description: The keys.\n", "x-scopes: []\n"))
                .containsExactly("listKeys 200 lacks a description");
    }

    @Test
    void whatASchemaLacksIsFound() {
        assertThat(problemsWith("description: Its number., ", ""))
                .containsExactly("#/components/schemas/Key/properties/id lacks a description");
        assertThat(problemsWith("example: 7", "example: seven"))
                .containsExactly("#/components/schemas/Key/properties/id/example / breaks type \"integer\"");
        assertThat(problemsWith("type: string, nullable", "enum: [a], nullable"))
                .containsExactly("#/components/schemas/Key/properties/x-id says nullable, which has no effect there");
        assertThat(problemsWith("openapi: 3.0.3", "openapi: 3.1.0"))
                .containsExactly(
                        "#/components/schemas/Key/properties/x-id says nullable, which OpenAPI 3.1 does not know");
    }

    @Test
    void whatLeadsNowhereIsFound() {
        assertThat(problemsWith("items: { $ref: \"#/components/schemas/Key\" }", "items: {}"))
                .containsExactly("#/components/schemas/Key is used nowhere");
        assertThat(problemsWith("schemas/Key\"", "schemas/Lock\""))
                .contains("#/components/schemas/Key is used nowhere")
                .anyMatch(problem -> problem.endsWith("refers to nothing"));
        assertThat(problemsWith("x-method: list", "x-method: list\n      x-colour: red"))
                .containsExactly("#/paths/~1keys/get/x-colour is an extension that nobody reads");
        assertThat(problemsWith("id: sample", "id: other")).hasSize(1);
    }

    private static List<String> problemsWith(String part, String other) {
        return DocumentLint.problems(Document.of("sample", SOUND.replace(part, other)));
    }
}
