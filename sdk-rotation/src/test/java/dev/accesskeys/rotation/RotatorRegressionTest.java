package dev.accesskeys.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.rotation.RotationOutcome.Kind;
import dev.accesskeys.rotation.RotationOutcome.NeedsOperator;
import dev.accesskeys.rotation.RotationOutcome.Refused;
import dev.accesskeys.rotation.RotationOutcome.WaitingForGrace;
import dev.accesskeys.rotation.internal.engine.EffectPort;
import dev.accesskeys.rotation.journal.MemoryJournal;
import dev.accesskeys.rotation.store.MemoryStore;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.Verification.Answer;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What random schedules have found, each as the shortest story that showed it. */
class RotatorRegressionTest {

    private static final class ProcessEnded extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final MemoryJournal journal = new MemoryJournal();

    private RotatorBuilder rotator(World world, MemoryStore store) {
        return world.rotator().journal(journal).store(store);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void aRollbackKeepsTheNewKeyWhenTheOldOneDoesNotWorkAnyMore(World world) {
        MemoryStore store = MemoryStore.holding("memory", world.firstKey());
        rotator(world, store)
                .verifier(request -> Verification.of(Answer.UNREACHABLE))
                .build()
                .rotate();
        world.revokeByHand(world.firstId());

        RotationOutcome outcome = rotator(world, store).build().rollback();

        assertThat(outcome.kind()).isEqualTo(Kind.NEEDS_OPERATOR);
        assertThat(((NeedsOperator) outcome).problem()).isEqualTo(RotationProblem.NOT_VERIFIED);
        assertThat(world.usable())
                .containsValue(store.read().pending().orElseThrow().secret());
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void aSecondRotatorWithTheSameStoreLeavesTheFirstOnesGraceAlone(World world) {
        MemoryStore store = MemoryStore.holding("memory", world.firstKey());
        rotator(world, store).build().rotate();

        RotationOutcome outcome =
                rotator(world, store).journal(new MemoryJournal()).build().rotate();

        assertThat(((Refused) outcome).problem()).isEqualTo(RotationProblem.FOREIGN_SUCCESSOR);
        assertThat(store.read().previous()).contains(world.firstKey());
        world.time.advance(Duration.ofHours(25));
        assertThat(rotator(world, store).build().rotate().kind()).isEqualTo(Kind.COMPLETED);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void anOldCopyOfTheJournalDoesNotForgetTheKeyThatIsInItsGrace(World world) {
        MemoryStore store = MemoryStore.holding("memory", world.firstKey());
        ScheduleJournal journal = new ScheduleJournal();
        rotator(world, store).journal(journal).build().rotate();
        journal.bringBackTo("INTENDED");

        RotationOutcome outcome = rotator(world, store).journal(journal).build().rotate();

        assertThat(((Refused) outcome).problem()).isEqualTo(RotationProblem.FOREIGN_SUCCESSOR);
        assertThat(store.read().previous()).contains(world.firstKey());
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void anOldCopyOfTheJournalDoesNotRevokeTheKeyThatIsInItsGrace(World world) {
        MemoryStore store = MemoryStore.holding("memory", world.firstKey());
        ScheduleJournal journal = new ScheduleJournal();
        Rotator rotator = rotator(world, store).journal(journal).build();
        rotator.rotate();
        world.time.advance(Duration.ofHours(25));
        rotator.rotate();
        world.time.advance(Duration.ofHours(25));
        rotator.rotate();
        journal.bringBackTo("REQUESTED");

        RotationOutcome outcome = rotator.rotate();

        assertThat(outcome.kind()).isEqualTo(Kind.NEEDS_OPERATOR);
        assertThat(world.usable())
                .containsValue(store.read().previous().orElseThrow().secret());
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void theKeyInUseIsNoOrphanThoughSomebodyHasTakenItsAttemptOutOfTheStore(World world) {
        MemoryStore store = MemoryStore.holding("memory", world.firstKey());
        ScheduleJournal journal = new ScheduleJournal();
        rotator(world, store).journal(journal).build().rotate();
        journal.bringBackTo("REQUESTED");
        StoredKey current = store.read().current().orElseThrow();
        store.replaceCurrent(current.toBuilder().attempt(null).build());

        RotationOutcome outcome = rotator(world, store).journal(journal).build().rotate();

        assertThat(outcome.kind()).isEqualTo(Kind.NEEDS_OPERATOR);
        assertThat(world.usable()).containsValue(current.secret());
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void anOldCopyOfTheJournalDoesNotThrowAwayASecretThatIsStaged(World world) {
        MemoryStore store = MemoryStore.holding("memory", world.firstKey());
        ScheduleJournal journal = new ScheduleJournal();
        rotator(world, store)
                .journal(journal)
                .verifier(request -> Verification.of(Answer.UNREACHABLE))
                .build()
                .rotate();
        journal.bringBackTo("INTENDED");

        RotationOutcome outcome = rotator(world, store).journal(journal).build().rotate();

        assertThat(((Refused) outcome).problem()).isEqualTo(RotationProblem.FOREIGN_PENDING);
        assertThat(world.usable())
                .containsValue(store.read().pending().orElseThrow().secret());
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void aRollbackDoesNotSayThatTheOldKeyIsInUseWhenItIsNot(World world) {
        MemoryStore store = MemoryStore.holding("memory", world.firstKey());
        rotator(world, store)
                .verifier(request -> Verification.of(Answer.UNREACHABLE))
                .build()
                .rotate();
        store.replaceCurrent(null);

        RotationOutcome outcome = rotator(world, store).build().rollback();

        assertThat(outcome.kind()).isEqualTo(Kind.NEEDS_OPERATOR);
        assertThat(((NeedsOperator) outcome).problem()).isEqualTo(RotationProblem.STORE_CHANGED);
        assertThat(world.usable())
                .containsValue(store.read().pending().orElseThrow().secret());
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void whoWaitsIsToldATimeThatIsStillToCome(World world) {
        MemoryStore store = MemoryStore.holding("memory", world.firstKey());
        SkewedTime clock = new SkewedTime(world.time);
        clock.offset(Duration.ofDays(2));
        rotator(world, store).timeSource(clock).build().rotate();
        world.time.advance(Duration.ofHours(25));
        // The process ends when the revocation is written down and not sent.
        rotatorThatEndsAtTheRevocation(world, store, clock);

        clock.offset(Duration.ZERO);
        RotationOutcome outcome =
                rotator(world, store).timeSource(clock).build().rotate();

        assertThat(((WaitingForGrace) outcome).until()).isAfter(world.time.now());
    }

    private void rotatorThatEndsAtTheRevocation(World world, MemoryStore store, SkewedTime clock) {
        Rotator rotator = rotator(world, store)
                .timeSource(clock)
                .port(new EffectPort() {
                    @Override
                    public <T extends @Nullable Object> T perform(String effect, Supplier<T> call) {
                        if (effect.equals("provider.revoke")) {
                            throw new ProcessEnded();
                        }
                        return call.get();
                    }
                })
                .build();
        assertThatThrownBy(rotator::rotate).isInstanceOf(ProcessEnded.class);
        journal.endLeases();
    }
}
