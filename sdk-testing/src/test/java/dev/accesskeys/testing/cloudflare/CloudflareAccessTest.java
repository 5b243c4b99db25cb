package dev.accesskeys.testing.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.testing.Answer;
import dev.accesskeys.testing.Calls;
import dev.accesskeys.testing.Face;
import dev.accesskeys.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CloudflareAccessTest {

    private final VirtualTime time = VirtualTime.create();
    private final FakeCloudflare fake =
            FakeCloudflare.builder().timeSource(time).inMemory();

    @Test
    void aTokenOrEmailAndKeyOpenTheDoor() throws IOException {
        Calls withPair = Calls.to(fake, Face.IN_MEMORY)
                .with("X-Auth-Email", fake.email())
                .with("X-Auth-Key", fake.apiKey());

        assertThat(Cloudflare.calls(fake).get(Cloudflare.keys(fake)).status()).isEqualTo(200);
        assertThat(withPair.get(Cloudflare.keys(fake)).status()).isEqualTo(200);
    }

    @Test
    void eachWrongCredentialHasItsCode() throws IOException {
        String keys = Cloudflare.keys(fake);

        Answer nothing = Calls.to(fake, Face.IN_MEMORY).get(keys);
        Answer wrongToken = Calls.to(fake, Face.IN_MEMORY).withToken("wrong").get(keys);
        Answer half = Calls.to(fake, Face.IN_MEMORY)
                .with("X-Auth-Email", fake.email())
                .get(keys);
        Answer wrongKey = Calls.to(fake, Face.IN_MEMORY)
                .with("X-Auth-Email", fake.email())
                .with("X-Auth-Key", "0".repeat(37))
                .get(keys);

        assertThat(Cloudflare.code(nothing)).isEqualTo(10001);
        assertThat(Cloudflare.code(wrongToken)).isEqualTo(10000);
        assertThat(Cloudflare.code(half)).isEqualTo(6003);
        assertThat(Cloudflare.chain(half)).extracting(Cloudflare::code).containsExactly(6103L);
        assertThat(Cloudflare.code(wrongKey)).isEqualTo(9109);
    }

    @Test
    void anUnknownPathIsNotRouted() throws IOException {
        Answer answer = Cloudflare.calls(fake).get("/accounts/a/b/c");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(Cloudflare.code(answer)).isEqualTo(7003);
        assertThat(Cloudflare.code(Cloudflare.calls(fake).get("/accounts/" + "a".repeat(33) + "/access/keys")))
                .isEqualTo(7003);
    }

    @Test
    void anAccountWithoutAccessHasACodeOfItsOwn() throws IOException {
        FakeCloudflare without = FakeCloudflare.builder().accessNotEnabled().inMemory();

        Answer answer = Cloudflare.calls(without).get(Cloudflare.keys(without));

        assertThat(Cloudflare.code(answer)).isEqualTo(12109);
    }

    @Test
    void beyondTheLimitEverythingIsRefusedForFiveMinutes() throws IOException {
        FakeCloudflare limited =
                FakeCloudflare.builder().timeSource(time).rateLimit(2).inMemory();
        Calls calls = Cloudflare.calls(limited);
        String keys = Cloudflare.keys(limited);

        Answer first = calls.get(keys);
        time.advance(Duration.ofMinutes(4));
        calls.get(keys);
        Answer refused = calls.get(keys);
        time.advance(Duration.ofMinutes(4));
        Answer stillRefused = calls.get(keys);
        time.advance(Duration.ofMinutes(1));
        Answer again = calls.get(keys);

        assertThat(first.header("Ratelimit")).isEqualTo("\"default\";r=1;t=300");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("300");
        assertThat(stillRefused.status()).isEqualTo(429);
        assertThat(stillRefused.header("Retry-After")).isEqualTo("60");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.headers().first("Retry-After")).isEmpty();
    }
}
