package dev.accesskeys.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.Secret;
import dev.accesskeys.rotation.RotationOutcome.Completed;
import dev.accesskeys.rotation.RotationOutcome.Kind;
import dev.accesskeys.rotation.RotationOutcome.NeedsOperator;
import dev.accesskeys.rotation.RotationOutcome.OldKey;
import dev.accesskeys.rotation.RotationOutcome.WaitingForGrace;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.KeyVerifier;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.Verification.Answer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 2: the old key goes only when the new one works now, is the one in use now, and the grace is over by both clocks. */
class RevocationSafetyTest {

    private static final Duration AFTER_THE_GRACE = Duration.ofHours(25);

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise2ANewKeyThatIsNotAcceptedIsNotPublished(World world) {
        Bench bench = Bench.of(world);
        Rotator rotator = bench.rotator(builder -> builder.verifier(request -> Verification.of(Answer.BAD_SIGNATURE)));

        NeedsOperator outcome = (NeedsOperator) rotator.rotate();

        assertThat(outcome.problem()).isEqualTo(RotationProblem.NOT_VERIFIED);
        assertThat(outcome.explanation()).contains("BAD_SIGNATURE", "rollback()");
        assertThat(bench.current()).isEqualTo(world.firstKey().accessKeyId());
        assertThat(world.existing()).hasSize(3);
        assertThat(outcome.newKey()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise2YesterdaysProofIsNotEnough(World world) {
        Bench bench = Bench.of(world);
        AtomicReference<Answer> answer = new AtomicReference<>(Answer.ACCEPTED);
        KeyVerifier verifier = request -> Verification.of(answer.get());
        Rotator rotator = bench.rotator(builder -> builder.verifier(verifier));
        rotator.rotate();
        world.time.advance(AFTER_THE_GRACE);
        answer.set(Answer.DENIED);

        NeedsOperator outcome = (NeedsOperator) rotator.rotate();

        assertThat(outcome.problem()).isEqualTo(RotationProblem.NOT_VERIFIED);
        assertThat(bench.sent("DELETE")).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise2TheOldKeyStaysWhileAnotherOneIsInUse(World world) {
        Bench bench = Bench.of(world);
        bench.rotator().rotate();
        world.time.advance(AFTER_THE_GRACE);
        bench.store.replaceCurrent(StoredKey.builder(Secret.of("by-hand-by-hand-by-hand"))
                .accessKeyId("BYHANDBYHANDBYHAND12")
                .build());

        NeedsOperator outcome = (NeedsOperator) bench.rotator().rotate();

        assertThat(outcome.problem()).isEqualTo(RotationProblem.STORE_CHANGED);
        assertThat(bench.sent("DELETE")).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise2YesterdaysStoreBesideTodaysJournalRevokesNothing(World world) {
        Bench bench = Bench.of(world);
        bench.rotator().rotate();
        world.time.advance(AFTER_THE_GRACE);
        bench.store.replaceCurrent(world.firstKey());

        NeedsOperator outcome = (NeedsOperator) bench.rotator().rotate();

        assertThat(outcome.problem()).isEqualTo(RotationProblem.STORE_CHANGED);
        assertThat(bench.sent("DELETE")).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise2TheLastThingBeforeARevocationIsALookAtListingAndStore(World world) {
        Bench bench = Bench.of(world);
        bench.rotator().rotate();
        world.time.advance(AFTER_THE_GRACE);
        bench.effects.clear();

        bench.rotator().rotate();

        int revoke = bench.effects.indexOf("provider.revoke");
        assertThat(bench.effects.subList(0, revoke).stream()
                        .filter(effect -> !effect.equals("listener.event"))
                        .toList())
                .containsSubsequence("verifier.verify", "provider.list", "store.read", "journal.write")
                .endsWith("provider.list", "store.read", "journal.write");
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise6TheGraceIsThatOfBothClocks(World world) {
        Bench bench = Bench.of(world);
        SkewedTime local = new SkewedTime(world.time);
        Rotator rotator = bench.rotator(builder -> builder.timeSource(local));
        rotator.rotate();

        local.offset(Duration.ofDays(3));
        RotationOutcome ahead = rotator.rotate();
        local.offset(Duration.ofDays(-3));
        world.time.advance(Duration.ofDays(2));
        RotationOutcome back = rotator.rotate();
        local.offset(Duration.ZERO);

        assertThat(ahead.kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
        assertThat(back.kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
        assertThat(bench.sent("DELETE")).isZero();
        assertThat(rotator.rotate().kind()).isEqualTo(Kind.COMPLETED);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise6TheOldKeyWorksUntilTheStatedTime(World world) {
        Bench bench = Bench.of(world);
        Rotator rotator = bench.rotator(builder -> builder.grace(Duration.ofHours(2)));

        WaitingForGrace waiting = (WaitingForGrace) rotator.rotate();
        world.time.advance(Duration.ofMinutes(119));
        rotator.rotate();

        assertThat(world.usable()).containsKey(world.firstKey().accessKeyId().orElseThrow());
        assertThat(waiting.until()).isAfter(waiting.until().minus(Duration.ofHours(2)));
        world.time.advance(Duration.ofMinutes(2));
        assertThat(((Completed) rotator.rotate()).fate()).isEqualTo(OldKey.REVOKED_AND_REFUSED);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise10ARollbackRepublishesTheOldKeyAndRevokesTheNewOneAfterItsOwnGrace(World world) {
        Bench bench = Bench.of(world);
        WaitingForGrace published = (WaitingForGrace) bench.rotator().rotate();

        RotationOutcome begun = bench.rotator().rollback();
        RotationOutcome meanwhile = bench.rotator().rotate();
        world.time.advance(AFTER_THE_GRACE);
        RotationOutcome done = bench.rotator().rotate();

        assertThat(begun.kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
        assertThat(((WaitingForGrace) begun).rollingBack()).isTrue();
        assertThat(meanwhile).isEqualTo(begun);
        assertThat(done.kind()).isEqualTo(Kind.ROLLED_BACK);
        assertThat(bench.current()).isEqualTo(world.firstKey().accessKeyId());
        assertThat(bench.contents().pending()).isEmpty();
        assertThat(world.existing())
                .contains(world.firstId())
                .doesNotContain(published.newKey().id());
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise10AnOldKeyThatDoesNotWorkAnyMoreIsNotRepublished(World world) {
        Bench bench = Bench.of(world);
        bench.rotator().rotate();
        world.revokeByHand(world.firstId());
        String published = bench.current().orElseThrow();

        NeedsOperator outcome = (NeedsOperator) bench.rotator().rollback();

        assertThat(outcome.problem()).isEqualTo(RotationProblem.NOT_VERIFIED);
        assertThat(bench.current()).contains(published);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise10WithoutTheOldSecretThereIsNoWayBackAndThePlanSaysSo(World world) {
        Bench bench = Bench.of(world);
        bench.store.replaceCurrent(null);

        RotationPlan plan = bench.rotator().plan(world.firstId());
        RotationOutcome published = bench.rotator().rotate(world.firstId());
        RotationOutcome back = bench.rotator().rollback();

        assertThat(plan.toString()).contains("does not have the old secret");
        assertThat(published.kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
        assertThat(back.kind()).isEqualTo(Kind.REFUSED);
        assertThat(back.explanation()).contains("never held the secret");
    }
}
