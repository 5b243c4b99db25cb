package dev.accesskeys.tensorpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.Secret;
import dev.accesskeys.error.DecodingException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.json.JsonLimits;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.json.JsonWriter;
import dev.accesskeys.tensorpool.model.ObjectStorageCredentials;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ModelsTest {

    private static final String WHOLE = "{\"org_id\":\"o\",\"access_key_id\":\"A\",\"secret_access_key\":\"canary\","
            + "\"endpoint\":\"https://s3\",\"region\":\"r\",\"profile_id\":\"p\",\"iam_username\":\"i\",\"status\":\"active\","
            + "\"created_at\":\"2030-01-01T00:00:00\",\"updated_at\":\"2030-01-01T00:00:00\",\"renamed_secret\":\"canary\"}";

    @Test
    void credentialsGoToJsonAndBackWithWhatIsNotKnown() {
        ObjectStorageCredentials credentials = read(WHOLE);

        JsonWriter out = new JsonWriter();
        ObjectStorageCredentials.CODEC.write(out, credentials);

        assertThat(JsonValue.parse(out.toByteArray()))
                .isEqualTo(JsonValue.parse(WHOLE.getBytes(StandardCharsets.UTF_8)));
        assertThat(credentials.unknownMembers()).containsOnlyKeys("renamed_secret");
        assertThat(credentials.toBuilder().build()).isEqualTo(credentials).hasSameHashCodeAs(credentials);
    }

    @Test
    void neitherTheSecretNorWhatIsNotKnownIsShown() {
        assertThat(read(WHOLE).toString()).doesNotContain("canary").contains("renamed_secret");
    }

    @Test
    void nullAndMissingAreTheSame() {
        ObjectStorageCredentials absent = read(
                "{\"org_id\":\"o\",\"access_key_id\":\"A\",\"secret_access_key\":\"s\",\"endpoint\":\"e\",\"region\":\"\"}");
        ObjectStorageCredentials isNull = read(
                "{\"org_id\":\"o\",\"access_key_id\":\"A\",\"secret_access_key\":\"s\",\"endpoint\":\"e\",\"region\":\"\","
                        + "\"status\":null,\"profile_id\":null,\"iam_username\":null,\"created_at\":null,\"updated_at\":null}");

        assertThat(absent).isEqualTo(isNull);
        assertThat(absent.status()).isEmpty();
    }

    @Test
    void requiredMembersAreRequired() {
        assertThatThrownBy(() -> read("{\"org_id\":\"o\"}")).isInstanceOf(DecodingException.class);
        assertThatThrownBy(() -> ObjectStorageCredentials.builder()
                        .orgId("o")
                        .secretAccessKey(Secret.of("canary"))
                        .build())
                .isInstanceOf(ValidationException.class)
                .hasMessageNotContaining("canary");
    }

    private static ObjectStorageCredentials read(String json) {
        try (JsonReader in = JsonReader.of(json.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT)) {
            return ObjectStorageCredentials.CODEC.read(in);
        }
    }
}
