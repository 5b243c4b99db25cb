package dev.accesskeys.linode.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.Secret;
import dev.accesskeys.error.DecodingException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectStorageKeyTest {

    private static final String REQUIRED = "'id':1,'label':'backup','access_key':'AK','limited':false";

    @Test
    void readsTheAnswerToTheCreationOfAKey() {
        ObjectStorageKey key = read("{" + REQUIRED + ",'secret_key':'s3cr3t','bucket_access':null,'regions':["
                + "{'id':'us-lax','s3_endpoint':'us-lax-1.linodeobjects.com','endpoint_type':'E1'},"
                + "{'id':'us-lax','s3_endpoint':'us-lax-4.linodeobjects.com','endpoint_type':'E3'}]}");

        assertThat(key.id()).isEqualTo(1);
        assertThat(key.label()).isEqualTo("backup");
        assertThat(key.accessKey()).isEqualTo("AK");
        assertThat(key.secretKey()).contains(Secret.of("s3cr3t"));
        assertThat(key.limited()).isFalse();
        assertThat(key.bucketAccess()).isEmpty();
        assertThat(key.regions()).extracting(ObjectStorageKeyRegion::id).containsExactly("us-lax", "us-lax");
        assertThat(key.regions().get(1).endpointType()).contains(EndpointType.E3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'[REDACTED]'", "''", "null"})
    void takesAPlaceholderForNoSecret(String placeholder) {
        ObjectStorageKey key = read("{" + REQUIRED + ",'secret_key':" + placeholder + "}");

        assertThat(key.secretKey()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'bucket_access':null", ",'bucket_access':[]"})
    void readsAnUnlimitedKeyInAllItsForms(String access) {
        ObjectStorageKey key = read("{" + REQUIRED + access + "}");

        assertThat(key.limited()).isFalse();
        assertThat(key.bucketAccess()).isEmpty();
    }

    @Test
    void readsGrantsOfOlderAnswers() {
        ObjectStorageKey key = read("{'id':1,'label':'x','access_key':'AK','limited':true,'bucket_access':["
                + "{'cluster':'','bucket_name':'b','permissions':'read_only','region':'us-iad'},"
                + "{'bucket_name':'c','permissions':'read_write'}]}");

        assertThat(key.bucketAccess()).hasSize(2);
        assertThat(key.bucketAccess().get(0).permissions()).isEqualTo(BucketPermissions.READ_ONLY);
        assertThat(key.bucketAccess().get(1).region()).isEmpty();
    }

    @Test
    void hasEmptyListsWhereNothingCame() {
        ObjectStorageKey key = read("{" + REQUIRED + "}");

        assertThat(key.regions()).isEmpty();
        assertThat(key.secretKey()).isEmpty();
        assertThat(key.unknownMembers()).isEmpty();
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        String json = "{" + REQUIRED + ",'regions':[{'id':'us-iad','endpoint_type':'E9'}],"
                + "'created':'2026-01-01T00:00:00','quota':{'keys':[100,null]}}";

        ObjectStorageKey key = read(json);

        assertThat(key.unknownMembers()).containsOnlyKeys("created", "quota");
        assertThat(key.unknownMembers().get("created")).isEqualTo(JsonValue.string("2026-01-01T00:00:00"));
        assertThat(Json.write(ObjectStorageKey.CODEC, key)).isEqualTo(json);
        assertThat(Json.write(ObjectStorageKey.CODEC, key.toBuilder().build())).isEqualTo(json);
    }

    @Test
    void namesTheRequiredMemberThatIsMissing() {
        assertThatThrownBy(() -> read("{'id':1,'label':'x','limited':true}"))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("access_key");
    }

    @Test
    void namesThePlaceOfAWrongValueAndNotTheValue() {
        String json = "{" + REQUIRED + ",'bucket_access':[{'bucket_name':'b','permissions':'read_only'},"
                + "{'bucket_name':{'a':'s3cr3t'},'permissions':'read_only'}]}";

        assertThatThrownBy(() -> read(json))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("bucket_access[1].bucket_name")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void showsNoSecretAndNoUnknownValue() {
        ObjectStorageKey key = read("{" + REQUIRED + ",'secret_key':'s3cr3t','new_secret_key':'s3cr3t'}");

        assertThat(key.toString())
                .contains("id=1", "label=backup", "new_secret_key")
                .doesNotContain("s3cr3t");
    }

    @Test
    void canBeMadeForTests() {
        ObjectStorageKey key = ObjectStorageKey.builder()
                .id(1)
                .label("backup")
                .accessKey("AK")
                .limited(false)
                .build();

        assertThat(key).isEqualTo(read("{" + REQUIRED + "}"));
    }

    @Test
    void cannotBeMadeWithoutWhatIsRequired() {
        assertThatThrownBy(
                        () -> ObjectStorageKey.builder().id(1).label("backup").build())
                .isInstanceOfSatisfying(
                        ValidationException.class, e -> assertThat(e.field()).isEqualTo("access_key"));
    }

    private static ObjectStorageKey read(String json) {
        return Json.read(ObjectStorageKey.CODEC, json);
    }
}
