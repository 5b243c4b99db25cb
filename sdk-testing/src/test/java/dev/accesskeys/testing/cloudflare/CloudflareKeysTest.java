package dev.accesskeys.testing.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.testing.Answer;
import dev.accesskeys.testing.Calls;
import dev.accesskeys.testing.Change;
import dev.accesskeys.testing.Face;
import dev.accesskeys.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloudflareKeysTest {

    private final VirtualTime time = VirtualTime.create();

    @ParameterizedTest
    @EnumSource(Face.class)
    void getShowsTheScheduleInsideTheResult(Face face) throws IOException {
        try (FakeCloudflare fake =
                Cloudflare.fake(face, FakeCloudflare.builder().timeSource(time))) {
            Answer answer = Cloudflare.calls(fake, face).get(Cloudflare.keys(fake));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text())
                    .isEqualTo("{\"result\":{\"days_until_next_rotation\":60,\"key_rotation_interval_days\":90,"
                            + "\"last_key_rotation_at\":\"2029-12-02T00:00:00.00000Z\"},\"success\":true,\"errors\":[],"
                            + "\"messages\":[]}");
            assertThat(answer.header("cf-ray")).matches("[0-9a-f]{16}-AMS");
            assertThat(answer.header("Ratelimit")).isEqualTo("\"default\";r=1200;t=300");
            assertThat(answer.header("Ratelimit-Policy")).isEqualTo("\"default\";q=1200;w=300");
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void anUpdateSetsTheInterval(Face face) throws IOException {
        try (FakeCloudflare fake =
                Cloudflare.fake(face, FakeCloudflare.builder().timeSource(time))) {
            Answer answer =
                    Cloudflare.calls(fake, face).put(Cloudflare.keys(fake), "{\"key_rotation_interval_days\":365}");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(fake.account().intervalDays()).isEqualTo(365);
            assertThat(fake.ledger().applied()).containsExactly(new Change(Change.Kind.UPDATED, fake.accountId()));
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void anIntervalOutOfRangeIsRefusedWithAPointer(Face face) throws IOException {
        try (FakeCloudflare fake = Cloudflare.fake(face, FakeCloudflare.builder())) {
            Calls calls = Cloudflare.calls(fake, face);

            for (String days : List.of("20", "366", "null")) {
                Answer answer = calls.put(Cloudflare.keys(fake), "{\"key_rotation_interval_days\":" + days + "}");

                assertThat(answer.status()).isEqualTo(400);
                assertThat(Cloudflare.error(answer).toJson()).contains("\"pointer\":\"/key_rotation_interval_days\"");
            }
            assertThat(calls.put(Cloudflare.keys(fake), "no JSON").status()).isEqualTo(400);
            assertThat(fake.ledger().applied()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void aRotationMakesTheCurrentKeyThePreviousOne(Face face) throws IOException {
        try (FakeCloudflare fake =
                Cloudflare.fake(face, FakeCloudflare.builder().timeSource(time))) {
            String old = fake.account().currentKey();

            Answer answer = Cloudflare.calls(fake, face).post(Cloudflare.rotate(fake), "");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).contains("2030-01-01T00:00:00.00000Z").doesNotContain(old);
            assertThat(fake.account().publishedKeys())
                    .containsExactly(fake.account().currentKey(), old);
            assertThat(fake.account().isValid(old)).isTrue();
            assertThat(fake.ledger().applied()).containsExactly(new Change(Change.Kind.ROTATED, fake.accountId()));
        }
    }

    @Test
    void thePreviousKeyEndsSevenDaysAfterTheRotation() throws IOException {
        FakeCloudflare fake = FakeCloudflare.builder().timeSource(time).inMemory();
        String old = fake.account().currentKey();
        Cloudflare.calls(fake).post(Cloudflare.rotate(fake), "");

        time.advance(Duration.ofDays(7).minusSeconds(1));
        boolean before = fake.account().isValid(old);
        time.advance(Duration.ofSeconds(1));

        assertThat(before).isTrue();
        assertThat(fake.account().isValid(old)).isFalse();
    }

    @Test
    void aSecondRotationWithinSevenDaysDropsTheOlderKey() throws IOException {
        FakeCloudflare fake = FakeCloudflare.builder().timeSource(time).inMemory();
        String old = fake.account().currentKey();
        Calls calls = Cloudflare.calls(fake);

        calls.post(Cloudflare.rotate(fake), "");
        time.advance(Duration.ofDays(1));
        calls.post(Cloudflare.rotate(fake), "");

        assertThat(fake.account().isValid(old)).isFalse();
        assertThat(fake.account().publishedKeys()).hasSize(2).doesNotContain(old);
    }

    @Test
    void theScheduleIsFollowed() {
        FakeCloudflare fake = FakeCloudflare.builder().timeSource(time).inMemory();
        String old = fake.account().currentKey();

        time.advance(Duration.ofDays(60));

        assertThat(fake.account().lastRotation()).isEqualTo(time.now());
        assertThat(fake.account().publishedKeys()).element(1).isEqualTo(old);
    }
}
