package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.AppliedButLostException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.PreviousKeyState;
import dev.accesskeys.keys.RotatedKey;
import dev.accesskeys.keys.SuccessorName;
import dev.accesskeys.linode.model.BucketAccess;
import dev.accesskeys.linode.model.BucketGrant;
import dev.accesskeys.linode.model.BucketPermissions;
import dev.accesskeys.linode.model.CreateObjectStorageKeyRequest;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.Lag;
import dev.accesskeys.testing.linode.LinodeFaults;
import dev.accesskeys.testing.linode.LinodeKey;
import dev.accesskeys.testing.linode.LinodeQuirk;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rotation makes one successor with the same rights, and leaves the old key valid. */
class LinodeRotationTest {

    private static AccessKeyId id(long number) {
        return AccessKeyId.of("linode", Long.toString(number));
    }

    private static RotatedKey rotate(Linode linode, long number, Way way) {
        AccessKeyService keys = linode.client.accessKeys();
        KeyRotation rotation = KeyRotation.of(id(number));
        return way.make(() -> keys.rotate(rotation), () -> keys.rotateAsync(rotation));
    }

    private static LinodeKey successor(Linode linode) {
        return linode.fake.account().keys().get(linode.fake.account().keys().size() - 1);
    }

    private static BucketGrant photos() {
        return BucketGrant.builder()
                .bucketName("photos")
                .region("us-lax")
                .permissions(BucketPermissions.READ_ONLY)
                .build();
    }

    static Stream<Arguments> rights() {
        return Stream.of(BucketAccess.unlimited(), BucketAccess.none(), BucketAccess.limitedTo(photos()))
                .flatMap(access -> Stream.of(Way.values()).map(way -> Arguments.of(access, way)));
    }

    @ParameterizedTest
    @MethodSource("rights")
    void theSuccessorHasTheRightsOfTheOldKeyWhichStaysValid(BucketAccess access, Way way) {
        try (Linode linode = Linode.inMemory()) {
            var old = linode.keys()
                    .create(CreateObjectStorageKeyRequest.builder()
                            .label("backup")
                            .access(access)
                            .regions("us-lax", "nl-ams")
                            .build());

            RotatedKey rotated = rotate(linode, old.id(), way);

            LinodeKey before = linode.fake.account().key(old.id()).orElseThrow();
            LinodeKey after = successor(linode);
            assertThat(after.limited()).isEqualTo(before.limited());
            assertThat(after.grants()).isEqualTo(before.grants());
            assertThat(after.regions()).isEqualTo(before.regions());
            assertThat(rotated.key().id()).isEqualTo(id(after.id()));
            assertThat(rotated.previousId()).isEqualTo(id(old.id()));
            assertThat(rotated.previousState()).isEqualTo(PreviousKeyState.STILL_VALID);
            assertThat(rotated.secret()).hasValue(linode.fake.account().secretOf(after.id()));
            assertThat(linode.fake
                            .account()
                            .isAcceptedByS3(
                                    old.accessKey(),
                                    old.secretKey().orElseThrow().reveal()))
                    .isTrue();
        }
    }

    @Test
    void aRegionThatStandsThereTwiceIsAskedForOnce() {
        try (Linode linode = Linode.inMemory()) {
            var old = linode.keys()
                    .create(CreateObjectStorageKeyRequest.builder()
                            .label("backup")
                            .access(BucketAccess.unlimited())
                            .regions("us-lax", "us-ord")
                            .build());
            assertThat(old.regions()).hasSize(4);

            rotate(linode, old.id(), Way.BLOCKING);

            assertThat(linode.lastBody().member("regions").orElseThrow().elements())
                    .containsExactly(JsonValue.string("us-lax"), JsonValue.string("us-ord"));
            assertThat(linode.lastBody().members()).containsOnlyKeys("label", "regions");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = LinodeQuirk.class,
            names = {"CLUSTER_EMPTY", "WITHOUT_REGIONS", "ENDPOINT_TYPE_SOMETIMES_MISSING"})
    void grantsOfAnyAgeAreKept(LinodeQuirk quirk) {
        try (Linode linode = Linode.inMemory(settings -> settings.quirks(quirk))) {
            var old = linode.keys()
                    .create(CreateObjectStorageKeyRequest.builder()
                            .label("backup")
                            .access(BucketAccess.limitedTo(photos()))
                            .build());

            rotate(linode, old.id(), Way.BLOCKING);

            assertThat(successor(linode).grants())
                    .isEqualTo(linode.fake.account().key(old.id()).orElseThrow().grants());
            assertThat(linode.lastBody().toJson()).doesNotContain("\"cluster\":\"\"");
        }
    }

    @ParameterizedTest
    @EnumSource(LinodeQuirk.class)
    void aKeyThatCanDoEverythingIsNotMistakenForOneThatCanDoNothing(LinodeQuirk quirk) {
        try (Linode linode = Linode.inMemory(settings -> settings.quirks(quirk))) {
            long number = linode.fake.account().addKey("backup").id();

            rotate(linode, number, Way.BLOCKING);

            assertThat(successor(linode).limited()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b",
                "backup",
                "a label of exactly fifty characters, to the last",
                "a label that is much longer than the fifty characters to which Linode's console keeps labels",
                "\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11"
            })
    void theLabelOfTheSuccessorNamesItsOriginWithinFiftyCharacters(String label) {
        try (Linode linode = Linode.inMemory()) {
            long number = linode.fake.account().addKey(label).id();

            rotate(linode, number, Way.BLOCKING);

            String given = successor(linode).label();
            assertThat(given.length()).isBetween(3, 50);
            assertThat(SuccessorName.isSuccessorOf(given, id(number))).isTrue();
            assertThat(SuccessorName.nonceOf(given)).isPresent();
        }
    }

    @Test
    void aChainOfRotationsKeepsTheNameReadable() {
        try (Linode linode = Linode.inMemory()) {
            long number = linode.fake.account().addKey("backup").id();

            for (int i = 0; i < 4; i++) {
                number = Long.parseLong(
                        rotate(linode, number, Way.BLOCKING).key().id().value());
            }

            assertThat(linode.fake.account().keys())
                    .hasSize(5)
                    .allSatisfy(key -> assertThat(key.label()).matches("backup(-[a-z2-7]{8}-[a-z2-7]{13})?"));
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aSecondRotationOfTheSameKeyIsRefused(Way way) {
        try (Linode linode = Linode.inMemory()) {
            long number = linode.fake.account().addKey("backup").id();
            RotatedKey first = rotate(linode, number, way);

            assertThatThrownBy(() -> rotate(linode, number, way))
                    .isExactlyInstanceOf(ValidationException.class)
                    .hasMessageContaining("access key id must be that of the current key, which is "
                            + first.key().id() + " (" + first.key().name() + ")")
                    .hasMessageContaining("which has been rotated already");
            assertThat(linode.received(Call.CREATE)).isEqualTo(1);
            assertThat(linode.fake.account().keys()).hasSize(2);
        }
    }

    @Test
    void theSuccessorIsFoundOnTheLastPageToo() {
        try (Linode linode = Linode.inMemory(settings -> settings.keys(1000).quota(2000))) {
            long number = linode.fake.account().keys().get(0).id();
            rotate(linode, number, Way.BLOCKING);

            assertThatThrownBy(() -> rotate(linode, number, Way.ASYNC)).isExactlyInstanceOf(ValidationException.class);
            assertThat(linode.received(Call.CREATE)).isEqualTo(1);
        }
    }

    @Test
    void aKeyThatTheListDoesNotShowYetIsRotated() {
        try (Linode linode = Linode.inMemory(settings -> settings.newKeysListedAfter(Lag.ofReads(5)))) {
            long number = linode.keys().create(Linode.unlimited("backup")).id();

            rotate(linode, number, Way.BLOCKING);

            assertThat(linode.fake.account().keys()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aKeyThatWasRevokedIsNotRotatedAlthoughItIsStillListed(Way way) {
        try (Linode linode = Linode.inMemory(settings -> settings.deletedKeysListedFor(Lag.of(Duration.ofHours(1))))) {
            long number = linode.keys().create(Linode.unlimited("backup")).id();
            linode.keys().revoke(number);
            assertThat(linode.keys().list().items()).hasSize(1);

            assertThatThrownBy(() -> rotate(linode, number, way)).isExactlyInstanceOf(NotFoundException.class);
            assertThat(linode.received(Call.CREATE)).isEqualTo(1);
            assertThat(linode.fake.account().keys()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aRotationWhoseAnswerIsLostSaysHowToFindTheSuccessor(Way way) {
        try (Linode linode = Linode.inMemory()) {
            long number = linode.fake.account().addKey("backup").id();
            linode.onEvery(Call.CREATE, Fault.applyThenDrop());

            assertThatThrownBy(() -> rotate(linode, number, way))
                    .isExactlyInstanceOf(OutcomeUnknownException.class)
                    .isInstanceOfSatisfying(
                            OutcomeUnknownException.class,
                            failure -> assertThat(failure.pending()).hasValueSatisfying(pending -> {
                                assertThat(pending.provider()).isEqualTo("linode");
                                assertThat(pending.change()).isEqualTo("rotate");
                                assertThat(pending.facts())
                                        .containsOnlyKeys("label")
                                        .containsEntry(
                                                "label", successor(linode).label());
                            }));
            assertThat(linode.received(Call.CREATE)).isEqualTo(1);
        }
    }

    @Test
    void afterALostAnswerTheNextRotationFindsTheSuccessorAndMakesNoOther() {
        try (Linode linode = Linode.inMemory()) {
            long number = linode.fake.account().addKey("backup").id();
            linode.onFirst(Call.CREATE, LinodeFaults.appliedButFailed());
            assertThatThrownBy(() -> rotate(linode, number, Way.BLOCKING)).isInstanceOf(OutcomeUnknownException.class);

            assertThatThrownBy(() -> rotate(linode, number, Way.BLOCKING))
                    .isExactlyInstanceOf(ValidationException.class);
            assertThat(linode.received(Call.CREATE)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aSuccessorWithoutSecretIsNamedSoThatItCanBeRevoked(Way way) {
        try (Linode linode = Linode.inMemory()) {
            long number = linode.fake.account().addKey("backup").id();
            linode.onEvery(Call.CREATE, LinodeFaults.secretRedacted());

            assertThatThrownBy(() -> rotate(linode, number, way))
                    .isInstanceOfSatisfying(AppliedButLostException.class, failure -> {
                        String orphan = Long.toString(successor(linode).id());
                        assertThat(failure.salvagedIdentifiers()).containsEntry("id", orphan);
                        assertThat(failure.pending().orElseThrow().facts()).containsEntry("id", orphan);
                    });
        }
    }

    @Test
    void aRefusedRotationHasChangedNothing() {
        try (Linode linode = Linode.inMemory(settings -> settings.quota(1))) {
            long number = linode.fake.account().addKey("backup").id();

            assertThatThrownBy(() -> rotate(linode, number, Way.BLOCKING))
                    .hasMessageContaining("You have reached the limit of 1 Object Storage keys")
                    .hasMessageContaining("Nothing was changed.");
            assertThat(linode.fake.account().keys()).hasSize(1);
        }
    }
}
