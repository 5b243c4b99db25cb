package dev.accesskeys.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.rotation.RotationOutcome.Kind;
import dev.accesskeys.rotation.journal.MemoryJournal;
import dev.accesskeys.rotation.store.MemoryStore;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The one that watches must be silent when all goes well. */
class CrashPromisesTest {

    @ParameterizedTest
    @MethodSource("dev.accesskeys.rotation.World#all")
    void nothingIsBrokenByARotationThatGoesWell(World world) {
        Promises promises = new Promises(world).grace(world.overlaps() ? Duration.ofHours(24) : Duration.ZERO);
        RotatorBuilder builder = world.rotator()
                .journal(new MemoryJournal())
                .verifier(promises.watch(world.verifier()))
                .listener(promises.listener());
        if (world.hasSecret()) {
            MemoryStore store = MemoryStore.holding("memory", world.firstKey());
            promises.lookingAt(store::read);
            builder.store(promises.watch(store));
        }
        Rotator rotator = builder.build();

        RotationOutcome outcome = rotate(rotator, promises);
        world.time.advance(Duration.ofHours(25));
        outcome = outcome.kind() == Kind.COMPLETED ? outcome : rotate(rotator, promises);
        rotator.sweep();

        assertThat(outcome.kind()).isEqualTo(Kind.COMPLETED);
        assertThat(promises.violations(rotator.status())).isEmpty();
    }

    private static RotationOutcome rotate(Rotator rotator, Promises promises) {
        promises.callBegins(false);
        RotationOutcome outcome = rotator.rotate();
        promises.callEnded(outcome);
        return outcome;
    }
}
