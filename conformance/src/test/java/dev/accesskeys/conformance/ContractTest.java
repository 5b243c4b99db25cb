package dev.accesskeys.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.http.Headers;
import dev.accesskeys.testing.FakeRequest;
import dev.accesskeys.testing.FakeResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A wrong request and a wrong answer of each kind are refused, whichever version of OpenAPI the document has. */
class ContractTest {

    private static final String KEY = "{\"id\":1,\"name\":\"a\",\"kind\":\"hot\",\"note\":null}";

    enum Version {
        V3_0("3.0.3", "{ type: string, nullable: true }"),
        V3_1("3.1.0", "{ anyOf: [{ type: string }, { type: 'null' }] }");

        private final String version;
        private final String nullableText;

        Version(String version, String nullableText) {
            this.version = version;
            this.nullableText = nullableText;
        }

        Contract contract() {
            return new Contract(
                    Document.of("sample", SAMPLE.replace("VERSION", version).replace("NULLABLE_TEXT", nullableText)));
        }
    }

    private static final String SAMPLE = """
            openapi: VERSION
            security: [{ token: [] }]
            paths:
              /keys:
                get:
                  operationId: listKeys
                  parameters:
                    - { name: page, in: query, required: true, schema: { type: integer, minimum: 1 } }
                    - { name: tag, in: query, schema: { type: array, items: { type: string } } }
                    - { name: X-Trace, in: header, schema: { type: string, maxLength: 4 } }
                  responses:
                    "200":
                      description: Keys.
                      headers:
                        X-Left: { required: true, schema: { type: integer } }
                      content:
                        application/json:
                          schema: { type: array, items: { $ref: "#/components/schemas/Key" } }
                post:
                  operationId: createKey
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: { $ref: "#/components/schemas/NewKey" }
                  responses:
                    "201":
                      description: The key.
                      content:
                        application/json:
                          schema: { $ref: "#/components/schemas/Key" }
                    "4XX":
                      description: Refused.
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [error]
                            properties: { error: { type: string } }
              /keys/{id}:
                delete:
                  operationId: deleteKey
                  parameters:
                    - { name: id, in: path, required: true, schema: { type: integer, minimum: 1 } }
                  responses:
                    "204": { description: Gone. }
              /keys/latest:
                delete:
                  operationId: deleteLatestKey
                  security: []
                  responses:
                    "204": { description: Gone. }
            components:
              securitySchemes:
                token: { type: http, scheme: bearer }
              schemas:
                Named:
                  type: object
                  required: [name]
                  properties:
                    name: { type: string, minLength: 1 }
                NewKey:
                  type: object
                  allOf:
                    - $ref: "#/components/schemas/Named"
                  properties:
                    region: { type: string }
                    cluster: { type: string }
                  x-any-of-required: [region, cluster]
                Key:
                  type: object
                  required: [id, name]
                  properties:
                    id: { type: integer }
                    name: { type: string }
                    kind: { type: string, enum: [hot, cold] }
                    note: NULLABLE_TEXT
                    created: { type: string, format: date-time }
            """;

    @ParameterizedTest
    @EnumSource
    void whatIsDocumentedIsAccepted(Version version) {
        assertThat(list(version, "/keys?page=1&tag=a&tag=b", "[" + KEY + "]")).isEmpty();
        assertThat(create(version, "{\"name\":\"a\",\"region\":\"r\"}", KEY)).isEmpty();
        assertThat(answer(version, 404, "{\"error\":\"no\"}")).isEmpty();
        assertThat(delete(version, "/keys/1")).isEmpty();
        assertThat(answer(version, 201, "{\"id\":1,\"name\":\"\",\"created\":\"2030-01-01T00:00:00.12345Z\"}"))
                .isEmpty();
        assertThat(answer(version, 201, "{\"id\":1,\"name\":\"\",\"created\":\"2030-01-01T00:00:00\"}"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aWrongQueryIsRefused(Version version) {
        assertThat(list(version, "/keys", "[]")).containsExactly("sample listKeys: query parameter page: is missing");
        assertThat(list(version, "/keys?page=0", "[]"))
                .containsExactly("sample listKeys: query parameter page at /: breaks minimum 1");
        assertThat(list(version, "/keys?page=one", "[]"))
                .containsExactly("sample listKeys: query parameter page at /: breaks type \"integer\"");
        assertThat(list(version, "/keys?page=1&page=2", "[]"))
                .containsExactly("sample listKeys: query parameter page: is there more than once");
        assertThat(list(version, "/keys?page=1&size=2", "[]"))
                .containsExactly("sample listKeys: query parameter size: is not documented");
    }

    @ParameterizedTest
    @EnumSource
    void aWrongHeaderIsRefused(Version version) {
        FakeRequest traced = request("GET", "/keys?page=1", "X-Trace", "12345", "");

        assertThat(check(version, traced, json(200, "[]").withHeader("X-Left", "3")))
                .containsExactly("sample listKeys: header parameter X-Trace at /: breaks maxLength 4");
        assertThat(check(version, request("GET", "/keys?page=1", "X-Trace", "1", ""), json(200, "[]")))
                .containsExactly("sample listKeys: header X-Left of the answer 200: is missing");
        assertThat(check(
                        version,
                        request("GET", "/keys?page=1", "X-Trace", "1", ""),
                        json(200, "[]").withHeader("X-Left", "few")))
                .containsExactly("sample listKeys: header X-Left of the answer 200 at /: breaks type \"integer\"");
    }

    @ParameterizedTest
    @EnumSource
    void aWrongPathIsRefused(Version version) {
        assertThat(delete(version, "/keys/0"))
                .containsExactly("sample deleteKey: path parameter id at /: breaks minimum 1");
        assertThat(delete(version, "/keys/one"))
                .containsExactly("sample deleteKey: path parameter id at /: breaks type \"integer\"");
        assertThat(delete(version, "/locks/1"))
                .containsExactly("sample DELETE /locks/1: request: was accepted, but no such operation is documented");
        assertThat(delete(version, "/keys/1/2")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoPathsTheOneWithoutParametersIsMeant(Version version) {
        FakeRequest anonymous = FakeRequest.of("DELETE", "/keys/latest", Headers.empty(), new byte[0]);

        assertThat(check(version, anonymous, FakeResponse.of(204))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRequestWithoutACredentialIsRefused(Version version) {
        FakeRequest anonymous = FakeRequest.of("DELETE", "/keys/1", Headers.empty(), new byte[0]);

        assertThat(check(version, anonymous, FakeResponse.of(204)))
                .containsExactly("sample deleteKey: request: carries none of the documented credentials");
    }

    @ParameterizedTest
    @EnumSource
    void aWrongBodyOfARequestIsRefused(Version version) {
        assertThat(create(version, "{\"region\":\"r\"}", KEY))
                .containsExactly("sample createKey: body of the request at /: lacks the member name");
        assertThat(create(version, "{\"name\":1,\"region\":\"r\"}", KEY))
                .containsExactly("sample createKey: body of the request at /name: breaks type \"string\"");
        assertThat(create(version, "{\"name\":null,\"region\":\"r\"}", KEY))
                .containsExactly("sample createKey: body of the request at /name: breaks type \"string\"");
        assertThat(create(version, "{\"name\":\"\",\"region\":\"r\"}", KEY))
                .containsExactly("sample createKey: body of the request at /name: breaks minLength 1");
        assertThat(create(version, "{\"name\":\"a\",\"region\":\"r\",\"colour\":\"red\"}", KEY))
                .containsExactly("sample createKey: body of the request at /:"
                        + " has the member colour, which is not documented");
        assertThat(create(version, "{\"name\":\"a\"}", KEY)).isNotEmpty();
        assertThat(create(version, "", KEY)).containsExactly("sample createKey: body of the request: is missing");
        assertThat(create(version, "{\"name\":", KEY))
                .containsExactly("sample createKey: body of the request: is no JSON");
        assertThat(check(version, request("DELETE", "/keys/1", "X-Trace", "1", "{}"), FakeResponse.of(204)))
                .containsExactly("sample deleteKey: body of the request: is not documented");
    }

    @ParameterizedTest
    @EnumSource
    void aRequestOfAnotherTypeIsRefused(Version version) {
        FakeRequest text = request("POST", "/keys", "Content-Type", "text/plain", "{\"name\":\"a\",\"region\":\"r\"}");

        assertThat(check(version, text, json(201, KEY)))
                .containsExactly(
                        "sample createKey: body of the request: is of a type that is not documented: text/plain");
    }

    @ParameterizedTest
    @EnumSource
    void whatTheProviderRefusesMayBeWrong(Version version) {
        assertThat(check(version, request("POST", "/keys", "X", "y", "nonsense"), json(400, "{\"error\":\"no\"}")))
                .isEmpty();
        assertThat(check(version, request("POST", "/locks", "X", "y", "nonsense"), json(404, "{}")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aWrongAnswerIsRefused(Version version) {
        assertThat(answer(version, 201, "{\"id\":1}"))
                .containsExactly("sample createKey: body of the answer 201 at /: lacks the member name");
        assertThat(answer(version, 201, "{\"id\":\"1\",\"name\":\"a\"}"))
                .containsExactly("sample createKey: body of the answer 201 at /id: breaks type \"integer\"");
        assertThat(answer(version, 201, "{\"id\":null,\"name\":\"a\"}"))
                .containsExactly("sample createKey: body of the answer 201 at /id: breaks type \"integer\"");
        assertThat(answer(version, 201, "{\"id\":1,\"name\":\"a\",\"kind\":\"warm\"}"))
                .containsExactly("sample createKey: body of the answer 201 at /kind: breaks enum [\"hot\",\"cold\"]");
        assertThat(answer(version, 201, "{\"id\":1,\"name\":\"a\",\"created\":\"yesterday\"}"))
                .containsExactly("sample createKey: body of the answer 201 at /created: breaks format \"date-time\"");
        assertThat(answer(version, 201, "{\"id\":1,\"name\":\"a\",\"owner\":\"b\"}"))
                .containsExactly("sample createKey: body of the answer 201 at /:"
                        + " has the member owner, which is not documented");
        assertThat(answer(version, 400, "{\"message\":\"no\"}")).hasSize(2);
        assertThat(list(version, "/keys?page=1", "[" + KEY + ",{\"id\":2}]"))
                .containsExactly("sample listKeys: body of the answer 200 at /1: lacks the member name");
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerOfAnotherKindIsRefused(Version version) {
        FakeRequest request = request("POST", "/keys", "X", "y", "{\"name\":\"a\",\"region\":\"r\"}");

        assertThat(check(version, request, json(200, KEY)))
                .containsExactly("sample createKey: answer: has the status 200, which is not documented");
        assertThat(check(version, request, FakeResponse.of(503)))
                .containsExactly("sample createKey: answer: has the status 503, which is not documented");
        assertThat(check(version, request, FakeResponse.of(201)))
                .containsExactly("sample createKey: body of the answer 201: is missing");
        assertThat(check(version, request, FakeResponse.of(201, "text/html", "<p>hello</p>")))
                .containsExactly(
                        "sample createKey: body of the answer 201: is of a type that is not documented: text/html");
        assertThat(check(version, request("DELETE", "/keys/1", "X", "y", ""), json(204, "{}")))
                .containsExactly("sample deleteKey: body of the answer 204: is not documented");
        assertThat(answer(version, 201, "{\"id\":1,\"id\":1,\"name\":\"a\"}"))
                .containsExactly("sample createKey: body of the answer 201: is no JSON");
    }

    @ParameterizedTest
    @EnumSource
    void noValueIsEverShown(Version version) {
        List<String> violations = answer(
                version,
                201,
                "{\"id\":\"hunter2\",\"name\":[\"hunter2\"],\"kind\":\"hunter2\",\"created\":\"hunter2\","
                        + "\"note\":{\"of\":\"hunter2\"},\"more\":\"hunter2\"}");

        assertThat(violations).hasSizeGreaterThan(5);
        assertThat(violations.toString()).doesNotContain("hunter2");
    }

    private static List<String> list(Version version, String target, String body) {
        return check(
                version,
                request("GET", target, "X-Trace", "1", ""),
                json(200, body).withHeader("X-Left", "3"));
    }

    private static List<String> create(Version version, String body, String answer) {
        return check(version, request("POST", "/keys", "X-Trace", "1", body), json(201, answer));
    }

    private static List<String> answer(Version version, int status, String body) {
        return check(
                version,
                request("POST", "/keys", "X-Trace", "1", "{\"name\":\"a\",\"region\":\"r\"}"),
                json(status, body));
    }

    private static List<String> delete(Version version, String path) {
        return check(version, request("DELETE", path, "X-Trace", "1", ""), FakeResponse.of(204));
    }

    private static List<String> check(Version version, FakeRequest request, FakeResponse answer) {
        return version.contract().violations(request, answer).stream()
                .map(Violation::toString)
                .toList();
    }

    private static FakeRequest request(String method, String target, String header, String value, String body) {
        Headers headers = Headers.builder()
                .set("Authorization", "Bearer abc")
                .set("Content-Type", "application/json; charset=utf-8")
                .set(header, value)
                .build();
        return FakeRequest.of(method, target, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static FakeResponse json(int status, String body) {
        return FakeResponse.of(status, "application/json", body);
    }
}
