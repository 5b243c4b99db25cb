package dev.accesskeys.tensorpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.CallOptions;
import dev.accesskeys.FoundSecrets;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.Reconciliation;
import dev.accesskeys.keys.Reconciliation.Verdict;
import dev.accesskeys.keys.SuccessorName;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.tensorpool.TensorPoolQuirk;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller writes down before a rotation tells later whether the pair is another one. */
class PreparedRotationTest {

    private static KeyRotation rotation(Fixture fixture) {
        return KeyRotation.of(fixture.currentId()).confirming("org-42");
    }

    @Test
    void theHandleKnowsThePairButNotItsSecret() {
        Fixture fixture = Fixture.create();

        PendingChange handle = fixture.accessKeys().prepareRotation(rotation(fixture));

        assertThat(handle.change()).isEqualTo("rotate");
        assertThat(handle.facts())
                .containsOnlyKeys("org_id", "access_key_id", "secret_fingerprint", "updated_at")
                .containsEntry("access_key_id", fixture.currentId().value());
        assertThat(handle.toString())
                .doesNotContain(fixture.fake.organisation().secret().reveal());
        assertThat(fixture.changesSent()).isZero();
    }

    /** The sink waits for the new secret: the old one in its place would be staged as the new one. */
    @Test
    void theOldSecretIsNotGivenToTheSink() {
        Fixture fixture = Fixture.create();
        List<FoundSecrets> staged = new CopyOnWriteArrayList<>();

        fixture.accessKeys().with(CallOptions.secretSink(staged::add)).prepareRotation(rotation(fixture));

        assertThat(staged).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRotationWhoseAnswerWasNeverSeenIsRecognisedWithItsSecret(boolean keepsAccessKeyId) {
        Fixture fixture = Fixture.with(
                fake -> keepsAccessKeyId ? fake.quirks(TensorPoolQuirk.ROTATION_KEEPS_ACCESS_KEY_ID) : fake);
        PendingChange handle =
                fixture.accessKeys().prepareRotationAsync(rotation(fixture)).join();
        fixture.fake.faults().onCall(1).of("POST", Fixture.ROTATE).order(Fault.applyThenDrop());
        assertThatThrownBy(() -> fixture.accessKeys().rotate(rotation(fixture)))
                .isInstanceOf(OutcomeUnknownException.class);

        Reconciliation found = fixture.accessKeys().reconcile(handle);

        assertThat(found.verdict()).isEqualTo(Verdict.APPLIED);
        assertThat(found.secret()).contains(fixture.fake.organisation().secret());
    }

    @Test
    void whatRotateWouldRefuseIsNotPrepared() {
        Fixture fixture = Fixture.create();
        KeyRotation unconfirmed = KeyRotation.of(fixture.currentId());
        KeyRotation notCurrent =
                KeyRotation.of(AccessKeyId.of("tensorpool", "OLD")).confirming("org-42");

        for (KeyRotation rotation : List.of(unconfirmed, unconfirmed.confirming("org-43"), notCurrent)) {
            assertThatThrownBy(() -> fixture.accessKeys().prepareRotation(rotation))
                    .isInstanceOf(ValidationException.class);
        }
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

    @Test
    void theScopeHasNoPlaceForTheApiKeyDecides() {
        Fixture fixture = Fixture.create();

        assertThat(fixture.accessKeys().scope().provider()).isEqualTo("tensorpool");
        assertThat(fixture.accessKeys().scope().place()).isEmpty();
        assertThat(fixture.accessKeys().scope().baseUrl()).isPresent();
    }
}
