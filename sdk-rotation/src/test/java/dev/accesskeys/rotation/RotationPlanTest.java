package dev.accesskeys.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.BlastRadius;
import dev.accesskeys.keys.PreviousKeyState;
import dev.accesskeys.rotation.RotationOutcome.Kind;
import dev.accesskeys.rotation.RotationOutcome.NotDue;
import dev.accesskeys.rotation.RotationOutcome.Refused;
import dev.accesskeys.rotation.RotationPlan.Result;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.linode.FakeLinode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promises 6, 8, 9, 12 and 13: what is known beforehand is said beforehand, and a plan changes nothing. */
class RotationPlanTest {

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#all")
    void promise9APlanSendsNothingThatChangesAnything(World world) {
        Bench bench = Bench.of(world);

        RotationPlan before = bench.rotator().plan();
        int changesOfPlan = world.requestsThatChange();
        bench.rotator().rotate();
        int changes = world.requestsThatChange();
        bench.rotator().plan();
        world.time.advance(Duration.ofDays(2));
        bench.rotator().plan();

        assertThat(before.outcome()).isEmpty();
        assertThat(before.steps()).isNotEmpty();
        assertThat(changesOfPlan).isZero();
        assertThat(world.requestsThatChange()).isEqualTo(changes);
        assertThat(before.key().orElseThrow().id()).isEqualTo(world.firstId());
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#all")
    void promise9APlanForARequestWithoutAnAnswerSendsNothingEither(World world) {
        Bench bench = Bench.of(world);
        world.cloud.faults().onNextCalls(1).of("POST", world.rotatePath()).order(Fault.applyThenDrop());
        bench.failing.add("stage always");
        bench.rotator(builder -> builder.maxAttempts(1)).rotate();
        int changes = world.requestsThatChange();

        bench.rotator().plan();

        assertThat(world.requestsThatChange()).isEqualTo(changes);
    }

    @Test
    void promise8TheBlastRadiusIsInThePlan() {
        Bench bench = Bench.of(World.tensorPool());

        RotationPlan plan = bench.rotator().plan();

        assertThat(plan.blastRadius()).isEqualTo(BlastRadius.ORGANISATION);
        assertThat(plan.toString()).contains("the whole organisation", "CUT-OVER", "There is no rollback");
    }

    @Test
    void promise8AnOrganisationMustBeNamed() {
        World world = World.tensorPool();
        Bench bench = Bench.of(world);
        Rotator unconfirmed = Rotator.builder()
                .service(world.service())
                .verifier(world.verifier())
                .timeSource(world.time)
                .journal(bench.journal)
                .store(bench.store)
                .build();

        Refused silent = (Refused) unconfirmed.rotate();
        Refused wrong =
                (Refused) bench.rotator(builder -> builder.confirming("org-7")).rotate();

        assertThat(silent.problem()).isEqualTo(RotationProblem.NOT_CONFIRMED);
        assertThat(silent.explanation()).contains("confirming(", "id of the organisation");
        assertThat(wrong.problem()).isEqualTo(RotationProblem.NOT_CONFIRMED);
        assertThat(bench.sent("POST")).isZero();
        assertThat(unconfirmed.plan().checks())
                .anySatisfy(check -> assertThat(check.result()).isEqualTo(Result.BAD));
    }

    @Test
    void promise8AnAccountMustBeNamed() {
        World world = World.cloudflare();
        Bench bench = Bench.of(world);

        Refused wrong = (Refused)
                bench.rotator(builder -> builder.confirming("another")).rotate();

        assertThat(wrong.problem()).isEqualTo(RotationProblem.NOT_CONFIRMED);
        assertThat(bench.sent("POST")).isZero();
    }

    @Test
    void promise6ACutOverCannotBeRolledBack() {
        Bench bench = Bench.of(World.tensorPool());
        bench.failing.add("publish");
        RotationOutcome stopped = bench.rotator().rotate();

        RotationOutcome back = bench.rotator().rollback();

        assertThat(bench.rotator().plan().oldKeyAfterwards()).isEqualTo(PreviousKeyState.DEAD);
        assertThat(stopped.kind()).isEqualTo(Kind.NEEDS_OPERATOR);
        assertThat(((Refused) back).problem()).isEqualTo(RotationProblem.NO_WAY_BACK);
        assertThat(bench.rotator().rotate().kind()).isEqualTo(Kind.COMPLETED);
    }

    @Test
    void promise12AKeyDoesNotRotateItself() {
        World world = World.linode();
        Bench bench = Bench.of(world);

        Refused outcome =
                (Refused) bench.rotator(builder -> builder.service(SelfRotatingService.around(world.service())))
                        .rotate();

        assertThat(outcome.problem()).isEqualTo(RotationProblem.OWN_CREDENTIAL);
        assertThat(world.cloud.ledger().entries()).isEmpty();
    }

    @Test
    void promise13AFullQuotaIsAWarningAndNothingIsDeletedToMakeRoom() {
        VirtualTime time = VirtualTime.create();
        World world =
                World.linodeOn(FakeLinode.builder().timeSource(time).keys(98).inMemory(), time);
        Bench bench = Bench.of(world);

        RotationPlan plan = bench.rotator().plan();
        Refused outcome = (Refused) bench.rotator().rotate();

        assertThat(plan.checks()).anySatisfy(check -> {
            assertThat(check.result()).isEqualTo(Result.WARNING);
            assertThat(check.detail()).contains("100 of 100", "nothing is deleted");
        });
        assertThat(outcome.problem()).isEqualTo(RotationProblem.PROVIDER_REFUSED);
        assertThat(bench.sent("DELETE")).isZero();
        assertThat(world.existing()).hasSize(100);
    }

    @Test
    void promise13TheMinimumIntervalHoldsUnlessTheCallerInsists() {
        World world = World.cloudflare();
        Bench bench = Bench.of(world);
        bench.rotator().rotate();
        world.time.advance(Duration.ofDays(3));

        NotDue early = (NotDue) bench.rotator().rotate();
        RotationOutcome insisted = bench.rotator(RotatorBuilder::insisting).rotate();

        assertThat(early.explanation()).contains("7 days");
        assertThat(insisted.kind()).isEqualTo(Kind.COMPLETED);
    }

    @Test
    void anUnknownKeyIsRefused() {
        World world = World.linode();
        Bench bench = Bench.of(world);
        bench.store.replaceCurrent(null);

        Refused outcome = (Refused) bench.rotator().rotate(AccessKeyId.of("linode", "424242"));

        assertThat(outcome.problem()).isEqualTo(RotationProblem.UNKNOWN_KEY);
        assertThat(bench.rotator().plan().outcome()).containsInstanceOf(Refused.class);
    }
}
