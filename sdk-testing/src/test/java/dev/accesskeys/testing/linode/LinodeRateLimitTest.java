package dev.accesskeys.testing.linode;

import static dev.accesskeys.testing.linode.Linode.KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.testing.Answer;
import dev.accesskeys.testing.Calls;
import dev.accesskeys.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LinodeRateLimitTest {

    private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2030-01-01T00:00:00Z"));
    private final FakeLinode.Builder limited =
            FakeLinode.builder().timeSource(time).keys(1).rateLimits(new LinodeRateLimits(1, 2, 3));

    @Test
    void everyAnswerTellsWhatIsLeft() throws IOException {
        Answer answer = Linode.calls(limited.inMemory()).get(KEYS);

        assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("2");
        assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo("1");
        assertThat(answer.header("X-RateLimit-Reset"))
                .isEqualTo(Long.toString(Instant.parse("2030-01-01T00:01:00Z").getEpochSecond()));
    }

    @Test
    void oneRequestTooManyIsAnsweredWith429AndChangesNothing() throws IOException {
        FakeLinode fake = limited.inMemory();
        Calls calls = Linode.calls(fake);
        Linode.create(calls, "first");
        time.advance(Duration.ofSeconds(45));

        Answer refused = calls.post(KEYS, "{\"label\":\"second\"}");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Linode.reason(refused)).isEqualTo("Too many requests");
        assertThat(refused.header("Retry-After")).isEqualTo("15");
        assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(fake.account().keys()).hasSize(2);
    }

    @Test
    void afterAMinuteAllIsWellAgain() throws IOException {
        Calls calls = Linode.calls(limited.inMemory());
        Linode.create(calls, "first");

        time.advance(Duration.ofMinutes(1));

        assertThat(calls.post(KEYS, "{\"label\":\"second\"}").status()).isEqualTo(200);
    }

    @Test
    void writesPagesAndOtherRequestsAreCountedApart() throws IOException {
        Calls calls = Linode.calls(limited.inMemory());

        Linode.create(calls, "only");
        assertThat(calls.delete(KEYS + "/3000001").status()).isEqualTo(429);
        calls.get("/object-storage/endpoints");
        calls.get(KEYS);
        assertThat(calls.get("/object-storage/buckets").status()).isEqualTo(429);
        for (int i = 0; i < 3; i++) {
            assertThat(calls.get(KEYS + "/3000001").status()).isEqualTo(200);
        }
        assertThat(calls.get(KEYS + "/3000001").status()).isEqualTo(429);
    }

    @Test
    void theHeadersMayBeMissing() throws IOException {
        Calls calls = Linode.calls(
                limited.quirks(LinodeQuirk.WITHOUT_RATE_LIMIT_HEADERS).inMemory());
        Linode.create(calls, "first");

        Answer refused = calls.post(KEYS, "{\"label\":\"second\"}");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().names())
                .doesNotContain("Retry-After")
                .noneMatch(name -> name.startsWith("X-RateLimit"));
    }

    @Test
    void nothingIsLimitedUnlessItIsSet() throws IOException {
        Calls calls = Linode.calls(FakeLinode.builder().keys(1).inMemory());

        for (int i = 0; i < 70; i++) {
            assertThat(calls.put(KEYS + "/3000001", "{\"label\":\"again\"}").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void theDocumentedLimitsAreAtHand() {
        assertThat(LinodeRateLimits.documented()).isEqualTo(new LinodeRateLimits(60, 200, 1600));
    }
}
