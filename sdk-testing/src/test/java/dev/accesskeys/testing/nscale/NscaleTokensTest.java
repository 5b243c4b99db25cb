package dev.accesskeys.testing.nscale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.testing.Answer;
import dev.accesskeys.testing.Calls;
import dev.accesskeys.testing.Face;
import dev.accesskeys.testing.VirtualTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class NscaleTokensTest {

    @Test
    void aClientGetsATokenByHeaderOrForm() throws IOException {
        FakeNscale fake = FakeNscale.builder().inMemory();

        Answer byHeader = byHeader(fake, fake.clientSecret().reveal());
        Answer byForm = Calls.to(fake, Face.IN_MEMORY)
                .post(
                        FakeNscale.TOKENS,
                        "grant_type=client_credentials&client_id=" + fake.clientId() + "&client_secret="
                                + fake.clientSecret().reveal());

        assertThat(byHeader.status()).isEqualTo(200);
        assertThat(byHeader.number("expires_in")).isEqualTo(3600);
        assertThat(byForm.text("access_token")).isNotEqualTo(byHeader.text("access_token"));
    }

    @Test
    void aNewSessionEndsTheOldOneUnlessTheQuirkSaysOtherwise() throws IOException {
        FakeNscale one = FakeNscale.builder().inMemory();
        FakeNscale many = FakeNscale.builder().quirks(NscaleQuirk.MANY_SESSIONS).inMemory();

        assertThat(statusOfTheFirstOfTwo(one)).isEqualTo(401);
        assertThat(statusOfTheFirstOfTwo(many)).isEqualTo(200);
    }

    @Test
    void tokensExpireAndSessionsEnd() throws IOException {
        VirtualTime time = VirtualTime.create();
        FakeNscale fake = FakeNscale.builder()
                .timeSource(time)
                .tokenLifetime(Duration.ofMinutes(1))
                .inMemory();

        String first = byHeader(fake, fake.clientSecret().reveal()).text("access_token");
        int before = list(fake, first);
        time.advance(Duration.ofMinutes(1));
        int after = list(fake, first);
        String second = byHeader(fake, fake.clientSecret().reveal()).text("access_token");
        fake.endSessions();

        assertThat(before).isEqualTo(200);
        assertThat(after).isEqualTo(401);
        assertThat(list(fake, second)).isEqualTo(401);
    }

    @Test
    void whatIsWrongIsRefused() throws IOException {
        FakeNscale fake =
                FakeNscale.builder().quirks(NscaleQuirk.TOKEN_LIFETIME_UNTOLD).inMemory();

        Answer wrong = byHeader(fake, "wrong");
        Answer untold = byHeader(fake, fake.clientSecret().reveal());
        Answer grant = Calls.to(fake, Face.IN_MEMORY).post(FakeNscale.TOKENS, "grant_type=password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text("error")).isEqualTo("invalid_client");
        assertThat(untold.text()).doesNotContain("expires_in");
        assertThat(grant.status()).isEqualTo(400);
        assertThat(Calls.to(fake, Face.IN_MEMORY).get(FakeNscale.TOKENS).status())
                .isEqualTo(405);
        assertThat(fake.tokenEndpoint()).hasPath(FakeNscale.TOKENS);
    }

    private static int statusOfTheFirstOfTwo(FakeNscale fake) throws IOException {
        String first = byHeader(fake, fake.clientSecret().reveal()).text("access_token");
        byHeader(fake, fake.clientSecret().reveal());
        return list(fake, first);
    }

    private static int list(FakeNscale fake, String token) throws IOException {
        return Calls.to(fake, Face.IN_MEMORY)
                .withToken(token)
                .get(FakeNscale.ENDPOINTS)
                .status();
    }

    private static Answer byHeader(FakeNscale fake, String secret) throws IOException {
        byte[] pair = (fake.clientId() + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return Calls.to(fake, Face.IN_MEMORY)
                .with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                .post(FakeNscale.TOKENS, "grant_type=client_credentials");
    }
}
