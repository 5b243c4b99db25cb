package dev.accesskeys.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {

    @Test
    void aDelayIsOverAtOnceAndMovesTheTime() {
        VirtualTime time = VirtualTime.startingAt(Instant.EPOCH);

        CompletableFuture<Void> delay = time.delay(Duration.ofHours(1));

        assertThat(delay).isCompleted();
        assertThat(time.now()).isEqualTo("1970-01-01T01:00:00Z");
        assertThat(time.nanoTime()).isEqualTo(Duration.ofHours(1).toNanos());
    }

    @Test
    void theWaitsAreRememberedInTheirOrder() {
        VirtualTime time = VirtualTime.create();

        time.delay(Duration.ofSeconds(1)).join();
        time.advance(Duration.ofMinutes(1));
        time.delay(Duration.ofSeconds(2)).join();

        assertThat(time.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(63));
    }

    @Test
    void aManualClockLetsWaitsEndInTheirOrderWhenTheTimeHasCome() {
        VirtualTime time = VirtualTime.manual();
        CompletableFuture<Void> later = time.delay(Duration.ofSeconds(2));
        CompletableFuture<Void> sooner = time.delay(Duration.ofSeconds(1));

        time.advance(Duration.ofSeconds(1));

        assertThat(sooner).isCompleted();
        assertThat(later).isNotDone();
        time.advance(Duration.ofSeconds(1));
        assertThat(later).isCompleted();
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(1));
    }

    @Test
    void timeDoesNotGoBackwards() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VirtualTime.create().advance(Duration.ofSeconds(-1)));
    }
}
