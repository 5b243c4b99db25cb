package dev.accesskeys.tensorpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.Secret;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeySpec;
import dev.accesskeys.keys.AccessKeyState;
import dev.accesskeys.keys.KeyRevocation;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.Reconciliation;
import dev.accesskeys.keys.Reconciliation.Verdict;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.tensorpool.TensorPoolQuirk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TensorPoolReconciliationTest {

    @Test
    void aRotationThatChangedThePairIsAppliedAndGivesTheNewSecret() {
        Fixture fixture = Fixture.create();

        Reconciliation found = fixture.accessKeys().reconcile(loseRotation(fixture, Fault.applyThenDrop()));

        assertThat(found.verdict()).isEqualTo(Verdict.APPLIED);
        assertThat(found.key().orElseThrow().id()).isEqualTo(fixture.currentId());
        assertThat(found.secret()).contains(fixture.fake.organisation().secret());
        assertThat(found.advice()).contains("keep it").contains("it may have been someone else");
        assertThat(found.toString())
                .doesNotContain(fixture.fake.organisation().secret().reveal());
    }

    @Test
    void aRotationThatKeptTheAccessKeyIdIsRecognisedByTheSecret() {
        Fixture fixture = Fixture.with(fake -> fake.quirks(TensorPoolQuirk.ROTATION_KEEPS_ACCESS_KEY_ID));

        Reconciliation found = fixture.accessKeys().reconcile(loseRotation(fixture, Fault.applyThenDrop()));

        assertThat(found.verdict()).isEqualTo(Verdict.APPLIED);
        assertThat(found.secret()).contains(fixture.fake.organisation().secret());
    }

    @Test
    void aRotationThatLeftThePairIsNotSeenAndAPersonDecides() {
        Fixture fixture = Fixture.create();

        Reconciliation found = fixture.accessKeys().reconcile(loseRotation(fixture, Fault.drop()));

        assertThat(found.verdict()).isEqualTo(Verdict.NOT_SEEN);
        assertThat(found.secret()).isEmpty();
        assertThat(found.advice()).contains("no proof").contains("a person decides");
        assertThat(fixture.rotations()).isEqualTo(1);
    }

    @Test
    void theSamePairWithAnotherTimeOfChangeIsUndecided() {
        Fixture fixture = Fixture.create();
        PendingChange pending = loseRotation(fixture, Fault.drop());
        fixture.fake
                .faults()
                .onCall(1)
                .of("GET", Fixture.CREDENTIALS)
                .order(Fault.withMember("updated_at", JsonValue.string("2030-02-01T00:00:00+00:00")));

        Reconciliation found = fixture.accessKeys().reconcile(pending);

        assertThat(found.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(found.candidates()).hasSize(1);
    }

    @Test
    void aRotationAfterWhichObjectStorageIsGoneIsUndecided() {
        Fixture fixture = Fixture.create();
        PendingChange pending = loseRotation(fixture, Fault.applyThenDrop());
        fixture.fake.organisation().disable();

        Reconciliation found = fixture.accessKeys().reconcile(pending);

        assertThat(found.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(found.candidates()).isEmpty();
    }

    @Test
    void enablingIsAppliedIfThereAreCredentialsNow() {
        Fixture made = Fixture.with(fake -> fake.notEnabled());
        Fixture notMade = Fixture.with(fake -> fake.notEnabled());

        Reconciliation applied = made.accessKeys().reconcile(loseCreation(made, Fault.applyThenDrop()));
        Reconciliation notSeen = notMade.accessKeys().reconcile(loseCreation(notMade, Fault.drop()));

        assertThat(applied.verdict()).isEqualTo(Verdict.APPLIED);
        assertThat(applied.secret()).contains(made.fake.organisation().secret());
        assertThat(notSeen.verdict()).isEqualTo(Verdict.NOT_SEEN);
    }

    @Test
    void disablingIsAppliedIfThereAreNoCredentialsAnyMore() {
        Fixture made = Fixture.create();
        AccessKeyId old = made.currentId();
        Fixture notMade = Fixture.create();
        Fixture another = Fixture.create();
        PendingChange pending = loseRevocation(another, Fault.applyThenDrop());
        another.fake.organisation().enable();

        Reconciliation applied = made.accessKeys().reconcile(loseRevocation(made, Fault.applyThenDrop()));
        Reconciliation notSeen = notMade.accessKeys().reconcile(loseRevocation(notMade, Fault.drop()));
        Reconciliation undecided = another.accessKeys().reconcile(pending);

        assertThat(applied.verdict()).isEqualTo(Verdict.APPLIED);
        assertThat(applied.key().orElseThrow().id()).isEqualTo(old);
        assertThat(applied.key().orElseThrow().state()).isEqualTo(AccessKeyState.DISABLED);
        assertThat(notSeen.verdict()).isEqualTo(Verdict.NOT_SEEN);
        assertThat(undecided.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void aHandleOfSomethingElseIsRefused() {
        Fixture fixture = Fixture.create();
        List<PendingChange> others = List.of(
                new PendingChange("linode", "rotate", Map.of()),
                new PendingChange("tensorpool", "rotate", Map.of()),
                new PendingChange("tensorpool", "dance", Map.of()));

        for (PendingChange other : others) {
            assertThatThrownBy(() -> fixture.accessKeys().reconcile(other)).isInstanceOf(ValidationException.class);
        }
        assertThat(fixture.fake.ledger().entries()).isEmpty();
    }

    @Test
    void aHandleOfAnotherOrganisationIsRefused() {
        PendingChange pending = loseRotation(Fixture.create(), Fault.drop());
        Fixture other = Fixture.with(fake -> fake.organisation("org-43"));

        assertThatThrownBy(() -> other.accessKeys().reconcile(pending))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("organisation");
    }

    @Test
    void theFingerprintTellsSecretsApartButDoesNotShowThem() {
        String one = CredentialsSnapshot.fingerprint(Secret.of("one"));

        assertThat(one)
                .matches("[0-9a-f]{16}")
                .isEqualTo(CredentialsSnapshot.fingerprint(Secret.of("one")))
                .isNotEqualTo(CredentialsSnapshot.fingerprint(Secret.of("two")));
    }

    private static PendingChange loseRotation(Fixture fixture, Fault fault) {
        fixture.fake.faults().onCall(1).of("POST", Fixture.ROTATE).order(fault);
        return lost(() ->
                fixture.accessKeys().rotate(KeyRotation.of(fixture.currentId()).confirming("org-42")));
    }

    private static PendingChange loseCreation(Fixture fixture, Fault fault) {
        fixture.fake.faults().onCall(1).of("POST", Fixture.ENABLE).order(fault);
        return lost(() -> fixture.accessKeys().create(AccessKeySpec.named("backup")));
    }

    private static PendingChange loseRevocation(Fixture fixture, Fault fault) {
        fixture.fake.faults().onCall(1).of("DELETE", Fixture.DISABLE).order(fault);
        return lost(() -> fixture.accessKeys()
                .revoke(KeyRevocation.of(fixture.currentId()).confirming("org-42")));
    }

    private static PendingChange lost(Runnable call) {
        return catchThrowableOfType(OutcomeUnknownException.class, call::run)
                .pending()
                .orElseThrow();
    }
}
