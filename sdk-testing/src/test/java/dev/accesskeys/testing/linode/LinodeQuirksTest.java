package dev.accesskeys.testing.linode;

import static dev.accesskeys.testing.linode.Linode.KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.Answer;
import dev.accesskeys.testing.Calls;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinodeQuirksTest {

    private static final String GRANTED =
            "{\"label\":\"a\",\"bucket_access\":[{\"bucket_name\":\"b\",\"region\":\"us-lax\",\"permissions\":\"read_write\"}]}";

    private static Calls with(LinodeQuirk... quirks) {
        return Linode.calls(FakeLinode.builder().quirks(quirks).inMemory());
    }

    private static List<JsonValue> regions(Answer key) {
        return key.json().members().get("regions").elements();
    }

    @Test
    void theTypeOfAnEndpointIsSometimesMissing() throws IOException {
        Answer usual = with().post(KEYS, "{\"label\":\"a\"}");
        Answer quirky = with(LinodeQuirk.ENDPOINT_TYPE_SOMETIMES_MISSING).post(KEYS, "{\"label\":\"a\"}");

        assertThat(regions(usual)).allMatch(region -> region.members().containsKey("endpoint_type"));
        assertThat(regions(quirky))
                .anyMatch(region -> region.members().containsKey("endpoint_type"))
                .anyMatch(region -> !region.members().containsKey("endpoint_type"));
    }

    @Test
    void bucketAccessOfAnUnlimitedKeyMayBeEmptyOrMissing() throws IOException {
        Answer empty = with(LinodeQuirk.UNLIMITED_BUCKET_ACCESS_EMPTY).post(KEYS, "{\"label\":\"a\"}");
        Answer missing = with(LinodeQuirk.UNLIMITED_BUCKET_ACCESS_MISSING).post(KEYS, "{\"label\":\"a\"}");

        assertThat(empty.text()).contains("\"limited\": false, \"bucket_access\": []");
        assertThat(missing.text()).contains("\"limited\": false, \"regions\"");
    }

    @Test
    void theClusterMayBeEmpty() throws IOException {
        assertThat(with(LinodeQuirk.CLUSTER_EMPTY).post(KEYS, GRANTED).text()).contains("\"cluster\": \"\"");
    }

    @Test
    void olderAnswersKnowNoRegions() throws IOException {
        Answer key = with(LinodeQuirk.WITHOUT_REGIONS).post(KEYS, GRANTED);

        assertThat(key.text()).contains("\"cluster\": \"us-lax-1\"").doesNotContain("region");
    }

    @Test
    void aGrantMayNameTheClusterInstead() throws IOException {
        Answer key = with().post(
                        KEYS,
                        "{\"label\":\"a\",\"bucket_access\":[{\"bucket_name\":\"b\",\"cluster\":\"us-lax-1\","
                                + "\"permissions\":\"read_write\"}]}");

        assertThat(key.text()).contains("\"cluster\": \"us-lax-1\"").contains("\"region\": \"us-lax\"");
    }

    @Test
    void anUpdateOfBucketAccessMayBeRefused() throws IOException {
        Calls calls = with(LinodeQuirk.UPDATE_REFUSES_BUCKET_ACCESS);
        long id = Linode.create(calls, "a");

        Answer refused = calls.put(KEYS + "/" + id, "{\"label\":\"b\",\"bucket_access\":[]}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(Linode.field(refused)).isEqualTo("bucket_access");
        assertThat(calls.get(KEYS + "/" + id).text("label")).isEqualTo("a");
        assertThat(calls.put(KEYS + "/" + id, "{\"label\":\"b\"}").status()).isEqualTo(200);
    }

    @Test
    void theAnswerToAnUpdateMayComeWithoutBucketAccess() throws IOException {
        Calls usual = with();
        Calls quirky = with(LinodeQuirk.UPDATE_ANSWERS_WITHOUT_BUCKET_ACCESS);
        String path = KEYS + "/" + Linode.create(usual, "a");
        Linode.create(quirky, "a");

        assertThat(usual.put(path, "{\"label\":\"b\"}").text()).contains("bucket_access");
        assertThat(quirky.put(path, "{\"label\":\"b\"}").text()).doesNotContain("bucket_access");
        assertThat(quirky.get(path).text()).contains("bucket_access");
    }

    @Test
    void theFieldOfAnErrorMayBeNull() throws IOException {
        assertThat(with(LinodeQuirk.ERROR_FIELD_NULL).get(KEYS + "/1").text()).endsWith("\"field\": null}]}");
    }
}
