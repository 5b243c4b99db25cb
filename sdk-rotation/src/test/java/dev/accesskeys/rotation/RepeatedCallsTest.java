package dev.accesskeys.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.rotation.RotationOutcome.Completed;
import dev.accesskeys.rotation.RotationOutcome.Kind;
import dev.accesskeys.rotation.RotationOutcome.NeedsOperator;
import dev.accesskeys.rotation.RotationOutcome.NotDue;
import dev.accesskeys.rotation.RotationOutcome.Refused;
import dev.accesskeys.rotation.RotationOutcome.WaitingForGrace;
import dev.accesskeys.rotation.journal.JournalLease;
import dev.accesskeys.rotation.journal.MemoryJournal;
import dev.accesskeys.rotation.store.MemoryStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promises 5 and 7: called again it goes on, and two do not work at the same thing. */
class RepeatedCallsTest {

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#all")
    void promise5TenCallsMakeOneKey(World world) {
        Bench bench = Bench.of(world);

        for (int call = 0; call < 10; call++) {
            bench.rotator().rotate();
        }

        assertThat(bench.made()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise5TenCallsWithoutAnyGraceMakeOneKey(World world) {
        Bench bench = Bench.of(world);
        Rotator rotator = bench.rotator(builder -> builder.grace(Duration.ZERO));

        RotationOutcome first = rotator.rotate();
        RotationOutcome last = first;
        for (int call = 0; call < 10; call++) {
            last = rotator.rotate();
        }

        assertThat(bench.made()).isEqualTo(1);
        assertThat(first.kind()).isEqualTo(Kind.COMPLETED);
        assertThat(last).isInstanceOf(NotDue.class);
        assertThat(((NotDue) last).dueAt()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise5AKeyThatWasRotatedGivesTheStoredOutcome(World world) {
        Bench bench = Bench.of(world);
        Rotator rotator = bench.rotator(builder -> builder.grace(Duration.ZERO));
        RotationOutcome done = rotator.rotate(world.firstId());
        world.time.advance(Duration.ofDays(40));

        RotationOutcome again = rotator.rotate(world.firstId());

        assertThat(done.kind()).isEqualTo(Kind.COMPLETED);
        assertThat(again).isEqualTo(done);
        assertThat(bench.made()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise5AKeyThatIsNotInUseIsRefused(World world) {
        Bench bench = Bench.of(world);
        AccessKeyId other = world.existing().stream()
                .filter(id -> !id.equals(world.firstId()))
                .findFirst()
                .orElseThrow();

        Refused idle = (Refused) bench.rotator().rotate(other);
        bench.rotator().rotate();
        Refused underWay = (Refused) bench.rotator().rotate(other);

        assertThat(idle.problem()).isEqualTo(RotationProblem.NOT_CURRENT);
        assertThat(underWay.problem()).isEqualTo(RotationProblem.NOT_CURRENT);
        assertThat(bench.made()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise5AnOldKeyThatIsGoneAlreadyIsASuccess(World world) {
        Bench bench = Bench.of(world);
        bench.rotator().rotate();
        world.revokeByHand(world.firstId());
        world.time.advance(Duration.ofHours(25));

        RotationOutcome outcome = bench.rotator().rotate();

        assertThat(outcome).isInstanceOf(Completed.class);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise5ANewKeyThatWasRevokedByHandNeedsAnOperatorAndTheOldOneStays(World world) {
        Bench bench = Bench.of(world);
        WaitingForGrace waiting = (WaitingForGrace) bench.rotator().rotate();
        world.revokeByHand(waiting.newKey().id());
        world.time.advance(Duration.ofHours(25));

        NeedsOperator outcome = (NeedsOperator) bench.rotator().rotate();
        RotationOutcome back = bench.rotator().rollback();
        world.time.advance(Duration.ofHours(25));
        RotationOutcome done = bench.rotator().rotate();

        assertThat(outcome.nextCalls()).contains(RotationOutcome.NextCall.ROLLBACK);
        assertThat(back.kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
        assertThat(done.kind()).isEqualTo(Kind.ROLLED_BACK);
        assertThat(world.existing()).contains(world.firstId());
        assertThat(bench.current()).isEqualTo(world.firstKey().accessKeyId());
    }

    @Test
    void promise5TheAgeComesFromTheProviderWhereItTells() {
        World world = World.nscale();
        Bench bench = Bench.of(world);

        NotDue young = (NotDue)
                bench.rotator(builder -> builder.interval(Duration.ofDays(30))).rotate();
        world.time.advance(Duration.ofDays(30));
        RotationOutcome due =
                bench.rotator(builder -> builder.interval(Duration.ofDays(30))).rotate();

        assertThat(young.dueAt()).isPresent();
        assertThat(due.kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
    }

    @Test
    void promise5TheAgeComesFromTheJournalWhereTheProviderDoesNotTell() {
        World world = World.linode();
        Bench bench = Bench.of(world);
        Rotator monthly =
                bench.rotator(builder -> builder.interval(Duration.ofDays(30)).grace(Duration.ZERO));

        RotationOutcome unknownAge = monthly.rotate();
        world.time.advance(Duration.ofDays(29));
        RotationOutcome young = monthly.rotate();
        RotationOutcome insisting = bench.rotator(builder -> builder.interval(Duration.ofDays(30))
                        .grace(Duration.ZERO)
                        .insisting())
                .rotate();

        assertThat(unknownAge.kind()).isEqualTo(Kind.COMPLETED);
        assertThat(young.kind()).isEqualTo(Kind.NOT_DUE);
        assertThat(insisting.kind()).isEqualTo(Kind.COMPLETED);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#all")
    void promise7AKeyThatIsBeingRotatedIsLeftAlone(World world) {
        Bench bench = Bench.of(world);

        try (JournalLease lease = bench.journal.lease(bench.rotator().target())) {
            Refused outcome = (Refused) bench.rotator().rotate();

            assertThat(lease.fence()).isPositive();
            assertThat(outcome.problem()).isEqualTo(RotationProblem.ALREADY_RUNNING);
        }
        assertThat(world.cloud.ledger().entries()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise7ASuccessorOfAnotherJournalStopsTheRunBeforeAnythingIsSent(World world) {
        Bench bench = Bench.of(world);
        world.service().rotate(KeyRotation.of(world.firstId()));

        Refused outcome = (Refused) bench.rotator().rotate();

        assertThat(outcome.problem()).isEqualTo(RotationProblem.FOREIGN_SUCCESSOR);
        assertThat(bench.made()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise7ASuccessorOfAnotherJournalStopsARevocation(World world) {
        Bench bench = Bench.of(world);
        bench.rotator().rotate();
        world.service()
                .rotate(KeyRotation.of(world.firstId())
                        .ignoringAttempts(bench.contents().current().orElseThrow().attempt().stream()
                                .collect(java.util.stream.Collectors.toSet())));
        world.time.advance(Duration.ofHours(25));

        NeedsOperator outcome = (NeedsOperator) bench.rotator().rotate();

        assertThat(outcome.problem()).isEqualTo(RotationProblem.FOREIGN_SUCCESSOR);
        assertThat(world.existing()).contains(world.firstId());
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise7WithoutItsJournalAPendingSecretIsNotOverwritten(World world) {
        Bench bench = Bench.of(world);
        bench.failing.add("publish");
        bench.rotator().rotate();

        Refused outcome = (Refused)
                bench.rotator(builder -> builder.journal(new MemoryJournal())).rotate();

        assertThat(outcome.problem()).isEqualTo(RotationProblem.FOREIGN_PENDING);
        assertThat(bench.contents().pending()).isPresent();
    }

    @Test
    void promise7TwoStoresOfOneKeyDoNotBothMakeASuccessor() {
        World world = World.linode();
        Bench bench = Bench.of(world);
        bench.rotator().rotate();

        RotationOutcome other = bench.rotator(builder ->
                        builder.journal(new MemoryJournal()).store(MemoryStore.holding("other", world.firstKey())))
                .rotate();

        assertThat(((Refused) other).problem()).isEqualTo(RotationProblem.FOREIGN_SUCCESSOR);
    }
}
