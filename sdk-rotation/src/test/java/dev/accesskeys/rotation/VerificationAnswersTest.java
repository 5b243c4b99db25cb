package dev.accesskeys.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.error.CallCancelledException;
import dev.accesskeys.rotation.RotationOutcome.Completed;
import dev.accesskeys.rotation.RotationOutcome.Kind;
import dev.accesskeys.rotation.RotationOutcome.NeedsOperator;
import dev.accesskeys.rotation.RotationOutcome.OldKey;
import dev.accesskeys.rotation.verify.KeyVerifier;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.Verification.Answer;
import dev.accesskeys.rotation.verify.VerificationPolicy;
import dev.accesskeys.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Promises 14 and 15: six answers are told apart, asked for until a deadline, and after that somebody else decides. */
class VerificationAnswersTest {

    private static Iterator<Answer> then(Answer last, Answer... first) {
        List<Answer> answers = new ArrayList<>(List.of(first));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Answer next() {
                return answers.isEmpty() ? last : answers.remove(0);
            }
        };
    }

    private static KeyVerifier answering(Iterator<Answer> answers) {
        return request -> Verification.of(answers.next());
    }

    @ParameterizedTest
    @EnumSource(value = Answer.class, mode = Mode.EXCLUDE, names = "ACCEPTED")
    void promise15OnlyAnAcceptedKeyIsPublished(Answer answer) {
        World world = World.linode();
        Bench bench = Bench.of(world);

        NeedsOperator outcome = (NeedsOperator) bench.rotator(builder -> builder.verifier(answering(then(answer))))
                .rotate();

        assertThat(outcome.problem()).isEqualTo(RotationProblem.NOT_VERIFIED);
        assertThat(outcome.explanation()).contains(answer.name());
        assertThat(bench.current()).isEqualTo(world.firstKey().accessKeyId());
    }

    @Test
    void promise15DeniedIsEnoughOnlyIfItIsSetSo() {
        Bench bench = Bench.of(World.linode());

        RotationOutcome outcome = bench.rotator(builder -> builder.verifier(answering(then(Answer.DENIED)))
                        .verification(VerificationPolicy.standard().acceptingDenied()))
                .rotate();

        assertThat(outcome.kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
    }

    @Test
    void promise15SeveralGoodAnswersInARowAreWanted() {
        World world = World.linode();
        Bench bench = Bench.of(world);
        Iterator<Answer> answers = then(
                Answer.ACCEPTED,
                Answer.ACCEPTED,
                Answer.ACCEPTED,
                Answer.UNKNOWN_KEY,
                Answer.ACCEPTED,
                Answer.ACCEPTED,
                Answer.UNREACHABLE);

        RotationOutcome outcome =
                bench.rotator(builder -> builder.verifier(answering(answers))).rotate();

        assertThat(outcome.kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
        assertThat(bench.effects.stream().filter(effect -> effect.equals("verifier.verify")))
                .hasSize(9);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise14AVerifierThatNeverSucceedsKeepsBothKeysAndAsks(World world) {
        Bench bench = Bench.of(world);
        Rotator rotator = bench.rotator(builder -> builder.verifier(answering(then(Answer.UNREACHABLE))));

        NeedsOperator first = (NeedsOperator) rotator.rotate();
        NeedsOperator second = (NeedsOperator) rotator.rotate();

        assertThat(second.problem()).isEqualTo(first.problem());
        assertThat(world.existing())
                .hasSize(3)
                .contains(world.firstId(), first.newKey().orElseThrow().id());
        assertThat(bench.made()).isEqualTo(1);
        assertThat(world.time.passed()).isLessThan(Duration.ofMinutes(70));
        assertThat(bench.rotator().rotate().kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Answer.class,
            names = {"DENIED", "BAD_SIGNATURE", "CLOCK_SKEW", "UNREACHABLE"})
    void promise15OnlyAnExplicitRefusalProvesARevocation(Answer answer) {
        World world = World.linode();
        Bench bench = Bench.of(world);
        String old = world.firstKey().accessKeyId().orElseThrow();
        KeyVerifier verifier = request ->
                Verification.of(request.key().accessKeyId().orElseThrow().equals(old) ? answer : Answer.ACCEPTED);
        Rotator rotator = bench.rotator(builder -> builder.verifier(verifier));
        rotator.rotate();
        world.time.advance(Duration.ofHours(25));

        Completed outcome = (Completed) rotator.rotate();

        assertThat(outcome.fate()).isEqualTo(OldKey.REVOKED);
    }

    @Test
    void promise15AnOldKeyThatGoesOnWorkingNeedsAnOperator() {
        World world = World.linode();
        Bench bench = Bench.of(world);
        Rotator rotator = bench.rotator(builder -> builder.verifier(request -> Verification.of(Answer.ACCEPTED)));
        rotator.rotate();
        world.time.advance(Duration.ofHours(25));

        NeedsOperator outcome = (NeedsOperator) rotator.rotate();

        assertThat(outcome.problem()).isEqualTo(RotationProblem.STILL_ACCEPTED);
        assertThat(bench.rotator().rotate().kind()).isEqualTo(Kind.COMPLETED);
    }

    @Test
    void aVerifierThatThrowsIsOneThatGotNoAnswer() {
        Bench bench = Bench.of(World.linode());

        NeedsOperator outcome = (NeedsOperator) bench.rotator(builder -> builder.verifier(request -> {
                    throw new IllegalStateException(
                            request.stored().orElseThrow().secret().reveal());
                }))
                .rotate();

        assertThat(outcome.explanation())
                .contains("UNREACHABLE", "IllegalStateException")
                .doesNotContain(
                        bench.contents().pending().orElseThrow().secret().reveal());
    }

    @Test
    void anInterruptEndsTheWaitAtOnceAndTheNextCallGoesOn() throws InterruptedException {
        World world = World.linode();
        Bench bench = Bench.of(world);
        CountDownLatch asked = new CountDownLatch(1);
        Rotator waiting = bench.rotator(
                builder -> builder.timeSource(VirtualTime.manual()).verifier(request -> {
                    asked.countDown();
                    return Verification.of(Answer.UNKNOWN_KEY);
                }));
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicBoolean flag = new AtomicBoolean();
        Thread thread = new Thread(() -> {
            try {
                waiting.rotate();
            } catch (CallCancelledException e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });

        thread.start();
        asked.await();
        thread.interrupt();
        thread.join();

        assertThat(thrown.get()).isInstanceOf(CallCancelledException.class);
        assertThat(flag).isTrue();
        assertThat(bench.rotator().rotate().kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
        assertThat(bench.made()).isEqualTo(1);
    }
}
