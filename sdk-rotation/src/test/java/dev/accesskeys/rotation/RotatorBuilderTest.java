package dev.accesskeys.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.rotation.journal.MemoryJournal;
import dev.accesskeys.rotation.store.MemoryStore;
import dev.accesskeys.rotation.verify.VerificationPolicy;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is set up wrongly is said before anything is sent, with the name of the setting. */
class RotatorBuilderTest {

    private final World linode = World.linode();
    private final MemoryJournal journal = new MemoryJournal();

    private RotatorBuilder complete(World world) {
        RotatorBuilder builder = world.rotator().journal(journal);
        return world.hasSecret() ? builder.store(MemoryStore.holding("memory", world.firstKey())) : builder;
    }

    private static void assertRefused(ThrowingCallable call, String setting, String rule) {
        assertThatThrownBy(call)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(setting)
                .hasMessageContaining(rule)
                .hasMessageContaining("Nothing was changed");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertRefused(() -> Rotator.builder().build(), "service", "no service");
        assertRefused(() -> Rotator.builder().service(linode.service()).build(), "journal", "no journal");
        assertRefused(
                () -> Rotator.builder()
                        .service(linode.service())
                        .journal(journal)
                        .build(),
                "store",
                "no store");
        assertRefused(
                () -> Rotator.builder()
                        .service(linode.service())
                        .journal(journal)
                        .store(MemoryStore.empty("memory"))
                        .build(),
                "verifier",
                "nobody has tried");
    }

    @Test
    void aGraceBelowZeroIsRefused() {
        assertRefused(() -> complete(linode).grace(Duration.ofSeconds(-1)).build(), "grace", "must not be negative");
    }

    @Test
    void aGraceLongerThanTheProvidersOverlapIsRefused() {
        assertRefused(
                () -> complete(World.cloudflare()).grace(Duration.ofDays(8)).build(),
                "grace",
                "must be at most PT168H");
        assertThat(complete(World.cloudflare()).grace(Duration.ofDays(7)).build())
                .isNotNull();
    }

    @Test
    void aGraceWhereThereIsNoOverlapIsRefused() {
        assertRefused(
                () -> complete(World.tensorPool()).grace(Duration.ofSeconds(1)).build(), "grace", "must be zero");
    }

    @Test
    void aStoreForKeysWithoutASecretIsRefused() {
        assertRefused(
                () -> complete(World.cloudflare())
                        .store(MemoryStore.empty("memory"))
                        .build(),
                "store",
                "no secret");
    }

    @Test
    void timesAndNumbersOutOfRangeAreRefused() {
        assertRefused(() -> complete(linode).interval(Duration.ZERO).build(), "interval", "more than zero");
        assertRefused(() -> complete(linode).settleTime(Duration.ZERO).build(), "settleTime", "more than zero");
        assertRefused(
                () -> complete(linode).provisioningTime(Duration.ofSeconds(-1)).build(),
                "provisioningTime",
                "more than zero");
        assertRefused(() -> complete(linode).maxAttempts(0).build(), "maxAttempts", "from 1 to 10");
        assertRefused(() -> complete(linode).actor("two\nlines").build(), "actor", "control characters");
        assertThatThrownBy(() -> VerificationPolicy.standard().withConsecutive(0))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("consecutive");
        assertThatThrownBy(() -> VerificationPolicy.standard().withDeadline(Duration.ZERO))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("deadline");
    }
}
