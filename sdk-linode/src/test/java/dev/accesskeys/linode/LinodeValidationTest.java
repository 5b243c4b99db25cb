package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.Applied;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.linode.model.BucketAccess;
import dev.accesskeys.linode.model.BucketGrant;
import dev.accesskeys.linode.model.BucketPermissions;
import dev.accesskeys.linode.model.CreateObjectStorageKeyRequest;
import dev.accesskeys.linode.model.ListObjectStorageBucketsRequest;
import dev.accesskeys.linode.model.ListObjectStorageEndpointsRequest;
import dev.accesskeys.linode.model.ListObjectStorageKeysRequest;
import dev.accesskeys.linode.model.UpdateObjectStorageKeyRequest;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that break a documented rule are refused with field, rule and what was given; nothing is sent. */
class LinodeValidationTest {

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("label", "must not be blank", "an empty text", keys -> keys.create(Linode.unlimited(""))),
                mistake(
                        "label",
                        "must not be blank",
                        "a text of white space",
                        keys -> keys.create(Linode.unlimited(" \t"))),
                mistake("label", "is required", "nothing", keys -> keys.create(Linode.unlimited(null))),
                mistake(
                        "label",
                        "is required",
                        "nothing",
                        keys -> keys.create(CreateObjectStorageKeyRequest.builder()
                                .access(BucketAccess.none())
                                .build())),
                mistake(
                        "bucket_access",
                        "must be chosen: unlimited(), none(), limitedTo(…)",
                        "nothing",
                        keys -> keys.create(CreateObjectStorageKeyRequest.builder()
                                .label("backup")
                                .build())),
                mistake(
                        "bucket_access",
                        "is required",
                        "nothing",
                        keys -> keys.create(CreateObjectStorageKeyRequest.builder()
                                .label("backup")
                                .access(null)
                                .build())),
                mistake(
                        "bucket_access",
                        "must not be empty: use none()",
                        "an empty list",
                        keys -> keys.create(limitedTo(List.of()))),
                mistake("bucket_access", "is required", "nothing", keys -> keys.create(limitedTo(null))),
                mistake(
                        "regions[1]",
                        "must not be empty",
                        "0 characters",
                        keys -> keys.create(CreateObjectStorageKeyRequest.builder()
                                .label("backup")
                                .access(BucketAccess.none())
                                .regions("us-lax", "")
                                .build())),
                mistake(
                        "bucket_name",
                        "is required",
                        "nothing",
                        keys -> grant().region("us-lax").build()),
                mistake(
                        "bucket_name",
                        "must not be blank",
                        "an empty text",
                        keys -> grant().bucketName("").region("us-lax").build()),
                mistake(
                        "bucket_name",
                        "is required",
                        "nothing",
                        keys -> grant().bucketName(null).region("us-lax").build()),
                mistake(
                        "permissions",
                        "is required",
                        "nothing",
                        keys -> BucketGrant.builder()
                                .bucketName("photos")
                                .region("us-lax")
                                .build()),
                mistake(
                        "region",
                        "is required, or in its place cluster",
                        "nothing",
                        keys -> grant().bucketName("photos").build()),
                mistake(
                        "label",
                        "must not be blank",
                        "a text of white space",
                        keys -> UpdateObjectStorageKeyRequest.builder()
                                .label("  ")
                                .build()),
                mistake("request", "is required", "nothing", keys -> keys.create(null)),
                mistake("request", "is required", "nothing", keys -> Way.await(keys.createAsync(null))),
                mistake("request", "is required", "nothing", keys -> keys.update(1, null)),
                mistake("request", "is required", "nothing", keys -> keys.list(null)),
                mistake("request", "is required", "nothing", keys -> keys.listAll(null)));
    }

    private static Arguments mistake(String field, String rule, String given, Consumer<ObjectStorageKeys> call) {
        return Arguments.of(field, rule, given, call);
    }

    private static BucketGrant.Builder grant() {
        return BucketGrant.builder().permissions(BucketPermissions.READ_ONLY);
    }

    private static CreateObjectStorageKeyRequest limitedTo(List<BucketGrant> grants) {
        return CreateObjectStorageKeyRequest.builder()
                .label("backup")
                .access(BucketAccess.limitedTo(grants))
                .build();
    }

    @ParameterizedTest(name = "{0} {1}; given: {2}")
    @MethodSource("mistakes")
    void aMistakeIsNamedAndNothingIsSent(String field, String rule, String given, Consumer<ObjectStorageKeys> call) {
        try (Linode linode = Linode.inMemory()) {
            assertThatThrownBy(() -> call.accept(linode.keys()))
                    .isInstanceOfSatisfying(ValidationException.class, failure -> {
                        assertThat(failure.field()).isEqualTo(field);
                        assertThat(failure.rule()).isEqualTo(rule);
                        assertThat(failure.applied()).isEqualTo(Applied.NO);
                    })
                    .hasMessage(field + " " + rule + "; given: " + given
                            + ". Nothing was changed. Correct the value and call again.");
            assertThat(linode.received()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 24, 501, Integer.MAX_VALUE})
    void aPageSizeOutOfRangeIsRefusedWithTheNumber(int size) {
        for (Runnable build : List.<Runnable>of(
                () -> ListObjectStorageKeysRequest.builder().pageSize(size).build(),
                () -> ListObjectStorageEndpointsRequest.builder().pageSize(size).build(),
                () -> ListObjectStorageBucketsRequest.builder().pageSize(size).build())) {
            assertThatThrownBy(build::run)
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("page_size must be from 25 to 500; given: " + size);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 500})
    void aPageSizeAtTheEdgeIsSent(int size) {
        try (Linode linode = Linode.inMemory(settings -> settings.keys(600))) {
            assertThat(linode.keys()
                            .list(ListObjectStorageKeysRequest.builder()
                                    .pageSize(size)
                                    .build())
                            .items())
                    .hasSize(size);
        }
    }

    @Test
    void aPageBelowTheFirstIsRefused() {
        assertThatThrownBy(() -> ListObjectStorageKeysRequest.builder().page(0).build())
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("page must be at least 1; given: 0");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0})
    void anIdThatIsNotPositiveIsRefused(long id) {
        try (Linode linode = Linode.inMemory()) {
            ObjectStorageKeys keys = linode.keys();
            UpdateObjectStorageKeyRequest update =
                    UpdateObjectStorageKeyRequest.builder().label("x").build();

            for (Runnable call : List.<Runnable>of(
                    () -> keys.get(id),
                    () -> Way.await(keys.getAsync(id)),
                    () -> keys.revoke(id),
                    () -> Way.await(keys.revokeAsync(id)),
                    () -> keys.update(id, update),
                    () -> Way.await(keys.updateAsync(id, update)))) {
                assertThatThrownBy(call::run)
                        .isInstanceOf(ValidationException.class)
                        .hasMessageContaining("keyId must be at least 1; given: " + id);
            }
            assertThat(linode.received()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatLinodeDocumentsNoRuleForIsLeftToLinode(Way way) {
        try (Linode linode = Linode.inMemory(settings -> settings.labelLength(3, 50))) {
            ObjectStorageKeys keys = linode.keys();
            CreateObjectStorageKeyRequest request = Linode.unlimited("x".repeat(51));

            assertThatThrownBy(() -> way.make(() -> keys.create(request), () -> keys.createAsync(request)))
                    .hasMessageContaining("Length must be 3-50 characters (label)");
            assertThat(linode.received(Call.CREATE)).isEqualTo(1);
        }
    }
}
