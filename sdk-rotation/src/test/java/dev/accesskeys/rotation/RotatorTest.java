package dev.accesskeys.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.rotation.RotationOutcome.Completed;
import dev.accesskeys.rotation.RotationOutcome.Kind;
import dev.accesskeys.rotation.RotationOutcome.OldKey;
import dev.accesskeys.rotation.RotationOutcome.WaitingForGrace;
import dev.accesskeys.rotation.journal.MemoryJournal;
import dev.accesskeys.rotation.store.MemoryStore;
import dev.accesskeys.testing.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The everyday ways of a rotation, at all providers. */
class RotatorTest {

    private final MemoryJournal journal = new MemoryJournal();

    private static MemoryStore storeOf(World world) {
        return MemoryStore.holding("memory", world.firstKey());
    }

    private Rotator rotator(World world, MemoryStore store) {
        RotatorBuilder builder = world.rotator().journal(journal);
        return (world.hasSecret() ? builder.store(store) : builder).build();
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void theNewKeyIsPublishedAndTheOldOneRevokedAfterTheGrace(World world) {
        MemoryStore store = storeOf(world);
        Rotator rotator = rotator(world, store);

        RotationOutcome first = rotator.rotate();
        RotationOutcome again = rotator.rotate();
        world.time.advance(Duration.ofHours(25));
        RotationOutcome last = rotator.rotate();

        assertThat(first.kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
        assertThat(again).isEqualTo(first);
        assertThat(last.kind()).isEqualTo(Kind.COMPLETED);
        assertThat(((Completed) last).fate()).isEqualTo(OldKey.REVOKED_AND_REFUSED);
        assertThat(store.read().current().orElseThrow().accessKeyId())
                .isEqualTo(((WaitingForGrace) first).newKey().accessKeyId());
        assertThat(world.existing()).doesNotContain(world.firstId()).hasSize(2);
        assertThat(store.read().previous()).isEmpty();
        assertThat(rotator.rotate().kind()).isEqualTo(Kind.NOT_DUE);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#all")
    void aPlanSendsNothingThatChangesAnything(World world) {
        RotationPlan plan =
                rotator(world, world.hasSecret() ? storeOf(world) : null).plan();

        assertThat(plan.outcome()).isEmpty();
        assertThat(plan.steps()).isNotEmpty();
        assertThat(world.requestsThatChange()).isZero();
    }

    @Test
    void aCutOverIsPublishedAtOnceAndThenTried() {
        World world = World.tensorPool();
        MemoryStore store = storeOf(world);

        RotationOutcome outcome = rotator(world, store).rotate();

        assertThat(outcome.kind()).isEqualTo(Kind.COMPLETED);
        assertThat(((Completed) outcome).fate()).isEqualTo(OldKey.DEAD);
        assertThat(world.usable())
                .containsValue(store.read().current().orElseThrow().secret());
    }

    @Test
    void aSigningKeyNeedsNoStore() {
        World world = World.cloudflare();

        RotationOutcome outcome = rotator(world, null).rotate();

        assertThat(outcome.kind()).isEqualTo(Kind.COMPLETED);
        assertThat(((Completed) outcome).fate()).isEqualTo(OldKey.ENDS_BY_ITSELF);
        assertThat(rotator(world, null).rotate().kind()).isEqualTo(Kind.NOT_DUE);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void aKeyWhoseAnswerWasLostIsRevokedAndAnotherOneMade(World world) {
        MemoryStore store = storeOf(world);
        world.cloud.faults().onCall(1).of("POST", world.rotatePath()).order(Fault.applyThenDrop());

        RotationOutcome outcome = rotator(world, store).rotate();

        assertThat(outcome.kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
        assertThat(world.existing()).hasSize(3);
    }
}
