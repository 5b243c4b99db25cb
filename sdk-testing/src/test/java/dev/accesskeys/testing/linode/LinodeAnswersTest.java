package dev.accesskeys.testing.linode;

import static dev.accesskeys.testing.linode.Linode.KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.testing.Answer;
import dev.accesskeys.testing.Calls;
import dev.accesskeys.testing.Face;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The answers byte by byte, as recorded traffic has them. */
class LinodeAnswersTest {

    private static final LinodeEndpoint[] ENDPOINTS = {
        new LinodeEndpoint("us-lax", "E1", "us-lax-1.linodeobjects.com"),
        new LinodeEndpoint("us-lax", "E3", "us-lax-4.linodeobjects.com"),
        new LinodeEndpoint("sg-sin-2", "E2", null)
    };

    private final FakeLinode fake =
            FakeLinode.builder().endpoints(ENDPOINTS).bucket("us-lax", "photos").inMemory();
    private final Calls calls = Linode.calls(fake);

    @Test
    void aKeyIsWrittenAsRecorded() throws IOException {
        long id = Linode.create(calls, "backup");
        LinodeKey key = fake.account().key(id).orElseThrow();

        assertThat(calls.get(KEYS + "/" + id).text())
                .isEqualTo("{\"id\": " + id + ", \"label\": \"backup\", \"access_key\": \"" + key.accessKey()
                        + "\", \"secret_key\": \"[REDACTED]\", \"limited\": false, \"bucket_access\": null, "
                        + "\"regions\": [{\"id\": \"us-lax\", \"s3_endpoint\": \"us-lax-1.linodeobjects.com\", "
                        + "\"endpoint_type\": \"E1\"}, {\"id\": \"us-lax\", \"s3_endpoint\": "
                        + "\"us-lax-4.linodeobjects.com\", \"endpoint_type\": \"E3\"}, {\"id\": \"sg-sin-2\", "
                        + "\"s3_endpoint\": null, \"endpoint_type\": \"E2\"}]}");
    }

    @Test
    void textBeyondAsciiIsEscaped() throws IOException {
        Answer created = calls.post(KEYS, "{\"label\":\"Größe \\\"1\\\" \\\\ \\n\"}");

        assertThat(created.text()).contains("\"label\": \"Gr\\u00f6\\u00dfe \\\"1\\\" \\\\ \\u000a\"");
        assertThat(created.text("label")).isEqualTo("Größe \"1\" \\ \n");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void aMissingKeyIsToldAsRecorded(Face face) throws IOException {
        try (FakeLinode either = Linode.fake(face, FakeLinode.builder())) {
            Answer answer = Linode.calls(either, face).get(KEYS + "/123");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text())
                    .isEqualTo("{\"errors\": [{\"reason\": \"The specified access key was not found.\"}]}");
            assertThat(answer.header("Content-Length")).isEqualTo("67");
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void theHeadersAreThoseThatWereRecorded(Face face) throws IOException {
        try (FakeLinode either = Linode.fake(face, FakeLinode.builder())) {
            Answer answer = Linode.calls(either, face).post(KEYS, "{\"label\":\"backup\"}");

            assertThat(answer.header("Content-Type")).isEqualTo("application/json");
            assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("60");
            assertThat(answer.headers().first("X-RateLimit-Remaining")).isEmpty();
            assertThat(answer.header("X-OAuth-Scopes")).isEqualTo("*");
            assertThat(answer.header("X-Accepted-OAuth-Scopes")).isEqualTo("object_storage:read_write");
            assertThat(answer.headers().all("Vary")).containsExactly("Authorization, X-Filter", "Accept-Encoding");
            assertThat(answer.headers().all("X-Frame-Options")).containsExactly("DENY", "DENY");
            assertThat(answer.header("Cache-Control")).isEqualTo("max-age=0, no-cache, no-store");
            assertThat(answer.header("Expires")).endsWith(" GMT");
        }
    }

    @Test
    void endpointsAreListedOneForEachType() throws IOException {
        assertThat(calls.get("/object-storage/endpoints").text())
                .isEqualTo("{\"data\": [{\"region\": \"us-lax\", \"endpoint_type\": \"E1\", \"s3_endpoint\": "
                        + "\"us-lax-1.linodeobjects.com\"}, {\"region\": \"us-lax\", \"endpoint_type\": \"E3\", "
                        + "\"s3_endpoint\": \"us-lax-4.linodeobjects.com\"}, {\"region\": \"sg-sin-2\", "
                        + "\"endpoint_type\": \"E2\", \"s3_endpoint\": null}], \"page\": 1, \"pages\": 1, "
                        + "\"results\": 3}");
    }

    @Test
    void bucketsAreListed() throws IOException {
        assertThat(calls.get("/object-storage/buckets").text())
                .startsWith("{\"data\": [{\"cluster\": \"us-lax-1\", \"created\": ")
                .contains("\"hostname\": \"photos.us-lax-1.linodeobjects.com\", \"label\": \"photos\"")
                .endsWith("\"page\": 1, \"pages\": 1, \"results\": 1}");
    }

    @Test
    void theEndpointsOfAFreshFakeCannotBeGuessed() throws IOException {
        String endpoints = Linode.calls(FakeLinode.builder().inMemory())
                .get("/object-storage/endpoints")
                .text();

        assertThat(endpoints)
                .contains("\"region\": \"jp-tyo-3\", \"endpoint_type\": \"E3\", \"s3_endpoint\": \"jp-tyo-1.")
                .contains("\"region\": \"us-lax\", \"endpoint_type\": \"E1\"")
                .contains("\"region\": \"us-lax\", \"endpoint_type\": \"E3\"")
                .contains("\"s3_endpoint\": null");
    }

    @Test
    void anUnknownPathIsNotFoundAndAnUnknownMethodNotAllowed() throws IOException {
        assertThat(calls.get("/object-storage/nothing").status()).isEqualTo(404);
        assertThat(calls.get(KEYS + "/no-number").status()).isEqualTo(404);
        assertThat(calls.put(KEYS, "{}").status()).isEqualTo(405);
    }
}
