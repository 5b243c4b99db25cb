package dev.accesskeys.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.RotationTooEarlyException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.http.BodyLimits;
import dev.accesskeys.http.Headers;
import dev.accesskeys.http.HttpMethod;
import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.http.TransportResponse;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.Reconciliation.Verdict;
import dev.accesskeys.keys.SuccessorName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What a caller writes down before a rotation tells later whether the keys were rotated. */
class PreparedRotationTest {

    private static KeyRotation rotation(Fixture fixture) {
        return KeyRotation.of(AccessKeyId.of("cloudflare", fixture.account));
    }

    @Test
    void theHandleHasTheAccountTheLastRotationAndTheTime() {
        Fixture fixture = Fixture.create();

        PendingChange handle = fixture.accessKeys().prepareRotation(rotation(fixture));

        assertThat(handle.change()).isEqualTo("rotate");
        assertThat(handle.facts())
                .containsOnlyKeys("account_id", "last_key_rotation_at", "sent_at")
                .containsEntry("account_id", fixture.account)
                .containsEntry("last_key_rotation_at", "2029-12-02T00:00:00Z")
                .containsEntry("sent_at", "2030-01-01T00:00:00Z");
        assertThat(fixture.gets()).isEqualTo(1);
        assertThat(fixture.rotations()).isZero();
        assertThat(fixture.accessKeys().reconcile(handle).verdict()).isEqualTo(Verdict.NOT_SEEN);
    }

    @Test
    void itIsRecognisedLongAfterwards() {
        Fixture fixture = Fixture.create();
        PendingChange handle =
                fixture.accessKeys().prepareRotationAsync(rotation(fixture)).join();
        fixture.time.advance(Duration.ofHours(1));
        fixture.accessKeys().rotate(rotation(fixture));
        fixture.time.advance(Duration.ofDays(3));

        assertThat(fixture.accessKeys().reconcile(handle).verdict()).isEqualTo(Verdict.APPLIED);
    }

    @Test
    void aRotationThatIsTooEarlyIsNotPreparedUnlessTheCallerInsists() {
        Fixture fixture = Fixture.create();
        fixture.accessKeys().rotate(rotation(fixture));
        fixture.time.advance(Duration.ofDays(1));

        assertThatThrownBy(() -> fixture.accessKeys().prepareRotation(rotation(fixture)))
                .isInstanceOf(RotationTooEarlyException.class);
        assertThatThrownBy(() -> fixture.accessKeys()
                        .prepareRotationAsync(rotation(fixture))
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(RotationTooEarlyException.class);
        PendingChange handle =
                fixture.accessKeys().prepareRotation(rotation(fixture).insisting());

        assertThat(fixture.accessKeys().reconcile(handle).verdict()).isEqualTo(Verdict.NOT_SEEN);
        assertThat(fixture.rotations()).isEqualTo(1);
    }

    @Test
    void anotherAccountIsRefusedBeforeAnythingIsSent() {
        Fixture fixture = Fixture.create();
        KeyRotation other = KeyRotation.of(AccessKeyId.of("cloudflare", "another"));

        assertThatThrownBy(() -> fixture.accessKeys().prepareRotation(other)).isInstanceOf(ValidationException.class);

        assertThat(fixture.gets()).isZero();
    }

    @Test
    void noncesHaveNoEffectForNothingIsNamed() {
        Fixture fixture = Fixture.create();
        KeyRotation rotation = rotation(fixture)
                .withNonce(SuccessorName.newNonce())
                .ignoringAttempts(Set.of(SuccessorName.newNonce()));

        PendingChange handle = fixture.accessKeys().prepareRotation(rotation);

        assertThat(handle).isEqualTo(fixture.accessKeys().prepareRotation(rotation(fixture)));
    }

    /** The document describes the API: what a host beside it answers is not held against it. */
    @Test
    void theCertificatesShowTheNewKeyBesideTheApi() {
        Fixture fixture = Fixture.create();
        fixture.accessKeys().rotate(rotation(fixture));
        TransportRequest request =
                new TransportRequest(HttpMethod.GET, fixture.fake.certificatesUrl(), Headers.empty(), null);

        TransportResponse answer = fixture.fake
                .transport()
                .send(request, new BodyLimits(100_000, 100_000))
                .join();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains(fixture.fake.account().publishedKeys());
    }

    @Test
    void theScopeNamesTheAccount() {
        Fixture fixture = Fixture.create();

        assertThat(fixture.accessKeys().scope())
                .hasToString("cloudflare https://api.cloudflare.com/client/v4 " + fixture.account);
        assertThat(fixture.accessKeys().capabilities().rotatesOwnCredential()).isFalse();
    }
}
