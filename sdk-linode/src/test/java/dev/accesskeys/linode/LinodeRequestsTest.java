package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.linode.model.BucketAccess;
import dev.accesskeys.linode.model.BucketGrant;
import dev.accesskeys.linode.model.BucketPermissions;
import dev.accesskeys.linode.model.CreateObjectStorageKeyRequest;
import dev.accesskeys.linode.model.ListObjectStorageKeysRequest;
import dev.accesskeys.linode.model.ObjectStorageKey;
import dev.accesskeys.linode.model.UpdateObjectStorageKeyRequest;
import dev.accesskeys.testing.linode.LinodeEndpoint;
import dev.accesskeys.testing.linode.LinodeGrant;
import dev.accesskeys.testing.linode.LinodeKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent is what was meant: above all the three meanings of {@code bucket_access}. */
class LinodeRequestsTest {

    private static ObjectStorageKey create(Linode linode, Way way, BucketAccess access) {
        CreateObjectStorageKeyRequest request = CreateObjectStorageKeyRequest.builder()
                .label("backup")
                .access(access)
                .build();
        return way.make(() -> linode.keys().create(request), () -> linode.keys().createAsync(request));
    }

    private static JsonValue json(String text) {
        return JsonValue.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void unlimitedIsSentAsNoBucketAccessAtAll(Way way) {
        try (Linode linode = Linode.inMemory()) {
            ObjectStorageKey key = create(linode, way, BucketAccess.unlimited());

            assertThat(linode.lastBody()).isEqualTo(json("{\"label\":\"backup\"}"));
            assertThat(key.limited()).isFalse();
            assertThat(linode.fake.account().keys())
                    .singleElement()
                    .satisfies(made -> assertThat(made.limited()).isFalse());
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void accessToNothingIsSentAsAnEmptyList(Way way) {
        try (Linode linode = Linode.inMemory()) {
            ObjectStorageKey key = create(linode, way, BucketAccess.none());

            assertThat(linode.lastBody()).isEqualTo(json("{\"label\":\"backup\",\"bucket_access\":[]}"));
            assertThat(key.limited()).isTrue();
            assertThat(key.bucketAccess()).isEmpty();
            assertThat(linode.fake.account().keys()).singleElement().satisfies(made -> {
                assertThat(made.limited()).isTrue();
                assertThat(made.grants()).isEmpty();
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void grantsAreSentAsAList(Way way) {
        try (Linode linode = Linode.inMemory()) {
            ObjectStorageKey key = create(
                    linode,
                    way,
                    BucketAccess.limitedTo(
                            BucketGrant.builder()
                                    .bucketName("photos")
                                    .region("us-lax")
                                    .permissions(BucketPermissions.READ_WRITE)
                                    .build(),
                            BucketGrant.builder()
                                    .bucketName("logs")
                                    .region("nl-ams")
                                    .permissions(BucketPermissions.READ_ONLY)
                                    .build()));

            assertThat(linode.lastBody())
                    .isEqualTo(json("{\"label\":\"backup\",\"bucket_access\":["
                            + "{\"bucket_name\":\"photos\",\"permissions\":\"read_write\",\"region\":\"us-lax\"},"
                            + "{\"bucket_name\":\"logs\",\"permissions\":\"read_only\",\"region\":\"nl-ams\"}]}"));
            assertThat(key.limited()).isTrue();
            assertThat(key.bucketAccess()).extracting(BucketGrant::bucketName).containsExactly("photos", "logs");
            assertThat(linode.fake.account().keys())
                    .singleElement()
                    .extracting(LinodeKey::grants)
                    .isEqualTo(List.of(
                            new LinodeGrant("photos", "us-lax", "read_write"),
                            new LinodeGrant("logs", "nl-ams", "read_only")));
        }
    }

    @Test
    void aGrantMayNameItsClusterInPlaceOfItsRegion() {
        try (Linode linode = Linode.inMemory()) {
            create(linode, Way.BLOCKING, BucketAccess.limitedTo(clusterGrant()));

            assertThat(linode.fake.account().keys().get(0).grants())
                    .containsExactly(new LinodeGrant("photos", "us-lax", "read_only"));
        }
    }

    @SuppressWarnings("deprecation") // older callers know the cluster only
    private static BucketGrant clusterGrant() {
        return BucketGrant.builder()
                .bucketName("photos")
                .cluster("us-lax-1")
                .permissions(BucketPermissions.READ_ONLY)
                .build();
    }

    @Test
    void regionsOfANewKeyAreSentAsIds() {
        try (Linode linode = Linode.inMemory()) {
            ObjectStorageKey key = linode.keys()
                    .create(CreateObjectStorageKeyRequest.builder()
                            .label("backup")
                            .access(BucketAccess.unlimited())
                            .regions("us-lax")
                            .build());

            assertThat(linode.lastBody()).isEqualTo(json("{\"label\":\"backup\",\"regions\":[\"us-lax\"]}"));
            assertThat(key.regions()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anUpdateOfTheLabelSendsNothingElse(Way way) {
        try (Linode linode = Linode.inMemory()) {
            List<LinodeEndpoint> regions = linode.fake.account().addKey("old").regions();
            long id = linode.fake.account().keys().get(0).id();
            UpdateObjectStorageKeyRequest rename =
                    UpdateObjectStorageKeyRequest.builder().label("new").build();

            way.make(() -> linode.keys().update(id, rename), () -> linode.keys().updateAsync(id, rename));

            assertThat(linode.lastBody()).isEqualTo(json("{\"label\":\"new\"}"));
            assertThat(linode.fake.account().key(id)).hasValueSatisfying(key -> {
                assertThat(key.label()).isEqualTo("new");
                assertThat(key.regions()).isEqualTo(regions);
            });
        }
    }

    @Test
    void anUpdateOfTheRegionsSendsNothingElse() {
        try (Linode linode = Linode.inMemory()) {
            long id = linode.fake.account().addKey("old").id();

            linode.keys()
                    .update(
                            id,
                            UpdateObjectStorageKeyRequest.builder()
                                    .regions("nl-ams")
                                    .build());

            assertThat(linode.lastBody()).isEqualTo(json("{\"regions\":[\"nl-ams\"]}"));
            assertThat(linode.fake.account().key(id).orElseThrow().label()).isEqualTo("old");
        }
    }

    @Test
    void anUpdateOfAKeyThatWasReadDoesNotSendItsBucketAccess() {
        try (Linode linode = Linode.inMemory()) {
            long id = create(linode, Way.BLOCKING, BucketAccess.none()).id();

            ObjectStorageKey updated = linode.keys()
                    .update(
                            id,
                            UpdateObjectStorageKeyRequest.builder().label("new").build());

            assertThat(linode.lastBody().members()).containsOnlyKeys("label");
            assertThat(updated.limited()).isTrue();
        }
    }

    @Test
    void headersSayWhoAsksAndForWhat() {
        try (Linode linode = Linode.inMemory(settings -> settings, builder -> builder.application("backup-tool/1.2"))) {
            create(linode, Way.BLOCKING, BucketAccess.unlimited());

            TransportRequest request = linode.sent.get(0);
            assertThat(request.uri()).hasToString(linode.fake.baseUrl() + "/object-storage/keys");
            assertThat(request.headers().first("Authorization")).hasValue("Bearer " + linode.fake.token());
            assertThat(request.headers().first("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
            assertThat(request.headers().first("User-Agent"))
                    .hasValueSatisfying(agent -> assertThat(agent).contains("access-keys", "backup-tool/1.2"));
            assertThat(request.headers().first("X-Filter")).isEmpty();
            assertThat(request.toString()).doesNotContain(linode.fake.token());
        }
    }

    @Test
    void pagesAreAskedForByNumberAndSize() {
        try (Linode linode = Linode.inMemory(settings -> settings.keys(60))) {
            ListObjectStorageKeysRequest request =
                    ListObjectStorageKeysRequest.builder().page(2).pageSize(25).build();

            assertThat(linode.keys().list(request).items()).hasSize(25);
            assertThat(linode.keys().listAll(request).stream().map(ObjectStorageKey::label))
                    .first()
                    .isEqualTo("key-26");
            assertThat(linode.sent.get(0).uri().getRawQuery()).isEqualTo("page=2&page_size=25");
        }
    }
}
