package dev.accesskeys.tensorpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.UnsupportedCapabilityException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyServices;
import dev.accesskeys.keys.AccessKeySpec;
import dev.accesskeys.keys.AccessKeyState;
import dev.accesskeys.keys.AccessRights;
import dev.accesskeys.keys.BlastRadius;
import dev.accesskeys.keys.Capabilities;
import dev.accesskeys.keys.CreatedAccessKey;
import dev.accesskeys.keys.KeyOperation;
import dev.accesskeys.keys.KeyRevocation;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.OpenedAccessKeys;
import dev.accesskeys.keys.PreviousKeyState;
import dev.accesskeys.keys.RotatedKey;
import dev.accesskeys.keys.S3Endpoint;
import dev.accesskeys.tensorpool.model.ObjectStorageCredentials;
import dev.accesskeys.testing.tensorpool.FakeTensorPool;
import dev.accesskeys.testing.tensorpool.TensorPoolQuirk;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorPoolAccessKeysTest {

    @Test
    void theOnePairIsListedAndGot() {
        Fixture fixture = Fixture.create();

        AccessKey key = fixture.accessKeys().get(fixture.currentId());

        assertThat(key.id())
                .hasToString("tensorpool:" + fixture.fake.organisation().accessKeyId());
        assertThat(key.name()).isEqualTo("org-42");
        assertThat(key.accessKeyId()).contains(fixture.fake.organisation().accessKeyId());
        assertThat(key.state()).isEqualTo(AccessKeyState.ACTIVE);
        assertThat(key.createdAt()).contains(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(key.endpoints())
                .containsExactly(new S3Endpoint(URI.create("https://s3.tensorpool.example"), "us-east-1"));
        assertThat(key.rights()).isEqualTo(AccessRights.full());
        assertThat(fixture.accessKeys().list()).containsExactly(key);
        assertThat(fixture.accessKeys().listAsync().join().items()).containsExactly(key);
    }

    @Test
    void withoutObjectStorageTheListIsEmpty() {
        Fixture fixture = Fixture.with(fake -> fake.notEnabled());

        assertThat(fixture.accessKeys().list()).isEmpty();
        assertThat(fixture.accessKeys().listAsync().join().items()).isEmpty();
        assertThatThrownBy(() -> fixture.accessKeys().get(AccessKeyId.of("tensorpool", "A")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aKeyThatWasRotatedAwayIsNotFound() {
        Fixture fixture = Fixture.create();
        AccessKeyId old = fixture.currentId();
        fixture.fake.organisation().rotate();

        assertThatThrownBy(() -> fixture.accessKeys().get(old))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("its key is " + fixture.currentId());
    }

    @Test
    void theCapabilitiesSayWhoIsHit() {
        Capabilities capabilities = Fixture.create().accessKeys().capabilities();

        assertThat(capabilities.operations())
                .doesNotContain(KeyOperation.UPDATE)
                .hasSize(5);
        assertThat(capabilities.blastRadius()).isEqualTo(BlastRadius.ORGANISATION);
        assertThat(capabilities.afterRotation()).isEqualTo(PreviousKeyState.DEAD);
        assertThat(capabilities.secretReadableLater()).isTrue();
        assertThat(capabilities.hasSecret()).isTrue();
        assertThat(capabilities.confirmation().orElseThrow()).contains("organisation");
    }

    @Test
    void creatingIsEnabling() {
        Fixture fixture = Fixture.with(fake -> fake.notEnabled());

        CreatedAccessKey created = fixture.accessKeys().create(AccessKeySpec.named("backup"));

        assertThat(created.secret()).isEqualTo(fixture.fake.organisation().secret());
        assertThat(created.key().id()).isEqualTo(fixture.currentId());
    }

    @Test
    void aPairWithLimitedRightsOrRegionsCannotBeHad() {
        Fixture fixture = Fixture.with(fake -> fake.notEnabled());
        List<AccessKeySpec> impossible = List.of(
                AccessKeySpec.named("backup").withRights(AccessRights.limitedTo()),
                AccessKeySpec.named("backup").withRights(AccessRights.policy("reader")),
                AccessKeySpec.named("backup").withRegions(List.of("eu")));

        for (AccessKeySpec spec : impossible) {
            assertThatThrownBy(() -> fixture.accessKeys().create(spec))
                    .isInstanceOf(UnsupportedCapabilityException.class);
        }
        assertThat(fixture.fake.ledger().entries()).isEmpty();
        assertThat(fixture.accessKeys().create(AccessKeySpec.named("backup").withRights(AccessRights.full())))
                .isNotNull();
    }

    @Test
    void aRotationTellsThatTheOldPairIsDead() {
        Fixture fixture = Fixture.create();
        AccessKeyId old = fixture.currentId();

        RotatedKey rotated = fixture.accessKeys().rotate(KeyRotation.of(old).confirming("org-42"));

        assertThat(rotated.previousId()).isEqualTo(old);
        assertThat(rotated.previousState()).isEqualTo(PreviousKeyState.DEAD);
        assertThat(rotated.key().id()).isEqualTo(fixture.currentId()).isNotEqualTo(old);
        assertThat(rotated.secret()).contains(fixture.fake.organisation().secret());
    }

    @Test
    void anIdThatIsNotTheCurrentOneIsRefusedBeforeAnythingIsChanged() {
        Fixture fixture = Fixture.create();
        AccessKeyId old = fixture.currentId();
        fixture.fake.organisation().rotate();

        assertThatThrownBy(() -> fixture.accessKeys().rotate(KeyRotation.of(old).confirming("org-42")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("must be that of the current key, which is " + fixture.currentId());
        assertThatThrownBy(
                        () -> fixture.accessKeys().revoke(KeyRevocation.of(old).confirming("org-42")))
                .isInstanceOf(ValidationException.class);
        assertThat(fixture.changesSent()).isZero();
    }

    @Test
    void withoutAConfirmationNothingAtAllIsSent() {
        Fixture fixture = Fixture.create();
        AccessKeyId id = fixture.currentId();

        assertThatThrownBy(() -> fixture.accessKeys().rotate(KeyRotation.of(id)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("confirmation must name the organisation");
        assertThatThrownBy(() -> fixture.accessKeys().revoke(id)).isInstanceOf(ValidationException.class);
        assertThat(fixture.fake.ledger().entries()).isEmpty();
    }

    @Test
    void theWrongOrganisationChangesNothing() {
        Fixture fixture = Fixture.create();

        assertThatThrownBy(() -> fixture.accessKeys()
                        .rotate(KeyRotation.of(fixture.currentId()).confirming("org-43")))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> fixture.accessKeys()
                        .revoke(KeyRevocation.of(fixture.currentId()).confirming("ORG-42")))
                .isInstanceOf(ValidationException.class);
        assertThat(fixture.changesSent()).isZero();
    }

    @Test
    void revokingIsDisabling() {
        Fixture fixture = Fixture.create();

        fixture.accessKeys().revoke(KeyRevocation.of(fixture.currentId()).confirming("org-42"));

        assertThat(fixture.fake.organisation().isEnabled()).isFalse();
    }

    @Test
    void theProviderIsOpenedByItsName() {
        try (FakeTensorPool fake = FakeTensorPool.start();
                OpenedAccessKeys opened = AccessKeyServices.open(
                        "tensorpool",
                        Map.of(
                                "TENSORPOOL_KEY",
                                fake.token(),
                                "TENSORPOOL_ENGINE",
                                fake.baseUrl().toString()))) {
            assertThat(opened.keys().list()).hasSize(1);
        }
        assertThatThrownBy(() -> AccessKeyServices.open("tensorpool", Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("TENSORPOOL_KEY");
    }

    @Test
    void withoutOptionalMembersTheKeyIsReadAllTheSame() {
        Fixture fixture = Fixture.with(fake -> fake.quirks(TensorPoolQuirk.OPTIONAL_MEMBERS_ABSENT));

        AccessKey key = fixture.accessKeys().get(fixture.currentId());

        assertThat(key.state()).isEqualTo(AccessKeyState.UNKNOWN);
        assertThat(key.createdAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2030-01-02T03:04:05Z, 2030-01-02T03:04:05Z",
        "2030-01-02T03:04:05.678901+00:00, 2030-01-02T03:04:05.678901Z",
        "2030-01-02 03:04:05+02:00, 2030-01-02T01:04:05Z",
        "2030-01-02T03:04:05.678901, 2030-01-02T03:04:05.678901Z",
        "yesterday, ",
        "'', "
    })
    void timesAreReadInEveryFormOfIso8601(String text, Instant instant) {
        assertThat(TensorPoolKeyMapping.instant(text).orElse(null)).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "https://s3.example, https://s3.example",
        "s3.example:9000, https://s3.example:9000",
        "'not an address', ",
        "'', "
    })
    void anAddressThatCannotBeReadDoesNotLoseTheKey(String endpoint, URI address) {
        ObjectStorageCredentials credentials = ObjectStorageCredentials.builder()
                .orgId("org-42")
                .accessKeyId("A")
                .secretAccessKey(Secret.of("s"))
                .endpoint(endpoint)
                .region("")
                .build();

        AccessKey key = TensorPoolKeyMapping.toAccessKey(credentials);

        assertThat(key.endpoints()).isEqualTo(address == null ? List.of() : List.of(new S3Endpoint(address, "")));
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, ACTIVE", "pending, PENDING", "disabled, DISABLED", "failed, ERROR", "odd, UNKNOWN"})
    void theStatusIsReadAsFarAsItIsKnown(String status, AccessKeyState state) {
        ObjectStorageCredentials credentials = Fixture.create().storage.credentials().toBuilder()
                .status(status)
                .build();

        assertThat(TensorPoolKeyMapping.toAccessKey(credentials).state()).isEqualTo(state);
    }
}
