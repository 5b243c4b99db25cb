package dev.accesskeys.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.CallOptions;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;

/** The numbers behind the waits. */
class RetryPolicyTest {

    @Property(tries = 200)
    void aBackoffStaysWithinItsBounds(
            @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int failed,
            @ForAll @DoubleRange(min = 0, max = 0.99) double random) {
        Duration wait = RetryPolicy.standard().backoff(failed, () -> random);

        assertThat(wait).isBetween(Duration.ZERO, Duration.ofSeconds(10));
    }

    @Test
    void aBackoffOfCenturiesIsNoProblem() {
        Duration longest = Duration.ofSeconds(Long.MAX_VALUE);

        Duration wait = RetryPolicy.standard().withBackoff(longest, longest).backoff(3, () -> 0.999);

        assertThat(wait).isGreaterThan(Duration.ofDays(365));
    }

    @Test
    void aPolicyWithoutSenseIsRefused() {
        RetryPolicy policy = RetryPolicy.standard();

        assertThatThrownBy(() -> policy.withMaxAttempts(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> policy.withBackoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> policy.withMaxRetryAfter(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CallOptions.deadline(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void policiesAreEqualByContent() {
        EqualsVerifier.forClass(RetryPolicy.class)
                .withNonnullFields("baseDelay", "maxDelay", "maxRetryAfter")
                .verify();
    }
}
