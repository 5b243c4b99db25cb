package dev.accesskeys.testing.linode;

import static dev.accesskeys.testing.linode.Linode.KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.testing.Answer;
import dev.accesskeys.testing.Calls;
import dev.accesskeys.testing.Face;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinodeFilterTest {

    private final FakeLinode fake = FakeLinode.builder().inMemory();

    @BeforeEach
    void threeKeys() throws IOException {
        Calls calls = Linode.calls(fake);
        Linode.create(calls, "backup-b");
        Linode.create(calls, "photos");
        calls.post(KEYS, "{\"label\":\"backup-a\",\"bucket_access\":[]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                  | backup-b,photos,backup-a
                    {"label":"photos"}                                                  | photos
                    {"label":"phot"}                                                    | ''
                    {"label":{"+contains":"backup"}}                                    | backup-b,backup-a
                    {"label":{"+neq":"photos"}}                                         | backup-b,backup-a
                    {"limited":true}                                                    | backup-a
                    {"limited":false,"label":{"+contains":"backup"}}                    | backup-b
                    {"+or":[{"label":"photos"},{"limited":true}]}                       | photos,backup-a
                    {"+and":[{"label":{"+contains":"a"}},{"label":{"+contains":"b"}}]}  | backup-b,backup-a
                    {"id":{"+gt":3000001,"+lte":3000002}}                               | photos
                    {"id":{"+gte":3000003}}                                             | backup-a
                    {"id":{"+lt":3000002}}                                              | backup-b
                    {"id":3000002}                                                      | photos
                    {"+order_by":"label"}                                               | backup-a,backup-b,photos
                    {"+order_by":"label","+order":"desc"}                               | photos,backup-b,backup-a
                    {"+order_by":"id","+order":"desc"}                                  | backup-a,photos,backup-b
                    """)
    void aFilterFindsAndSorts(String filter, String labels) throws IOException {
        Answer page = Linode.calls(fake).with("X-Filter", filter).get(KEYS);

        assertThat(Linode.labels(page))
                .containsExactlyElementsOf(labels.isEmpty() ? List.of() : Arrays.asList(labels.split(",")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"colour\":\"red\"}",
                "{\"label\":{\"+like\":\"x\"}}",
                "{\"+or\":{}}",
                "{\"+order_by\":\"colour\"}",
                "{\"+order_by\":\"label\",\"+order\":\"up\"}"
            })
    void aFilterThatMakesNoSenseIsRefused(String filter) throws IOException {
        Answer answer = Linode.calls(fake).with("X-Filter", filter).get(KEYS);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Linode.field(answer)).isEqualTo("X-Filter");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void whatIsFoundIsPaged(Face face) throws IOException {
        try (FakeLinode many = Linode.fake(face, FakeLinode.builder().keys(60))) {
            Answer page = Linode.calls(many, face)
                    .with("X-Filter", "{\"label\":{\"+contains\":\"key-1\"}}")
                    .get(KEYS);

            assertThat(page.number("results")).isEqualTo(11);
            assertThat(Linode.labels(page)).hasSize(11);
        }
    }

    @Test
    void aFilterChangesNothing() throws IOException {
        Linode.calls(fake).with("X-Filter", "{\"label\":\"photos\"}").get(KEYS);

        assertThat(Linode.labels(Linode.calls(fake).get(KEYS))).hasSize(3);
    }
}
