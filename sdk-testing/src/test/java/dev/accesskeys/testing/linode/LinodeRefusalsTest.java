package dev.accesskeys.testing.linode;

import static dev.accesskeys.testing.linode.Linode.KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.testing.Answer;
import dev.accesskeys.testing.Calls;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinodeRefusalsTest {

    private final FakeLinode fake = FakeLinode.builder().inMemory();
    private final Calls calls = Linode.calls(fake);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                             | label
                    {"label":""}                                                   | label
                    {"label":7}                                                    | label
                    {"label":"a","bucket_access":{}}                               | bucket_access
                    {"label":"a","bucket_access":[{}]}                             | bucket_access.0.bucket_name
                    {"label":"a","bucket_access":[{"bucket_name":"b"}]}            | bucket_access.0.permissions
                    {"label":"a","bucket_access":[{"bucket_name":"b","permissions":"read_only"}]} | bucket_access.0.region
                    {"label":"a","regions":["mars"]}                               | regions
                    {"label":"a","regions":[{"id":"us-lax"}]}                      | regions
                    {"label":"a","regions":"us-lax"}                               | regions
                    """)
    void aBodyThatIsWrongIsRefusedWithTheField(String body, String field) throws IOException {
        Answer answer = calls.post(KEYS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Linode.field(answer)).isEqualTo(field);
        assertThat(fake.account().keys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"label\"", "{\"label\":\"a\"} x"})
    void aBodyThatIsNoJsonObjectIsRefused(String body) throws IOException {
        Answer answer = calls.post(KEYS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Linode.reason(answer)).isEqualTo("Invalid JSON");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws IOException {
        Answer answer = calls.post(KEYS, "{\"label\":\"\",\"regions\":[\"mars\"]}");

        assertThat(answer.json().members().get("errors").elements()).hasSize(2);
    }

    @Test
    void anyLabelIsTakenUnlessARuleIsSet() throws IOException {
        Calls strict = Linode.calls(FakeLinode.builder().labelLength(3, 50).inMemory());

        assertThat(calls.post(KEYS, "{\"label\":\"ab\"}").status()).isEqualTo(200);
        assertThat(calls.post(KEYS, "{\"label\":\"" + "x".repeat(300) + "\"}").status())
                .isEqualTo(200);
        Answer tooShort = strict.post(KEYS, "{\"label\":\"ab\"}");
        assertThat(tooShort.status()).isEqualTo(400);
        assertThat(Linode.field(tooShort)).isEqualTo("label");
        assertThat(strict.post(KEYS, "{\"label\":\"" + "x".repeat(51) + "\"}").status())
                .isEqualTo(400);
        assertThat(strict.post(KEYS, "{\"label\":\"abc\"}").status()).isEqualTo(200);
    }

    @Test
    void labelsNeedNotBeUnique() throws IOException {
        long first = Linode.create(calls, "backup");
        long second = Linode.create(calls, "backup");

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void theQuotaIs100() throws IOException {
        Calls full = Linode.calls(FakeLinode.builder().keys(99).inMemory());

        assertThat(full.post(KEYS, "{\"label\":\"the 100th\"}").status()).isEqualTo(200);
        Answer refused = full.post(KEYS, "{\"label\":\"the 101st\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(Linode.reason(refused)).contains("limit of 100");
    }

    @Test
    void theQuotaCanBeSet() throws IOException {
        Calls large = Linode.calls(FakeLinode.builder().keys(100).quota(101).inMemory());

        assertThat(large.post(KEYS, "{\"label\":\"a\"}").status()).isEqualTo(200);
        assertThat(large.post(KEYS, "{\"label\":\"b\"}").status()).isEqualTo(400);
    }

    @Test
    void aDeletedKeyMakesRoomForAnother() throws IOException {
        FakeLinode single = FakeLinode.builder().quota(1).inMemory();
        long id = Linode.create(Linode.calls(single), "a");

        Linode.calls(single).delete(KEYS + "/" + id);

        assertThat(Linode.calls(single).post(KEYS, "{\"label\":\"b\"}").status())
                .isEqualTo(200);
    }

    @Test
    void anUpdateOfAMissingKeyIsNotFound() throws IOException {
        assertThat(calls.put(KEYS + "/123", "{\"label\":\"a\"}").status()).isEqualTo(404);
    }
}
