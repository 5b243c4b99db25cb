package dev.accesskeys.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.error.ApiException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.AppliedButLostException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.RotationTooEarlyException;
import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.cloudflare.CloudflareFaults;
import dev.accesskeys.testing.cloudflare.CloudflareQuirk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class RotationTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void aRotationTellsUntilWhenThePreviousKeyIsValid() {
        Fixture fixture = Fixture.create();

        RotatedSigningKeys rotated = fixture.keys.rotate(fixture.account);

        assertThat(rotated.schedule().lastKeyRotationAt()).contains(fixture.time.now());
        assertThat(rotated.previousValidUntil()).isEqualTo(fixture.time.now().plus(WEEK));
        assertThat(fixture.rotations()).isEqualTo(1);
    }

    @Test
    void aRotationWithin7DaysIsRefusedWithTheDateFromWhichItIsSafe() {
        Fixture fixture = Fixture.create();
        fixture.keys.rotate(fixture.account);
        Instant safe = fixture.time.now().plus(WEEK);
        fixture.time.advance(WEEK.minusSeconds(1));

        RotationTooEarlyException refusal =
                catchThrowableOfType(RotationTooEarlyException.class, () -> fixture.keys.rotate(fixture.account));

        assertThat(refusal.safeFrom()).contains(safe);
        assertThat(refusal.applied()).isEqualTo(Applied.NO);
        assertThat(refusal)
                .hasMessageContaining("last rotated at 2030-01-01T00:00:00Z, less than 7 days ago")
                .hasMessageContaining("Nothing was changed.")
                .hasMessageContaining("Rotate from 2030-01-08T00:00:00Z on, or insist.");
        assertThat(fixture.rotations()).isEqualTo(1);
    }

    @Test
    void after7DaysARotationIsAllowedAgain() {
        Fixture fixture = Fixture.create();
        fixture.keys.rotate(fixture.account);
        fixture.time.advance(WEEK);

        fixture.keys.rotateAsync(fixture.account).join();

        assertThat(fixture.rotations()).isEqualTo(2);
    }

    @Test
    void whoInsistsRotatesAtOnceAndTheOlderKeyIsGone() {
        Fixture fixture = Fixture.create();
        String oldest = fixture.fake.account().currentKey();
        fixture.keys.rotate(fixture.account);
        fixture.time.advance(Duration.ofDays(1));

        RotatedSigningKeys rotated = fixture.keys.rotateInsisting(fixture.account);

        assertThat(rotated.previousValidUntil()).isEqualTo(fixture.time.now().plus(WEEK));
        assertThat(fixture.fake.account().isValid(oldest)).isFalse();
        assertThat(fixture.rotations()).isEqualTo(2);
    }

    @Test
    void withoutATimeOfTheLastRotationItIsRefusedUnlessTheCallerInsists() {
        Fixture fixture = Fixture.with(fake -> fake.quirks(CloudflareQuirk.WITHOUT_LAST_ROTATION));

        RotationTooEarlyException refusal =
                catchThrowableOfType(RotationTooEarlyException.class, () -> fixture.keys.rotate(fixture.account));
        RotatedSigningKeys insisted = fixture.keys.rotateInsisting(fixture.account);

        assertThat(refusal.safeFrom()).isEmpty();
        assertThat(refusal).hasMessageContaining("last_key_rotation_at is missing");
        assertThat(insisted.previousValidUntil()).isEqualTo(fixture.time.now().plus(WEEK));
        assertThat(fixture.rotations()).isEqualTo(1);
    }

    @Test
    void aClockThatIsAheadOfCloudflaresDoesNotAllowARotationTooEarly() {
        Fixture fixture = Fixture.create();
        fixture.keys.rotate(fixture.account);
        fixture.time.advance(WEEK.plusHours(1));
        fixture.fake
                .faults()
                .onCall(1)
                .of("GET", Fixture.KEYS)
                .order(Fault.rewrite(answer -> answer.withHeader("Date", "Mon, 7 Jan 2030 23:00:00 GMT")));

        assertThatThrownBy(() -> fixture.keys.rotate(fixture.account)).isInstanceOf(RotationTooEarlyException.class);

        assertThat(fixture.rotations()).isEqualTo(1);
    }

    @Test
    void aRefusalReachesTheFutureToo() {
        Fixture fixture = Fixture.create();
        fixture.keys.rotate(fixture.account);

        assertThatThrownBy(() -> fixture.keys.rotateAsync(fixture.account).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(RotationTooEarlyException.class);
    }

    @Test
    void aRotationWhoseAnswerIsLostIsNeverRepeated() {
        List<Fault> faults = List.of(
                Fault.applyThenDrop(),
                Fault.applyThenReset(),
                Fault.drop(),
                CloudflareFaults.appliedButFailed(),
                CloudflareFaults.edgeFailed(),
                Fault.status(502),
                Fault.status(503),
                Fault.status(504),
                Fault.status(408));
        for (Fault fault : faults) {
            Fixture fixture = Fixture.create();
            fixture.fake.faults().onCall(1).of("POST", Fixture.ROTATE).order(fault);

            OutcomeUnknownException lost =
                    catchThrowableOfType(OutcomeUnknownException.class, () -> fixture.keys.rotate(fixture.account));

            assertThat(lost).as(fault.name()).isNotNull();
            assertThat(lost.applied()).isEqualTo(Applied.UNKNOWN);
            assertThat(lost.advice()).contains("last_key_rotation_at");
            PendingChange pending = lost.pending().orElseThrow();
            assertThat(pending.facts())
                    .containsEntry("account_id", fixture.account)
                    .containsEntry("last_key_rotation_at", "2029-12-02T00:00:00Z")
                    .containsEntry("sent_at", "2030-01-01T00:00:00Z");
            assertThat(fixture.rotations()).as(fault.name()).isEqualTo(1);
        }
    }

    @Test
    void aSuccessThatCannotBeReadIsAppliedButLost() {
        List<Fault> faults = List.of(
                Fault.cutBody(),
                Fault.truncatedJson(),
                Fault.malformedJson(),
                Fault.htmlInsteadOfJson(),
                Fault.withoutMember("success"),
                Fault.rewrite(answer -> answer.withBody(new byte[0])));
        for (Fault fault : faults) {
            Fixture fixture = Fixture.create();
            fixture.fake.faults().onCall(1).of("POST", Fixture.ROTATE).order(fault);

            AppliedButLostException lost =
                    catchThrowableOfType(AppliedButLostException.class, () -> fixture.keys.rotate(fixture.account));

            assertThat(lost).as(fault.name()).isNotNull();
            assertThat(lost.pending()).isPresent();
            assertThat(fixture.rotations()).as(fault.name()).isEqualTo(1);
        }
    }

    @Test
    void aRefusedConnectionIsTriedAgainForNothingWasSent() {
        Fixture fixture = Fixture.create();
        fixture.fake.faults().onCall(1).of("POST", Fixture.ROTATE).order(Fault.refuse());

        fixture.keys.rotate(fixture.account);

        assertThat(fixture.fake.ledger().applied()).hasSize(1);
    }

    @Test
    void a429IsRepeatedForNothingWasProcessed() {
        Fixture fixture = Fixture.create();
        fixture.fake.faults().onCall(1).of("POST", Fixture.ROTATE).order(Fault.tooManyRequests(Duration.ofSeconds(3)));

        fixture.keys.rotate(fixture.account);

        assertThat(fixture.fake.ledger().applied()).hasSize(1);
        assertThat(fixture.time.waits()).contains(Duration.ofSeconds(3));
    }

    @Test
    void aSuccessFalseWithStatus200IsARefusalNotAnUnknownOutcome() {
        Fixture fixture = Fixture.create();
        fixture.fake
                .faults()
                .onCall(1)
                .of("POST", Fixture.ROTATE)
                .order(CloudflareFaults.refused(200, 12345, "not today"));

        ApiException refusal = catchThrowableOfType(ApiException.class, () -> fixture.keys.rotate(fixture.account));

        assertThat(refusal).hasMessageContaining("12345 not today").hasMessageContaining("Nothing was changed.");
        assertThat(refusal.status()).isEqualTo(200);
        assertThat(fixture.rotations()).isEqualTo(1);
    }

    @Test
    void nothingIsRotatedIfTheScheduleCannotBeRead() {
        Fixture fixture = Fixture.create();
        fixture.fake.faults().onEveryCall().of("GET", Fixture.KEYS).order(Fault.answer(FakeResponse.of(500)));

        assertThatThrownBy(() -> fixture.keys.rotateInsisting(fixture.account)).isInstanceOf(ApiException.class);

        assertThat(fixture.gets()).isEqualTo(3);
        assertThat(fixture.rotations()).isZero();
    }
}
