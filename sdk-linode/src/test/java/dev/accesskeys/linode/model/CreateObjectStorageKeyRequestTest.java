package dev.accesskeys.linode.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.ValidationException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateObjectStorageKeyRequestTest {

    private static final BucketGrant GRANT = BucketGrant.builder()
            .bucketName("photos")
            .permissions(BucketPermissions.READ_ONLY)
            .region("us-iad")
            .build();

    @Test
    void leavesTheGrantsOutForAnUnlimitedKey() {
        assertThat(written(BucketAccess.unlimited())).isEqualTo("{'label':'backup'}");
    }

    @Test
    void sendsAnEmptyListForAKeyWithoutAnyAccess() {
        assertThat(written(BucketAccess.none())).isEqualTo("{'label':'backup','bucket_access':[]}");
    }

    @Test
    void sendsTheGrantsOfALimitedKey() {
        assertThat(written(BucketAccess.limitedTo(GRANT)))
                .isEqualTo("{'label':'backup','bucket_access':"
                        + "[{'bucket_name':'photos','permissions':'read_only','region':'us-iad'}]}");
    }

    @Test
    void readsWhatItWrote() {
        for (BucketAccess access :
                List.of(BucketAccess.unlimited(), BucketAccess.none(), BucketAccess.limitedTo(GRANT))) {
            CreateObjectStorageKeyRequest request = request().access(access).build();

            assertThat(Json.read(
                            CreateObjectStorageKeyRequest.CODEC,
                            Json.write(CreateObjectStorageKeyRequest.CODEC, request)))
                    .isEqualTo(request);
        }
    }

    @Test
    void isRefusedWhenNoAccessWasChosen() {
        assertRefused(() -> request().build(), "bucket_access", "must be chosen: unlimited(), none(), limitedTo(…)");
    }

    @Test
    void isRefusedWithAnEmptyListOfGrants() {
        assertRefused(() -> BucketAccess.limitedTo(List.of()), "bucket_access", "none()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void isRefusedWithABlankLabel(String label) {
        assertRefused(() -> request().label(label).access(BucketAccess.none()).build(), "label", "must not be blank");
    }

    @Test
    void namesThePlaceOfABadGrantThatWasReadFromAnAnswer() {
        BucketGrant old = Json.read(BucketGrant.CODEC, "{'bucket_name':'b','permissions':'read_only'}");

        assertRefused(
                () -> request().access(BucketAccess.limitedTo(GRANT, old)).build(),
                "bucket_access[1].region",
                "is required");
    }

    @Test
    void namesThePlaceOfABadRegion() {
        assertRefused(
                () -> request()
                        .access(BucketAccess.none())
                        .regions("us-iad", "")
                        .build(),
                "regions[1]",
                "must not be empty");
    }

    @Test
    void sendsRegionsOnlyWhenTheyWereSet() {
        assertThat(written(BucketAccess.unlimited())).doesNotContain("regions");
        assertThat(Json.write(
                        CreateObjectStorageKeyRequest.CODEC,
                        request()
                                .access(BucketAccess.unlimited())
                                .regions(List.of())
                                .build()))
                .isEqualTo("{'label':'backup','regions':[]}");
    }

    @Test
    void keepsItsOwnCopyOfTheGrants() {
        List<BucketGrant> grants = new ArrayList<>(List.of(GRANT));
        BucketAccess access = BucketAccess.limitedTo(grants);

        grants.clear();

        assertThat(access.grants()).containsExactly(GRANT);
        assertThat(access.kind()).isEqualTo(BucketAccess.Kind.LIMITED_TO);
    }

    @Test
    void anUpdateOfTheLabelSendsNothingElse() {
        UpdateObjectStorageKeyRequest update =
                UpdateObjectStorageKeyRequest.builder().label("new").build();

        assertThat(Json.write(UpdateObjectStorageKeyRequest.CODEC, update)).isEqualTo("{'label':'new'}");
    }

    @Test
    void aGrantNeedsABucketAndItsPlace() {
        assertRefused(
                () -> BucketGrant.builder()
                        .permissions(BucketPermissions.READ_ONLY)
                        .region("us-iad")
                        .build(),
                "bucket_name",
                "is required");
        assertRefused(
                () -> BucketGrant.builder().bucketName("b").region("us-iad").build(), "permissions", "is required");
        assertRefused(
                () -> BucketGrant.builder()
                        .bucketName("b")
                        .permissions(BucketPermissions.READ_ONLY)
                        .build(),
                "region",
                "is required, or in its place cluster");
    }

    private static CreateObjectStorageKeyRequest.Builder request() {
        return CreateObjectStorageKeyRequest.builder().label("backup");
    }

    private static String written(BucketAccess access) {
        return Json.write(
                CreateObjectStorageKeyRequest.CODEC, request().access(access).build());
    }

    private static void assertRefused(ThrowingCallable call, String field, String rule) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ValidationException.class, e -> assertThat(e.field()).isEqualTo(field))
                .hasMessageContaining(rule);
    }
}
