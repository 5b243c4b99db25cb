package dev.accesskeys.tensorpool;

import static dev.accesskeys.tensorpool.Fixture.CONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.Secret;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.AppliedButLostException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.tensorpool.TensorPoolFaults;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LostAnswersTest {

    private static final List<Fault> UNKNOWN = List.of(
            Fault.applyThenDrop(),
            Fault.applyThenReset(),
            Fault.drop(),
            TensorPoolFaults.appliedButFailed(),
            Fault.html(502),
            Fault.status(503),
            Fault.status(504),
            Fault.status(408));

    private static final List<Fault> LOST = List.of(
            Fault.cutBody(),
            Fault.truncatedJson(),
            Fault.malformedJson(),
            Fault.htmlInsteadOfJson(),
            Fault.rewrite(answer -> answer.withBody(new byte[0])),
            Fault.rewrite(answer -> answer.withStatus(202).withBody(new byte[0])));

    @Test
    void aRotationWhoseAnswerIsLostIsNeverRepeatedAndSaysHowToFindOut() {
        for (Fault fault : UNKNOWN) {
            Fixture fixture = Fixture.create();
            Secret old = fixture.fake.organisation().secret();
            fixture.fake.faults().onCall(1).of("POST", Fixture.ROTATE).order(fault);

            OutcomeUnknownException lost =
                    catchThrowableOfType(OutcomeUnknownException.class, () -> fixture.storage.rotate(CONFIRMED));

            assertThat(lost).as(fault.name()).isNotNull();
            assertThat(lost.applied()).isEqualTo(Applied.UNKNOWN);
            assertThat(lost.advice()).contains("get the credentials");
            assertThat(lost.pending().orElseThrow().facts())
                    .containsOnlyKeys("org_id", "access_key_id", "secret_fingerprint", "updated_at")
                    .doesNotContainValue(old.reveal());
            assertThat(lost.toString()).doesNotContain(old.reveal());
            assertThat(fixture.rotations()).as(fault.name()).isEqualTo(1);
        }
    }

    @Test
    void aSuccessThatCannotBeReadIsAppliedButLost() {
        for (Fault fault : LOST) {
            Fixture fixture = Fixture.create();
            fixture.fake.faults().onCall(1).of("POST", Fixture.ROTATE).order(fault);

            AppliedButLostException lost =
                    catchThrowableOfType(AppliedButLostException.class, () -> fixture.storage.rotate(CONFIRMED));

            assertThat(lost).as(fault.name()).isNotNull();
            assertThat(lost.pending()).isPresent();
            assertThat(fixture.rotations()).as(fault.name()).isEqualTo(1);
        }
    }

    @Test
    void aSuccessWithoutASecretIsAppliedButLost() {
        List<Fault> faults = List.of(
                TensorPoolFaults.secretMissing(),
                TensorPoolFaults.secretReplacedBy(""),
                TensorPoolFaults.secretReplacedBy("[REDACTED]"));
        for (Fault fault : faults) {
            Fixture fixture = Fixture.create();
            fixture.fake.faults().onCall(1).of("POST", Fixture.ROTATE).order(fault);

            AppliedButLostException lost =
                    catchThrowableOfType(AppliedButLostException.class, () -> fixture.storage.rotate(CONFIRMED));

            assertThat(lost).as(fault.name()).isNotNull();
            assertThat(lost.salvagedSecrets()).isEmpty();
            assertThat(lost.salvagedIdentifiers())
                    .containsEntry("access_key_id", fixture.fake.organisation().accessKeyId());
        }
    }

    @Test
    void theOldSecretIsNotTakenForANewOne() {
        Fixture fixture = Fixture.create();
        String old = fixture.fake.organisation().secret().reveal();
        fixture.fake.faults().onCall(1).of("POST", Fixture.ROTATE).order(TensorPoolFaults.secretReplacedBy(old));

        OutcomeUnknownException lost =
                catchThrowableOfType(OutcomeUnknownException.class, () -> fixture.storage.rotate(CONFIRMED));

        assertThat(lost).hasMessageContaining("the answer to the rotation shows the old secret");
        assertThat(lost.toString()).doesNotContain(old);
        assertThat(lost.pending()).isPresent();
    }

    @Test
    void aBadOptionalMemberDoesNotLoseTheSecret() {
        Fixture fixture = Fixture.create();
        fixture.fake
                .faults()
                .onCall(1)
                .of("POST", Fixture.ROTATE)
                .order(Fault.withMember("status", JsonValue.number(7)));

        AppliedButLostException lost =
                catchThrowableOfType(AppliedButLostException.class, () -> fixture.storage.rotate(CONFIRMED));

        assertThat(lost.salvagedSecrets())
                .containsEntry("secret_access_key", fixture.fake.organisation().secret());
        assertThat(lost.toString())
                .doesNotContain(fixture.fake.organisation().secret().reveal());
    }

    @Test
    void enablingAndDisablingAreNeverRepeatedEither() {
        for (Fault fault : UNKNOWN) {
            Fixture enabling = Fixture.with(fake -> fake.notEnabled());
            enabling.fake.faults().onCall(1).of("POST", Fixture.ENABLE).order(fault);
            Fixture disabling = Fixture.create();
            disabling.fake.faults().onCall(1).of("DELETE", Fixture.DISABLE).order(fault);

            OutcomeUnknownException enabled =
                    catchThrowableOfType(OutcomeUnknownException.class, () -> enabling.storage.enable());
            OutcomeUnknownException disabled =
                    catchThrowableOfType(OutcomeUnknownException.class, () -> disabling.storage.disable(CONFIRMED));

            assertThat(enabled.pending().orElseThrow().change()).isEqualTo("enable");
            assertThat(disabled.pending().orElseThrow().change()).isEqualTo("disable");
            assertThat(enabling.changesSent()).as(fault.name()).isEqualTo(1);
            assertThat(disabling.changesSent()).as(fault.name()).isEqualTo(1);
        }
    }

    @Test
    void whatWasNotSentOrNotProcessedIsTriedAgain() {
        Fixture fixture = Fixture.create();
        fixture.fake.faults().onCall(1).of("POST", Fixture.ROTATE).order(Fault.refuse());
        fixture.fake.faults().onCall(2).of("POST", Fixture.ROTATE).order(Fault.tooManyRequests(Duration.ofSeconds(2)));

        fixture.storage.rotate(CONFIRMED);

        assertThat(fixture.fake.ledger().applied()).hasSize(1);
    }
}
