package dev.accesskeys.testing.linode;

import static dev.accesskeys.testing.linode.Linode.KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.Answer;
import dev.accesskeys.testing.Calls;
import dev.accesskeys.testing.Change;
import dev.accesskeys.testing.Face;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinodeKeysTest {

    @ParameterizedTest
    @EnumSource(Face.class)
    void createShowsTheSecretAndNoOtherCallDoes(Face face) throws IOException {
        try (FakeLinode fake = Linode.fake(face, FakeLinode.builder())) {
            Calls calls = Linode.calls(fake, face);

            Answer created = calls.post(KEYS, "{\"label\":\"backup\"}");
            long id = created.number("id");

            assertThat(created.status()).isEqualTo(200);
            assertThat(created.text("secret_key"))
                    .matches("[A-Za-z0-9]{40}")
                    .isEqualTo(fake.account().secretOf(id).reveal());
            assertThat(created.text("access_key")).matches("[A-Z0-9]{20}");
            assertThat(calls.get(KEYS + "/" + id).text("secret_key")).isEqualTo("[REDACTED]");
            assertThat(calls.put(KEYS + "/" + id, "{\"label\":\"other\"}").text("secret_key"))
                    .isEqualTo("[REDACTED]");
            assertThat(calls.get(KEYS).text()).contains("\"[REDACTED]\"").doesNotContain(created.text("secret_key"));
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void aDeletedKeyIsGone(Face face) throws IOException {
        try (FakeLinode fake = Linode.fake(face, FakeLinode.builder())) {
            Calls calls = Linode.calls(fake, face);
            long id = Linode.create(calls, "backup");

            Answer deleted = calls.delete(KEYS + "/" + id);

            assertThat(deleted.status()).isEqualTo(200);
            assertThat(deleted.text()).isEqualTo("{}");
            assertThat(calls.get(KEYS + "/" + id).status()).isEqualTo(404);
            assertThat(calls.delete(KEYS + "/" + id).status()).isEqualTo(404);
            assertThat(fake.account().keys()).isEmpty();
            assertThat(fake.ledger().applied("DELETE", Linode.KEY))
                    .containsExactly(new Change(Change.Kind.DELETED, Long.toString(id)));
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    @Tag("undocumented") // An update has no bucket_access; Linode passes over it.
    void anUpdateChangesLabelAndRegionsButNeverTheBucketAccess(Face face) throws IOException {
        try (FakeLinode fake = Linode.fake(face, FakeLinode.builder())) {
            Calls calls = Linode.calls(fake, face);
            long id = calls.post(KEYS, "{\"label\":\"backup\",\"bucket_access\":[]}")
                    .number("id");

            Answer updated = calls.put(
                    KEYS + "/" + id, "{\"label\":\"renamed\",\"regions\":[\"us-lax\"],\"bucket_access\":null}");

            assertThat(updated.status()).isEqualTo(200);
            assertThat(updated.json().members().get("bucket_access").elements()).isEmpty();
            assertThat(fake.account().key(id)).hasValueSatisfying(key -> {
                assertThat(key.label()).isEqualTo("renamed");
                assertThat(key.limited()).isTrue();
                assertThat(key.regions()).extracting(LinodeEndpoint::region).containsExactly("us-lax", "us-lax");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void anUpdateOfTheLabelLeavesTheRegionsAlone(Face face) throws IOException {
        try (FakeLinode fake = Linode.fake(face, FakeLinode.builder())) {
            Calls calls = Linode.calls(fake, face);
            long id = Linode.create(calls, "backup");

            calls.put(KEYS + "/" + id, "{\"label\":\"renamed\"}");

            assertThat(fake.account().key(id).orElseThrow().regions()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void anUpdateWithAnEmptyListOfRegionsTakesThemAllAway(Face face) throws IOException {
        try (FakeLinode fake = Linode.fake(face, FakeLinode.builder())) {
            Calls calls = Linode.calls(fake, face);
            long id = Linode.create(calls, "backup");

            calls.put(KEYS + "/" + id, "{\"label\":\"renamed\",\"regions\":[]}");

            assertThat(fake.account().key(id).orElseThrow().regions()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void bucketAccessThatIsAbsentOrNullMakesAnUnlimitedKey(Face face) throws IOException {
        try (FakeLinode fake = Linode.fake(face, FakeLinode.builder())) {
            Calls calls = Linode.calls(fake, face);

            Answer absent = calls.post(KEYS, "{\"label\":\"a\"}");
            Answer isNull = calls.post(KEYS, "{\"label\":\"b\",\"bucket_access\":null}");

            assertThat(List.of(absent, isNull)).allSatisfy(key -> {
                assertThat(key.json().member("limited").flatMap(JsonValue::asBoolean))
                        .hasValue(false);
                assertThat(key.text()).contains("\"bucket_access\": null");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void anEmptyBucketAccessMakesALimitedKeyWithAccessToNothing(Face face) throws IOException {
        try (FakeLinode fake = Linode.fake(face, FakeLinode.builder())) {
            Answer key = Linode.calls(fake, face).post(KEYS, "{\"label\":\"a\",\"bucket_access\":[]}");

            assertThat(key.text()).contains("\"limited\": true, \"bucket_access\": []");
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void aLimitedKeyHasItsGrantsAndTheRegionsOfItsBuckets(Face face) throws IOException {
        try (FakeLinode fake = Linode.fake(face, FakeLinode.builder())) {
            Answer key = Linode.calls(fake, face)
                    .post(
                            KEYS,
                            "{\"label\":\"a\",\"bucket_access\":[{\"bucket_name\":\"photos\",\"region\":\"nl-ams\","
                                    + "\"permissions\":\"read_only\"}]}");

            assertThat(key.text())
                    .contains("\"bucket_access\": [{\"cluster\": \"nl-ams-1\", \"bucket_name\": \"photos\", "
                            + "\"permissions\": \"read_only\", \"region\": \"nl-ams\"}]")
                    .contains("\"regions\": [{\"id\": \"nl-ams\", \"s3_endpoint\": \"nl-ams-1.linodeobjects.com\", "
                            + "\"endpoint_type\": \"E1\"}]");
        }
    }
}
