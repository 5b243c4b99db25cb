package dev.accesskeys.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.rotation.RotationOutcome.Completed;
import dev.accesskeys.rotation.RotationOutcome.Kind;
import dev.accesskeys.rotation.RotationOutcome.NeedsOperator;
import dev.accesskeys.rotation.RotationOutcome.Refused;
import dev.accesskeys.rotation.RotationOutcome.WaitingForGrace;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.testing.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Moments at which somebody else, or the provider, does what is least convenient. */
class AwkwardMomentsTest {

    private static final String OVERLAPPING = "dev.accesskeys.rotation.World#overlapping";

    /** A rotation whose request has left, whose secret is staged, and whose provider then cannot be asked. */
    private static Bench stoppedWithASecretStaged(World world) {
        Bench bench = Bench.of(world);
        world.cloud.faults().onCall(1).of("POST", world.rotatePath()).order(SecretSafetyTest.undecodable(world));
        world.cloud
                .faults()
                .onNextCalls(100)
                .where(request -> bench.contents().pending().isPresent())
                .order(Fault.status(403));
        bench.rotator().rotate();
        world.cloud.faults().clear();
        return bench;
    }

    @ParameterizedTest
    @MethodSource(OVERLAPPING)
    void aKeyThatSomebodyTookIntoUseByHandIsNoOrphan(World world) {
        Bench bench = stoppedWithASecretStaged(world);
        StoredKey pending = bench.contents().pending().orElseThrow();
        String accessKeyId = world.usable().entrySet().stream()
                .filter(each -> each.getValue().equals(pending.secret()))
                .findFirst()
                .orElseThrow()
                .getKey();
        bench.store.discardPending(pending.attempt().orElseThrow());
        bench.store.replaceCurrent(
                StoredKey.builder(pending.secret()).accessKeyId(accessKeyId).build());

        RotationOutcome outcome = bench.rotator().rotate();

        assertThat(outcome).isInstanceOf(NeedsOperator.class);
        assertThat(((NeedsOperator) outcome).problem()).isEqualTo(RotationProblem.STORE_CHANGED);
        assertThat(world.usable()).containsKey(accessKeyId);
    }

    @ParameterizedTest
    @MethodSource(OVERLAPPING)
    void aPersonWhoTakesOverKeepsTheKeyWhoseSecretIsStaged(World world) {
        Bench bench = stoppedWithASecretStaged(world);
        int keys = world.existing().size();

        bench.rotator().abandon();
        RotationOutcome outcome = bench.rotator().rotate();

        assertThat(((Refused) outcome).problem()).isEqualTo(RotationProblem.FOREIGN_PENDING);
        assertThat(bench.contents().pending()).isPresent();
        assertThat(world.existing()).hasSize(keys);
    }

    @ParameterizedTest
    @MethodSource(OVERLAPPING)
    void whoAbandonsInTheGraceDoesNotLoseTheOldSecretToTheNextRun(World world) {
        Bench bench = Bench.of(world);
        bench.rotator().rotate();
        bench.rotator().abandon();
        world.time.advance(Duration.ofDays(3));

        RotationOutcome outcome = bench.rotator().rotate();

        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(bench.contents().previous().flatMap(StoredKey::accessKeyId))
                .isEqualTo(world.firstKey().accessKeyId());
    }

    @ParameterizedTest
    @MethodSource(OVERLAPPING)
    void withoutAnyGraceEverythingIsLookedAtAgainBeforeTheRevocation(World world) {
        Bench bench = Bench.of(world);

        RotationOutcome outcome =
                bench.rotator(builder -> builder.grace(Duration.ZERO)).rotate();

        int publish = bench.effects.indexOf("store.publish");
        int revoke = bench.effects.indexOf("provider.revoke");
        assertThat(outcome.kind()).isEqualTo(Kind.COMPLETED);
        assertThat(bench.effects.subList(publish, revoke))
                .containsSubsequence("verifier.verify", "provider.list", "store.read", "journal.write");
    }

    @Test
    void aCutOverIsPublishedEvenIfTheProviderCanNotBeRead() {
        World world = World.tensorPool();
        Bench bench = Bench.of(world);
        world.cloud
                .faults()
                .onNextCalls(1000)
                .where(request -> request.method().equals("GET")
                        && bench.contents().pending().isPresent())
                .order(Fault.status(403));

        bench.rotator().rotate();

        assertThat(world.usable())
                .containsValue(bench.contents().current().orElseThrow().secret());
    }

    @ParameterizedTest
    @MethodSource(OVERLAPPING)
    void aRollbackWhileTheProviderIsDownEndsAndGoesOnLater(World world) {
        Bench bench = Bench.of(world);
        bench.rotator().rotate();
        world.cloud.faults().onNextCalls(1000).order(Fault.refuse());

        RotationOutcome down = bench.rotator().rollback();
        int lists = (int) bench.effects.stream().filter("provider.list"::equals).count();
        world.cloud.faults().clear();
        RotationOutcome up = bench.rotator().rotate();

        assertThat(down.kind()).isEqualTo(Kind.NEEDS_OPERATOR);
        assertThat(((NeedsOperator) down).problem()).isEqualTo(RotationProblem.PROVIDER_UNREACHABLE);
        assertThat(lists).isLessThan(10);
        assertThat(up.kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
        assertThat(bench.current()).isEqualTo(world.firstKey().accessKeyId());
    }

    @ParameterizedTest
    @MethodSource(OVERLAPPING)
    void whoCannotGoBackStaysOnTheWayForward(World world) {
        Bench bench = Bench.of(world);
        bench.rotator().rotate();
        world.revokeByHand(world.firstId());

        RotationOutcome back = bench.rotator().rollback();
        world.time.advance(Duration.ofHours(25));
        RotationOutcome forward = bench.rotator().rotate();

        assertThat(back.kind()).isEqualTo(Kind.NEEDS_OPERATOR);
        assertThat(forward).isInstanceOf(Completed.class);
    }

    @Test
    void aRevocationThatWasRefusedCanBeGoneBackFrom() {
        World world = World.linode();
        Bench bench = Bench.of(world);
        bench.rotator().rotate();
        world.time.advance(Duration.ofHours(25));
        world.cloud
                .faults()
                .onNextCalls(1)
                .of("DELETE", "/object-storage/keys/{keyId}")
                .order(Fault.status(403));

        NeedsOperator refused = (NeedsOperator) bench.rotator().rotate();
        RotationOutcome back = bench.rotator().rollback();

        assertThat(refused.problem()).isEqualTo(RotationProblem.NOT_REVOKED);
        assertThat(refused.nextCalls()).contains(RotationOutcome.NextCall.ROLLBACK);
        assertThat(back.kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
    }

    @Test
    void aProviderThatStopsTellingTheTimeDoesNotEndTheGrace() {
        World world = World.linode();
        Bench bench = Bench.of(world);
        bench.rotator().rotate();
        world.time.advance(Duration.ofHours(25));
        world.cloud.faults().onNextCalls(100).order(Fault.rewrite(answer -> answer.withoutHeader("Date")));

        NeedsOperator untold = (NeedsOperator) bench.rotator().rotate();
        world.cloud.faults().clear();

        assertThat(untold.explanation()).contains("does not tell it any more");
        assertThat(bench.sent("DELETE")).isZero();
        assertThat(bench.rotator().rotate().kind()).isEqualTo(Kind.COMPLETED);
    }

    @ParameterizedTest
    @MethodSource(OVERLAPPING)
    void aKeyOfTheRotationBeforeTheLastGivesItsStoredOutcome(World world) {
        Bench bench = Bench.of(world);
        RotationOutcome first =
                bench.rotator(builder -> builder.grace(Duration.ZERO)).rotate();
        world.time.advance(Duration.ofDays(2));
        WaitingForGrace second = (WaitingForGrace) bench.rotator().rotate();

        RotationOutcome asked = bench.rotator().rotate(world.firstId());

        assertThat(asked).isEqualTo(first);
        assertThat(second.oldKey().id()).isNotEqualTo(world.firstId());
    }

    @Test
    void aNewKeyThatIsNotListedYetIsWaitedForBeforeAnybodyIsAsked() {
        World world = World.lateLinode();
        Bench bench = Bench.of(world);

        RotationOutcome outcome = bench.rotator(
                        builder -> builder.grace(Duration.ZERO).settleTime(Duration.ofMinutes(2)))
                .rotate();

        assertThat(outcome.kind()).isEqualTo(Kind.COMPLETED);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#all")
    void aTokenThatIsNotValidChangesNothingAtTheBeginning(World world) {
        Bench bench = Bench.of(world);
        world.cloud.faults().onEveryCall().order(Fault.status(401));

        RotationOutcome outcome = bench.rotator().rotate();

        assertThat(outcome.kind()).isEqualTo(Kind.REFUSED);
        assertThat(outcome.explanation()).contains("401");
        assertThat(bench.sent("POST")).isZero();
    }

    @ParameterizedTest
    @MethodSource(OVERLAPPING)
    void aTokenThatHasExpiredInTheGraceRevokesNothing(World world) {
        Bench bench = Bench.of(world);
        bench.rotator().rotate();
        world.time.advance(Duration.ofHours(25));
        world.cloud.faults().onEveryCall().order(Fault.status(401));

        RotationOutcome expired = bench.rotator().rotate();
        world.cloud.faults().clear();

        assertThat(expired.kind()).isEqualTo(Kind.NEEDS_OPERATOR);
        assertThat(expired.explanation()).contains("401");
        assertThat(bench.rotator().rotate().kind()).isEqualTo(Kind.COMPLETED);
    }
}
