package dev.accesskeys.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.rotation.RotationOutcome.Completed;
import dev.accesskeys.rotation.RotationOutcome.Kind;
import dev.accesskeys.rotation.RotationOutcome.NeedsOperator;
import dev.accesskeys.rotation.RotationOutcome.Refused;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.cloudflare.CloudflareFaults;
import dev.accesskeys.testing.linode.LinodeFaults;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promises 3 and 4: what is about to happen is written down first, and what became of it is found out by reading. */
class UnknownOutcomeTest {

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#all")
    void promise3TheIntentIsWrittenDownBeforeTheRequestLeaves(World world) {
        Bench bench = Bench.of(world);

        bench.rotator().rotate();

        int sent = bench.effects.indexOf("provider.rotate");
        long written = bench.effects.subList(0, sent).stream()
                .filter(effect -> effect.equals("journal.write"))
                .count();
        assertThat(written).isEqualTo(2);
        assertThat(bench.effects.get(bench.effects.size() - 1)).isEqualTo("listener.event");
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise4AnOrphanIsRevokedAndAnotherKeyMade(World world) {
        Bench bench = Bench.of(world);
        world.cloud.faults().onCall(1).of("POST", world.rotatePath()).order(Fault.applyThenDrop());

        RotationOutcome outcome = bench.rotator().rotate();

        assertThat(outcome.kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
        assertThat(bench.made()).isEqualTo(2);
        assertThat(world.existing()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise4ARequestThatMadeNothingIsFollowedByAnotherUnderANewName(World world) {
        Bench bench = Bench.of(world);
        world.cloud.faults().onCall(1).of("POST", world.rotatePath()).order(Fault.drop());

        RotationOutcome outcome = bench.rotator().rotate();

        assertThat(outcome.kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
        assertThat(bench.made()).isEqualTo(1);
        assertThat(world.time.waits()).contains(Duration.ofSeconds(30));
    }

    @Test
    void promise4AKeyThatShowsUpLateIsSwept() {
        World world = World.slowLinode();
        Bench bench = Bench.of(world);
        world.cloud.faults().onCall(1).of("POST", world.rotatePath()).order(LinodeFaults.appliedButFailed());
        Rotator rotator = bench.rotator(builder -> builder.settleTime(Duration.ofMillis(1)));

        RotationOutcome outcome = rotator.rotate();
        world.time.advance(Duration.ofMinutes(1));
        SweepReport swept = rotator.sweep();

        assertThat(outcome.kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
        assertThat(swept.revoked()).hasSize(1);
        assertThat(world.existing()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise4AfterSoManyLostAnswersItStopsWithNothingLeftBehind(World world) {
        Bench bench = Bench.of(world);
        world.cloud.faults().onNextCalls(3).of("POST", world.rotatePath()).order(Fault.applyThenDrop());

        Refused outcome = (Refused) bench.rotator().rotate();

        assertThat(outcome.problem()).isEqualTo(RotationProblem.PROVIDER_REFUSED);
        assertThat(bench.made()).isEqualTo(3);
        assertThat(world.existing()).hasSize(2).contains(world.firstId());
        assertThat(bench.rotator().status().state()).isEqualTo(RotationStatus.State.IDLE);
    }

    @Test
    void promise4ALostCutOverIsReadAgainAndGoesOn() {
        World world = World.tensorPool();
        Bench bench = Bench.of(world);
        world.cloud.faults().onCall(1).of("POST", world.rotatePath()).order(Fault.applyThenDrop());

        RotationOutcome outcome = bench.rotator().rotate();

        assertThat(outcome).isInstanceOf(Completed.class);
        assertThat(world.usable())
                .containsValue(bench.contents().current().orElseThrow().secret());
        assertThat(bench.sent("POST")).isEqualTo(1);
    }

    @Test
    void promise4ACutOverThatIsNotSeenIsNeverSentAgain() {
        World world = World.tensorPool();
        Bench bench = Bench.of(world);
        world.cloud.faults().onCall(1).of("POST", world.rotatePath()).order(Fault.drop());

        NeedsOperator first = (NeedsOperator) bench.rotator().rotate();
        world.time.advance(Duration.ofDays(2));
        RotationOutcome second = bench.rotator().rotate();

        assertThat(first.problem()).isEqualTo(RotationProblem.NOT_SEEN);
        assertThat(second.kind()).isEqualTo(Kind.NEEDS_OPERATOR);
        assertThat(bench.sent("POST")).isEqualTo(1);

        bench.rotator().abandon();
        assertThat(bench.rotator().rotate().kind()).isEqualTo(Kind.COMPLETED);
        assertThat(bench.sent("POST")).isEqualTo(2);
    }

    @Test
    void promise4ASigningKeyRotationThatIsSeenGoesOn() {
        World world = World.cloudflare();
        Bench bench = Bench.of(world);
        world.cloud.faults().onCall(1).of("POST", world.rotatePath()).order(CloudflareFaults.appliedButFailed());

        RotationOutcome outcome = bench.rotator().rotate();

        assertThat(outcome).isInstanceOf(Completed.class);
        assertThat(bench.sent("POST")).isEqualTo(1);
    }

    @Test
    void promise4ASigningKeyRotationThatIsNotSeenWaitsForAPerson() {
        World world = World.cloudflare();
        Bench bench = Bench.of(world);
        world.cloud.faults().onCall(1).of("POST", world.rotatePath()).order(Fault.drop());

        NeedsOperator outcome = (NeedsOperator) bench.rotator().rotate();

        assertThat(outcome.problem()).isEqualTo(RotationProblem.NOT_SEEN);
        assertThat(outcome.nextCalls())
                .containsExactly(RotationOutcome.NextCall.ROTATE, RotationOutcome.NextCall.ABANDON);
        assertThat(bench.sent("POST")).isEqualTo(1);
    }

    @Test
    void promise4WithTheTokenOfAnotherAccountNothingIsTakenForGone() {
        World world = World.linode();
        Bench bench = Bench.of(world);
        bench.rotator().rotate();
        world.time.advance(Duration.ofHours(25));

        NeedsOperator outcome =
                (NeedsOperator) bench.rotator(builder -> builder.service(world.serviceOfAnotherAccount()))
                        .rotate();

        assertThat(outcome.problem()).isEqualTo(RotationProblem.OTHER_ACCOUNT);
        assertThat(world.existing()).contains(world.firstId());
        assertThat(bench.rotator().rotate().kind()).isEqualTo(Kind.COMPLETED);
    }
}
