package dev.accesskeys.tensorpool;

import static dev.accesskeys.tensorpool.Fixture.CONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.CallOptions;
import dev.accesskeys.FoundSecrets;
import dev.accesskeys.Secret;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.tensorpool.model.ObjectStorageCredentials;
import dev.accesskeys.testing.tensorpool.FakeTensorPool;
import dev.accesskeys.testing.tensorpool.TensorPoolQuirk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObjectStorageTest {

    @Test
    void theCredentialsAreReadWithTheirSecret() {
        Fixture fixture = Fixture.create();

        ObjectStorageCredentials credentials = fixture.storage.credentials();

        assertThat(credentials.orgId()).isEqualTo("org-42");
        assertThat(credentials.secretAccessKey())
                .isEqualTo(fixture.fake.organisation().secret());
        assertThat(credentials.endpoint()).isEqualTo("https://s3.tensorpool.example");
        assertThat(credentials.region()).isEqualTo("us-east-1");
        assertThat(credentials.status()).contains("active");
        assertThat(credentials.profileId()).contains("prof-org-42");
        assertThat(credentials.iamUsername()).contains("tensorpool-org-42");
        assertThat(fixture.storage.credentialsAsync().join()).isEqualTo(credentials);
    }

    @ParameterizedTest
    @EnumSource(
            value = TensorPoolQuirk.class,
            names = {"OPTIONAL_MEMBERS_NULL", "OPTIONAL_MEMBERS_ABSENT"})
    void optionalMembersMayBeNullOrMissing(TensorPoolQuirk quirk) {
        Fixture fixture = Fixture.with(fake -> fake.quirks(quirk));

        ObjectStorageCredentials credentials = fixture.storage.credentials();

        assertThat(credentials.status()).isEmpty();
        assertThat(credentials.profileId()).isEmpty();
        assertThat(credentials.iamUsername()).isEmpty();
        assertThat(credentials.createdAt()).isEmpty();
        assertThat(credentials.updatedAt()).isEmpty();
    }

    @Test
    void aRotationOfTheNamedOrganisationGivesTheNewPair() {
        Fixture fixture = Fixture.create();
        ObjectStorageCredentials old = fixture.storage.credentials();

        ObjectStorageCredentials fresh = fixture.storage.rotate(CONFIRMED);

        assertThat(fresh.secretAccessKey())
                .isEqualTo(fixture.fake.organisation().secret());
        assertThat(fresh.accessKeyId()).isNotEqualTo(old.accessKeyId());
        assertThat(fixture.fake.organisation().isAcceptedByS3(old.accessKeyId(), old.secretAccessKey()))
                .isFalse();
        assertThat(fixture.storage.rotateAsync(CONFIRMED).join().accessKeyId()).isNotEqualTo(fresh.accessKeyId());
    }

    @Test
    void whoNamesAnotherOrganisationChangesNothing() {
        Fixture fixture = Fixture.create();
        WholeOrganisation other = WholeOrganisation.named("org-43");

        assertThatThrownBy(() -> fixture.storage.rotate(other))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("must name the organisation that the API key belongs to, which is org-42")
                .hasMessageContaining("Nothing was changed.");
        assertThatThrownBy(() -> fixture.storage.disable(other)).isInstanceOf(ValidationException.class);
        assertThat(fixture.changesSent()).isZero();
    }

    @Test
    void aBlankConfirmationIsRefusedBeforeAnythingIsSent() {
        for (String blank : List.of("", " ")) {
            assertThatThrownBy(() -> WholeOrganisation.named(blank)).isInstanceOf(ValidationException.class);
        }
    }

    @Test
    void nothingIsRotatedIfTheCredentialsCannotBeRead() {
        Fixture fixture = Fixture.with(fake -> fake.notEnabled());

        assertThatThrownBy(() -> fixture.storage.rotate(CONFIRMED)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> fixture.storage.disable(CONFIRMED)).isInstanceOf(NotFoundException.class);
        assertThat(fixture.changesSent()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = TensorPoolQuirk.class,
            names = {"NOT_ENABLED_IS_BAD_REQUEST", "OPTIONAL_MEMBERS_NULL"})
    void enablingGivesThePair(TensorPoolQuirk quirk) {
        Fixture fixture = Fixture.with(fake -> fake.notEnabled().quirks(quirk));

        ObjectStorageCredentials credentials = fixture.storage.enable();

        assertThat(credentials.secretAccessKey())
                .isEqualTo(fixture.fake.organisation().secret());
    }

    @Test
    void whatIsEnabledIsNotEnabledAgain() {
        Fixture fixture = Fixture.create();

        assertThatThrownBy(() -> fixture.storage.enable())
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("must not be enabled yet; given: enabled, with the key "
                        + fixture.fake.organisation().accessKeyId());
        assertThat(fixture.changesSent()).isZero();
    }

    @Test
    void disablingTakesThePairAway() {
        Fixture fixture = Fixture.create();

        fixture.storage.disable(CONFIRMED);

        assertThat(fixture.fake.organisation().isEnabled()).isFalse();
        assertThatThrownBy(() -> fixture.storage.credentials()).isInstanceOf(NotFoundException.class);
    }

    @Test
    void bucketsAreGivenAsTheyCame() {
        Fixture fixture = Fixture.with(fake -> fake.bucket("data"));

        assertThat(fixture.storage.listBuckets().buckets())
                .extracting(bucket -> bucket.toJson())
                .containsExactly("{\"name\":\"data\"}");
        assertThat(fixture.storage.listBucketsAsync().join().buckets()).hasSize(1);
    }

    @Test
    void theSecretSinkGetsTheNewSecretAndNeverTheOldOne() {
        Fixture fixture = Fixture.create();
        List<FoundSecrets> found = new ArrayList<>();

        ObjectStorageCredentials fresh =
                fixture.storage.with(CallOptions.secretSink(found::add)).rotate(CONFIRMED);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).secrets()).containsExactly(Map.entry("secret_access_key", fresh.secretAccessKey()));
        assertThat(found.get(0).identifiers()).containsEntry("access_key_id", fresh.accessKeyId());
    }

    @Test
    void credentialsAreTakenFromTheEnvironment() {
        try (FakeTensorPool fake = FakeTensorPool.start();
                TensorPoolClient client = TensorPoolClient.fromEnv(Map.of(
                        "TENSORPOOL_KEY",
                        fake.token(),
                        "TENSORPOOL_ENGINE",
                        fake.baseUrl().toString()))) {
            assertThat(client.objectStorage().credentials().orgId()).isEqualTo("org-42");
        }
        assertThatThrownBy(() -> TensorPoolClient.fromEnv(Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("TENSORPOOL_KEY");
        assertThatThrownBy(() -> TensorPoolClient.fromEnv(Map.of("TENSORPOOL_KEY", " ")))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void aSecretIsNeverShown() {
        Fixture fixture = Fixture.create();
        ObjectStorageCredentials credentials = fixture.storage.credentials();
        Secret secret = credentials.secretAccessKey();

        assertThat(credentials.toString()).doesNotContain(secret.reveal()).contains("org-42");
        assertThat(CredentialsSnapshot.of(credentials).toString()).doesNotContain(secret.reveal());
    }
}
