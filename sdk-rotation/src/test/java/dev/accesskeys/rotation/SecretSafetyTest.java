package dev.accesskeys.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.Secret;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.rotation.RotationOutcome.Completed;
import dev.accesskeys.rotation.RotationOutcome.Kind;
import dev.accesskeys.rotation.RotationOutcome.NeedsOperator;
import dev.accesskeys.rotation.RotationOutcome.Refused;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.testing.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 1: a secret that is shown once is kept before anything else happens, and room for it is made before it is asked for. */
class SecretSafetyTest {

    /** An answer that holds the secret, beside a member that is not what it should be. */
    static Fault undecodable(World world) {
        return world instanceof LinodeWorld
                ? Fault.withMember("label", JsonValue.array(List.of()))
                : Fault.withMember("metadata", JsonValue.string("none"));
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise1TheSecretIsStagedBeforeTheAnswerIsDecoded(World world) {
        Bench bench = Bench.of(world);
        world.cloud.faults().onCall(1).of("POST", world.rotatePath()).order(undecodable(world));

        RotationOutcome outcome = bench.rotator().rotate();

        // The answer could not be read, and its secret is in the store all the same: no second key was needed.
        assertThat(outcome.kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
        assertThat(bench.made()).isEqualTo(1);
        StoredKey current = bench.contents().current().orElseThrow();
        assertThat(world.usable()).containsEntry(current.accessKeyId().orElseThrow(), current.secret());
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#all")
    void promise1StagingIsTheFirstThingThatHappensAfterTheRequest(World world) {
        Bench bench = Bench.of(world);

        bench.rotator().rotate();

        int sent = bench.effects.indexOf("provider.rotate");
        if (world.hasSecret()) {
            assertThat(bench.effects.get(sent + 1)).isEqualTo("store.stage");
        }
        assertThat(bench.effects.subList(0, sent)).contains("journal.reserve", "journal.write");
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise1NothingIsAskedForWithoutRoomForTheSecret(World world) {
        Bench bench = Bench.of(world);
        bench.failing.add("reserve");

        RotationOutcome outcome = bench.rotator().rotate();

        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).problem()).isEqualTo(RotationProblem.STORE_FAILED);
        assertThat(bench.sent("POST")).isZero();
        assertThat(bench.rotator().status().state()).isEqualTo(RotationStatus.State.IDLE);
        assertThat(bench.rotator().rotate().kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise1AStoreThatFailsOnceIsAskedAgain(World world) {
        Bench bench = Bench.of(world);
        bench.failing.add("stage");

        RotationOutcome outcome = bench.rotator().rotate();

        assertThat(outcome.kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
        assertThat(outcome.explanation()).contains("would not take the new secret");
        assertThat(bench.made()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise1AKeyWhoseSecretCannotBeKeptIsRevoked(World world) {
        Bench bench = Bench.of(world);
        bench.failing.add("stage always");

        RotationOutcome outcome = bench.rotator().rotate();

        assertThat(((Refused) outcome).problem()).isEqualTo(RotationProblem.STORE_FAILED);
        assertThat(outcome.explanation()).contains("was revoked");
        assertThat(world.existing()).hasSize(2).contains(world.firstId());
        assertThat(bench.current()).isEqualTo(world.firstKey().accessKeyId());
    }

    @Test
    void promise1AfterACutOverTheOutcomeHoldsASecretThatCannotBeKept() {
        World world = World.tensorPool();
        Bench bench = Bench.of(world);
        bench.failing.add("stage always");

        NeedsOperator outcome = (NeedsOperator) bench.rotator().rotate();

        Secret secret = outcome.unsavedSecret().orElseThrow();
        assertThat(world.usable()).containsValue(secret);
        assertThat(outcome.problem()).isEqualTo(RotationProblem.STORE_FAILED);
        assertThat(outcome.toString() + outcome.explanation()).doesNotContain(secret.reveal());

        bench.failing.clear();
        RotationOutcome next = bench.rotator().rotate();

        assertThat(next).isInstanceOf(Completed.class);
        assertThat(bench.contents().current().orElseThrow().secret()).isEqualTo(secret);
        assertThat(bench.made()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#overlapping")
    void promise1AStoreThatBecameReadOnlyAfterTheRequestLosesNoKey(World world) {
        Bench bench = Bench.of(world);
        bench.failing.add("publish");

        NeedsOperator outcome = (NeedsOperator) bench.rotator().rotate();

        assertThat(outcome.problem()).isEqualTo(RotationProblem.STORE_FAILED);
        assertThat(bench.contents().pending()).isPresent();
        assertThat(bench.current()).isEqualTo(world.firstKey().accessKeyId());
        assertThat(bench.rotator().rotate().kind()).isEqualTo(Kind.WAITING_FOR_GRACE);
        assertThat(bench.made()).isEqualTo(1);
    }
}
