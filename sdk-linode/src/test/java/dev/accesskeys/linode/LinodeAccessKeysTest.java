package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.CallOptions;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.ServerException;
import dev.accesskeys.error.UnsupportedCapabilityException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.keys.AccessKeySpec;
import dev.accesskeys.keys.AccessKeyState;
import dev.accesskeys.keys.AccessKeyUpdate;
import dev.accesskeys.keys.AccessRights;
import dev.accesskeys.keys.AccessRights.Grant;
import dev.accesskeys.keys.AccessRights.Permission;
import dev.accesskeys.keys.CreatedAccessKey;
import dev.accesskeys.keys.KeyOperation;
import dev.accesskeys.keys.KeyRevocation;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.S3Endpoint;
import dev.accesskeys.retry.RetryPolicy;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.linode.LinodeEndpoint;
import dev.accesskeys.testing.linode.LinodeKey;
import dev.accesskeys.testing.linode.LinodeQuirk;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Linode's keys behind the common interface; {@link LinodeRotationTest} has what rotates. */
class LinodeAccessKeysTest {

    private static AccessKeyId id(long number) {
        return AccessKeyId.of("linode", Long.toString(number));
    }

    private static CreatedAccessKey create(Linode linode, Way way, AccessKeySpec spec) {
        AccessKeyService keys = linode.client.accessKeys();
        return way.make(() -> keys.create(spec), () -> keys.createAsync(spec));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void keysAreListedWithLargePages(Way way) {
        try (Linode linode = Linode.inMemory(settings -> settings.keys(501))) {
            AccessKeyService keys = linode.client.accessKeys();

            List<AccessKey> all = way == Way.BLOCKING
                    ? keys.list().stream().toList()
                    : Way.await(dev.accesskeys.paging.Page.collectAsync(keys.listAsync()));

            assertThat(all).hasSize(501).doesNotHaveDuplicates();
            assertThat(all.get(500).name()).isEqualTo("key-501");
            assertThat(linode.received()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aKeyIsReadWithAllThatIsKnownOfIt(Way way) {
        try (Linode linode = Linode.inMemory()) {
            LinodeKey there = linode.fake.account().addKey("backup");
            AccessKeyService keys = linode.client.accessKeys();

            AccessKey key = way.make(() -> keys.get(id(there.id())), () -> keys.getAsync(id(there.id())));

            assertThat(key.id()).hasToString("linode:" + there.id());
            assertThat(key.name()).isEqualTo("backup");
            assertThat(key.accessKeyId()).hasValue(there.accessKey());
            assertThat(key.state()).isEqualTo(AccessKeyState.ACTIVE);
            assertThat(key.rights()).isEqualTo(AccessRights.full());
            assertThat(key.createdAt()).isEmpty();
            assertThat(key.endpoints())
                    .contains(
                            new S3Endpoint(URI.create("https://us-lax-1.linodeobjects.com"), "us-lax"),
                            new S3Endpoint(URI.create("https://us-lax-4.linodeobjects.com"), "us-lax"),
                            new S3Endpoint(URI.create("https://jp-tyo-1.linodeobjects.com"), "jp-tyo-3"))
                    .extracting(S3Endpoint::region)
                    .doesNotContain("sg-sin-2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a host", "a b.example.com", "%%%"})
    void anEndpointThatIsNoAddressIsLeftOut(String host) {
        try (Linode linode =
                Linode.inMemory(settings -> settings.endpoints(new LinodeEndpoint("us-lax", "E1", host)))) {
            long number = linode.fake.account().addKey("backup").id();

            assertThat(linode.client.accessKeys().get(id(number)).endpoints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aKeyIsCreatedWithFullRightsUnlessOthersAreWanted(Way way) {
        try (Linode linode = Linode.inMemory()) {
            CreatedAccessKey created = create(linode, way, AccessKeySpec.named("backup"));

            assertThat(linode.lastBody().members()).containsOnlyKeys("label");
            assertThat(created.key().rights()).isEqualTo(AccessRights.full());
            assertThat(linode.fake
                            .account()
                            .isAcceptedByS3(
                                    created.key().accessKeyId().orElseThrow(),
                                    created.secret().reveal()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aKeyIsCreatedWithGrants(Way way) {
        try (Linode linode = Linode.inMemory()) {
            AccessRights rights = AccessRights.limitedTo(
                    new Grant("photos", "us-lax", Permission.READ_ONLY),
                    new Grant("logs", "nl-ams", Permission.READ_WRITE));

            CreatedAccessKey created =
                    create(linode, way, AccessKeySpec.named("backup").withRights(rights));

            assertThat(created.key().rights()).isEqualTo(rights);
            assertThat(linode.fake.account().keys().get(0).grants()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aKeyIsCreatedWithAccessToNothing(Way way) {
        try (Linode linode = Linode.inMemory()) {
            CreatedAccessKey created =
                    create(linode, way, AccessKeySpec.named("backup").withRights(AccessRights.limitedTo(List.of())));

            assertThat(linode.lastBody().member("bucket_access")).hasValue(JsonValue.array(List.of()));
            assertThat(created.key().rights()).isEqualTo(AccessRights.limitedTo());
            assertThat(linode.fake.account().keys().get(0).limited()).isTrue();
        }
    }

    @Test
    void aKeyIsCreatedForSomeRegions() {
        try (Linode linode = Linode.inMemory()) {
            CreatedAccessKey created =
                    create(linode, Way.BLOCKING, AccessKeySpec.named("backup").withRegions(List.of("nl-ams")));

            assertThat(created.key().endpoints()).extracting(S3Endpoint::region).containsExactly("nl-ams");
        }
    }

    @Test
    void onlyTheMemberLimitedTellsWhetherAKeyIs() {
        for (LinodeQuirk quirk :
                List.of(LinodeQuirk.UNLIMITED_BUCKET_ACCESS_EMPTY, LinodeQuirk.UNLIMITED_BUCKET_ACCESS_MISSING)) {
            try (Linode linode = Linode.inMemory(settings -> settings.quirks(quirk))) {
                long number = linode.fake.account().addKey("backup").id();

                assertThat(linode.client.accessKeys().get(id(number)).rights()).isEqualTo(AccessRights.full());
            }
        }
    }

    @Test
    void aGrantOfOlderTimesHasItsClusterAsRegion() {
        try (Linode linode = Linode.inMemory(settings -> settings.quirks(LinodeQuirk.WITHOUT_REGIONS))) {
            AccessRights rights = AccessRights.limitedTo(new Grant("photos", "us-lax", Permission.READ_ONLY));

            CreatedAccessKey created =
                    create(linode, Way.BLOCKING, AccessKeySpec.named("backup").withRights(rights));

            assertThat(created.key().rights().grants())
                    .extracting(Grant::region)
                    .containsExactly("us-lax-1");
        }
    }

    @Test
    void aPermissionThatIsNotKnownIsReadAsOther() {
        try (Linode linode = Linode.inMemory()) {
            long number = linode.fake.account().addKey("backup").id();
            linode.onEvery(
                    Call.GET,
                    Fault.rewrite(answer -> answer.withBody(("{\"id\":" + number
                                    + ",\"label\":\"a\",\"access_key\":\"A\",\"limited\":true,\"bucket_access\":"
                                    + "[{\"bucket_name\":\"b\",\"region\":\"r\",\"permissions\":\"list_only\"}]}")
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8))));

            assertThat(linode.client.accessKeys().get(id(number)).rights())
                    .isEqualTo(AccessRights.limitedTo(new Grant("b", "r", Permission.OTHER)));
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aKeyIsRenamedAndNothingElse(Way way) {
        try (Linode linode = Linode.inMemory()) {
            long number = linode.fake.account().addKey("backup").id();
            AccessKeyService keys = linode.client.accessKeys();
            AccessKeyUpdate update = AccessKeyUpdate.name("archive");

            AccessKey key = way.make(() -> keys.update(id(number), update), () -> keys.updateAsync(id(number), update));

            assertThat(key.name()).isEqualTo("archive");
            assertThat(linode.lastBody().members()).containsOnlyKeys("label");
        }
    }

    @Test
    void aKeyIsMovedToOtherRegionsAndNothingElse() {
        try (Linode linode = Linode.inMemory()) {
            long number = linode.fake.account().addKey("backup").id();

            AccessKey key = linode.client.accessKeys().update(id(number), AccessKeyUpdate.regions(List.of("nl-ams")));

            assertThat(key.endpoints()).extracting(S3Endpoint::region).containsExactly("nl-ams");
            assertThat(linode.lastBody().members()).containsOnlyKeys("regions");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aKeyIsRevoked(Way way) {
        try (Linode linode = Linode.inMemory()) {
            long number = linode.fake.account().addKey("backup").id();
            AccessKeyService keys = linode.client.accessKeys();

            way.run(() -> keys.revoke(id(number)), () -> keys.revokeAsync(KeyRevocation.of(id(number))));

            assertThat(linode.fake.account().keys()).isEmpty();
        }
    }

    static Stream<Consumer<AccessKeyService>> callsForAnUnknownKey() {
        return callsFor(id(42));
    }

    static Stream<Consumer<AccessKeyService>> callsForForeignKeys() {
        return Stream.of(
                        AccessKeyId.of("nscale", "42"),
                        AccessKeyId.of("linode", "LKQ7WZ1X"),
                        AccessKeyId.of("linode", "0"),
                        AccessKeyId.of("linode", "-42"),
                        AccessKeyId.of("linode", "042"),
                        AccessKeyId.of("linode", "9".repeat(19)))
                .flatMap(LinodeAccessKeysTest::callsFor);
    }

    private static Stream<Consumer<AccessKeyService>> callsFor(AccessKeyId id) {
        AccessKeyUpdate update = AccessKeyUpdate.name("x");
        return Stream.of(
                keys -> keys.get(id),
                keys -> Way.await(keys.getAsync(id)),
                keys -> keys.update(id, update),
                keys -> Way.await(keys.updateAsync(id, update)),
                keys -> keys.revoke(id),
                keys -> Way.await(keys.revokeAsync(KeyRevocation.of(id))),
                keys -> keys.rotate(KeyRotation.of(id)),
                keys -> Way.await(keys.rotateAsync(KeyRotation.of(id))));
    }

    @ParameterizedTest
    @MethodSource("callsForAnUnknownKey")
    void aKeyThatIsNotThereIsNotFound(Consumer<AccessKeyService> call) {
        try (Linode linode = Linode.inMemory()) {
            assertThatThrownBy(() -> call.accept(linode.client.accessKeys()))
                    .isExactlyInstanceOf(NotFoundException.class)
                    .hasMessageContaining("Nothing was changed.");
            assertThat(linode.received(Call.CREATE)).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("callsForForeignKeys")
    void anIdThatIsNoneOfLinodeIsRefusedBeforeAnythingIsSent(Consumer<AccessKeyService> call) {
        try (Linode linode = Linode.inMemory()) {
            assertThatThrownBy(() -> call.accept(linode.client.accessKeys()))
                    .isExactlyInstanceOf(ValidationException.class)
                    .hasMessageContaining("access key id must be");
            assertThat(linode.received()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anIntervalOfRotationIsNotOnOffer(Way way) {
        try (Linode linode = Linode.inMemory()) {
            AccessKeyService keys = linode.client.accessKeys();
            AccessKeyUpdate update = AccessKeyUpdate.name("x").withRotationInterval(Duration.ofDays(30));

            assertThatThrownBy(() -> way.make(() -> keys.update(id(1), update), () -> keys.updateAsync(id(1), update)))
                    .isExactlyInstanceOf(UnsupportedCapabilityException.class)
                    .hasMessageContaining("Linode rotates no key by itself")
                    .hasMessageContaining("Rotate on a schedule of your own.");
            assertThat(linode.received()).isZero();
        }
    }

    @Test
    void rightsThatLinodeDoesNotHaveAreNotOnOffer() {
        try (Linode linode = Linode.inMemory()) {
            for (AccessRights rights : List.of(AccessRights.policy("admin"), AccessRights.unstated())) {
                assertThatThrownBy(() -> create(
                                linode,
                                Way.BLOCKING,
                                AccessKeySpec.named("backup").withRights(rights)))
                        .isExactlyInstanceOf(UnsupportedCapabilityException.class)
                        .hasMessageContaining("Give full rights, or grants to buckets.");
            }
            assertThatThrownBy(() -> create(
                            linode,
                            Way.BLOCKING,
                            AccessKeySpec.named("backup")
                                    .withRights(AccessRights.limitedTo(new Grant("b", "r", Permission.OTHER)))))
                    .isExactlyInstanceOf(ValidationException.class);
            assertThat(linode.received()).isZero();
        }
    }

    @Test
    void aGrantWithoutBucketOrRegionIsRefusedBeforeAnythingIsSent() {
        try (Linode linode = Linode.inMemory()) {
            for (Grant grant : List.of(
                    new Grant("", "us-lax", Permission.READ_ONLY), new Grant("photos", "", Permission.READ_ONLY))) {
                assertThatThrownBy(() -> create(
                                linode,
                                Way.ASYNC,
                                AccessKeySpec.named("backup").withRights(AccessRights.limitedTo(grant))))
                        .isExactlyInstanceOf(ValidationException.class);
            }
            assertThat(linode.received()).isZero();
        }
    }

    @Test
    void everyOperationIsOnOfferAndNeedsNoConfirmation() {
        try (Linode linode = Linode.inMemory()) {
            var capabilities = linode.client.accessKeys().capabilities();

            assertThat(capabilities.operations()).containsExactlyInAnyOrder(KeyOperation.values());
            assertThat(capabilities.hasSecret()).isTrue();
            assertThat(capabilities.secretReadableLater()).isFalse();
            assertThat(capabilities.createdAtKnown()).isFalse();
            assertThat(capabilities.confirmation()).isEmpty();
        }
    }

    @Test
    void optionsOfACallAreHeeded() {
        try (Linode linode = Linode.inMemory()) {
            linode.onEvery(Call.GET, Fault.status(500));
            AccessKeyService once = linode.client.accessKeys().with(CallOptions.retryPolicy(RetryPolicy.none()));

            assertThatThrownBy(() -> once.get(id(42)))
                    .isInstanceOfSatisfying(
                            ServerException.class,
                            failure -> assertThat(failure.applied()).isEqualTo(Applied.NO));
            assertThat(linode.received(Call.GET)).isEqualTo(1);
        }
    }
}
