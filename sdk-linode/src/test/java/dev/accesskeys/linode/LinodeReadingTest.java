package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.Applied;
import dev.accesskeys.error.DecodingException;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.linode.model.BucketAccess;
import dev.accesskeys.linode.model.BucketGrant;
import dev.accesskeys.linode.model.BucketPermissions;
import dev.accesskeys.linode.model.CreateObjectStorageKeyRequest;
import dev.accesskeys.linode.model.EndpointType;
import dev.accesskeys.linode.model.ObjectStorageKey;
import dev.accesskeys.linode.model.ObjectStorageKeyRegion;
import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.linode.LinodeQuirk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may differ in an answer does not matter; what must not is refused by its place. */
class LinodeReadingTest {

    private static final String CANARY = "canary-4711";

    private static Linode withLimitedKey(LinodeQuirk... quirks) {
        Linode linode = Linode.inMemory(settings -> settings.quirks(quirks));
        linode.keys()
                .create(CreateObjectStorageKeyRequest.builder()
                        .label("limited")
                        .access(BucketAccess.limitedTo(BucketGrant.builder()
                                .bucketName("photos")
                                .region("us-lax")
                                .permissions(BucketPermissions.READ_ONLY)
                                .build()))
                        .build());
        linode.fake.account().addKey("unlimited");
        linode.fake.ledger().clear();
        return linode;
    }

    /** Changes one key in a list of keys. */
    private static Fault onEntry(int index, Consumer<Map<String, JsonValue>> change) {
        return Fault.rewriteJson(page -> {
            List<JsonValue> data = new ArrayList<>(page.members().get("data").elements());
            Map<String, JsonValue> key = new LinkedHashMap<>(data.get(index).members());
            change.accept(key);
            data.set(index, JsonValue.object(key));
            Map<String, JsonValue> members = new LinkedHashMap<>(page.members());
            members.put("data", JsonValue.array(data));
            return JsonValue.object(members);
        });
    }

    private static JsonValue json(String text) {
        return JsonValue.parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(LinodeQuirk.class)
    void everyQuirkIsLivedWith(LinodeQuirk quirk) {
        try (Linode linode = withLimitedKey(quirk)) {
            List<ObjectStorageKey> keys = linode.keys().listAll().stream().toList();

            assertThat(keys).extracting(ObjectStorageKey::limited).containsExactly(true, false);
            assertThat(keys.get(0).bucketAccess())
                    .singleElement()
                    .satisfies(grant -> assertThat(grant.bucketName()).isEqualTo("photos"));
            assertThat(keys.get(1).bucketAccess()).isEmpty();
        }
    }

    @Test
    @SuppressWarnings("deprecation") // the cluster is what this is about
    void aClusterMayBeEmpty() {
        try (Linode linode = withLimitedKey(LinodeQuirk.CLUSTER_EMPTY)) {
            BucketGrant grant =
                    linode.keys().list().items().get(0).bucketAccess().get(0);

            assertThat(grant.cluster()).hasValue("");
            assertThat(grant.region()).hasValue("us-lax");
        }
    }

    @Test
    void anEndpointTypeMayBeAbsentAndARegionMayStandThereTwice() {
        try (Linode linode = withLimitedKey(LinodeQuirk.ENDPOINT_TYPE_SOMETIMES_MISSING)) {
            ObjectStorageKey key = linode.keys().list().items().get(1);

            assertThat(key.regions())
                    .extracting(ObjectStorageKeyRegion::id)
                    .containsSubsequence("us-lax", "us-lax", "us-ord", "us-ord");
            assertThat(key.regions())
                    .extracting(region -> region.endpointType().isPresent())
                    .contains(true, false);
        }
    }

    @Test
    void anEndpointMayBeNull() {
        try (Linode linode = withLimitedKey()) {
            assertThat(linode.keys().list().items().get(1).regions())
                    .filteredOn(region -> region.id().equals("sg-sin-2"))
                    .singleElement()
                    .satisfies(region -> assertThat(region.s3Endpoint()).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void unknownMembersAndValuesAreKeptAndReadable(Way way) {
        try (Linode linode = withLimitedKey()) {
            linode.onEvery(Call.LIST, onEntry(0, key -> {
                key.put("expiry", JsonValue.string("never"));
                key.put(
                        "bucket_access",
                        json("[{\"bucket_name\":\"b\",\"permissions\":\"write_only\",\"prefix\":[\"a/\"]}]"));
                key.put("regions", json("[{\"id\":\"mars-1\",\"endpoint_type\":\"E9\",\"s3_endpoint\":null,\"x\":1}]"));
            }));
            ObjectStorageKeys keys = linode.keys();

            ObjectStorageKey key = way.make(keys::list, keys::listAsync).items().get(0);

            assertThat(key.unknownMembers()).containsEntry("expiry", JsonValue.string("never"));
            BucketGrant grant = key.bucketAccess().get(0);
            assertThat(grant.permissions().value()).isEqualTo("write_only");
            assertThat(grant.permissions().known()).isEqualTo(BucketPermissions.Known.UNRECOGNIZED);
            assertThat(grant.unknownMembers()).containsEntry("prefix", json("[\"a/\"]"));
            ObjectStorageKeyRegion region = key.regions().get(0);
            assertThat(region.endpointType()).hasValue(EndpointType.of("E9"));
            assertThat(region.unknownMembers()).containsOnlyKeys("x");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret_key", "bucket_access", "regions"})
    void whatIsOptionalMayBeMissingOrNull(String member) {
        try (Linode linode = withLimitedKey()) {
            linode.onFirst(Call.LIST, onEntry(0, key -> key.remove(member)));
            ObjectStorageKey without = linode.keys().list().items().get(0);
            linode.onFirst(Call.LIST, onEntry(0, key -> key.put(member, JsonValue.ofNull())));
            ObjectStorageKey withNull = linode.keys().list().items().get(0);

            assertThat(withNull).isEqualTo(without);
            assertThat(without.label()).isEqualTo("limited");
        }
    }

    @Test
    void membersOfAPageMayComeInAnyOrderAndWithOthers() {
        try (Linode linode = withLimitedKey()) {
            linode.onEvery(Call.LIST, Fault.rewriteJson(page -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                members.put("results", page.members().get("results"));
                members.put("next", json("{\"a\":[1]}"));
                members.put("pages", page.members().get("pages"));
                members.put("page", page.members().get("page"));
                members.put("data", page.members().get("data"));
                return JsonValue.object(members);
            }));

            assertThat(linode.keys().list().items()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id            |                     | data[3].id",
                "id            | null                | data[3].id",
                "id            | \"canary-4711\"     | data[3].id",
                "id            | 1.5                 | data[3].id",
                "id            | 99999999999999999999 | data[3].id",
                "label         |                     | data[3].label",
                "label         | 4711                | data[3].label",
                "label         | [\"canary-4711\"]   | data[3].label",
                "access_key    | {\"canary-4711\":1} | data[3].access_key",
                "secret_key    | 4711                | data[3].secret_key",
                "limited       |                     | data[3].limited",
                "limited       | \"canary-4711\"     | data[3].limited",
                "bucket_access | \"canary-4711\"     | data[3].bucket_access",
                "bucket_access | [7]                 | data[3].bucket_access[0]",
                "bucket_access | [{\"bucket_name\":\"canary-4711\"}] | data[3].bucket_access[0].permissions",
                "regions       | {}                  | data[3].regions",
                "regions       | [{\"id\":\"a\"},{\"id\":4711}] | data[3].regions[1].id"
            })
    void aDefectIsToldByItsPlaceAndWithoutItsValue(String member, String value, String path) {
        for (Way way : Way.values()) {
            try (Linode linode = Linode.inMemory(settings -> settings.keys(5))) {
                linode.onEvery(Call.LIST, onEntry(3, key -> {
                    if (value == null) {
                        key.remove(member);
                    } else {
                        key.put(member, json(value));
                    }
                }));

                assertThatThrownBy(() -> Call.LIST.make(linode, way))
                        .isInstanceOfSatisfying(DecodingException.class, failure -> {
                            assertThat(failure.path()).isEqualTo(path);
                            assertThat(failure.applied()).isEqualTo(Applied.NO);
                        })
                        .hasMessageStartingWith("linode listObjectStorageKeys: the document cannot be read at " + path)
                        .hasMessageNotContaining(CANARY)
                        .hasMessageNotContaining("4711")
                        .hasMessageNotContaining("key-4");
                assertThat(linode.received()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"data", "page", "pages", "results"})
    void aPageThatLacksAPartIsRefused(String member) {
        try (Linode linode = withLimitedKey()) {
            linode.onEvery(Call.LIST, Fault.withoutMember(member));

            assertThatThrownBy(() -> linode.keys().list())
                    .isInstanceOfSatisfying(
                            DecodingException.class,
                            failure -> assertThat(failure.path()).isEqualTo(member));
        }
    }

    @Test
    void anUpdateThatWasMadeAndAnsweredWithRubbishSaysThatItWasMade() {
        try (Linode linode = Linode.inMemory()) {
            linode.onEvery(Call.UPDATE, Fault.withMember("id", JsonValue.string(CANARY)));

            assertThatThrownBy(() -> Call.UPDATE.make(linode, Way.BLOCKING))
                    .isInstanceOfSatisfying(
                            DecodingException.class,
                            failure -> assertThat(failure.applied()).isEqualTo(Applied.YES))
                    .hasMessageNotContaining(CANARY);
            assertThat(linode.received()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"data\":[],\"page\":1,\"pages\":1,\"results\":0} x", "[]", "<html>canary-4711</html>", "{"})
    void whatIsNoPageIsRefused(String body) {
        try (Linode linode = Linode.inMemory()) {
            linode.onEvery(Call.LIST, Fault.answer(FakeResponse.of(200, "application/json", body)));

            assertThatThrownBy(() -> linode.keys().list())
                    .isInstanceOf(DecodingException.class)
                    .hasMessageContaining("a proxy that answers instead of the provider")
                    .hasMessageNotContaining(CANARY);
            assertThat(linode.received()).isEqualTo(1);
        }
    }
}
