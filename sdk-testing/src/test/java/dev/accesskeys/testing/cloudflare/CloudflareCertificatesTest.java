package dev.accesskeys.testing.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.Answer;
import dev.accesskeys.testing.Calls;
import dev.accesskeys.testing.Face;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.Lag;
import dev.accesskeys.testing.VirtualTime;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The signing keys as a team's Access publishes them, beside the API. */
@Timeout(30)
class CloudflareCertificatesTest {

    private final VirtualTime time = VirtualTime.create();

    private FakeCloudflare inMemory() {
        return FakeCloudflare.builder().timeSource(time).inMemory();
    }

    private static List<String> published(FakeCloudflare fake) throws IOException {
        return kids(Calls.to(fake, Face.IN_MEMORY).getAt(fake.certificatesUrl()).json(), "keys");
    }

    private static List<String> kids(JsonValue document, String member) {
        return document.member(member).orElseThrow().elements().stream()
                .map(CloudflareCertificatesTest::kid)
                .toList();
    }

    private static String kid(JsonValue key) {
        return text(key, "kid");
    }

    private static String text(JsonValue object, String member) {
        return object.member(member).flatMap(JsonValue::asString).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void theyAreThereForEveryone(Face face) throws IOException {
        try (FakeCloudflare fake =
                Cloudflare.fake(face, FakeCloudflare.builder().timeSource(time))) {
            fake.account().rotate();

            Answer answer = Calls.to(fake, face).getAt(fake.certificatesUrl());

            JsonValue document = answer.json();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(fake.certificatesUrl()).hasPath("/cdn-cgi/access/certs");
            assertThat(kids(document, "keys"))
                    .isEqualTo(kids(document, "public_certs"))
                    .isEqualTo(fake.account().publishedKeys())
                    .hasSize(2);
            JsonValue certificate = document.member("public_cert").orElseThrow();
            assertThat(kid(certificate)).isEqualTo(fake.account().currentKey());
            assertThat(text(certificate, "cert")).startsWith("-----BEGIN CERTIFICATE-----\n");
            assertThat(document.member("keys").orElseThrow().elements().get(0).members())
                    .containsEntry("kty", JsonValue.string("RSA"))
                    .containsEntry("alg", JsonValue.string("RS256"))
                    .containsEntry("use", JsonValue.string("sig"))
                    .containsEntry("e", JsonValue.string("AQAB"))
                    .containsKey("n");
        }
    }

    @Test
    void theRealAddressOfATeamLeadsThereToo() throws IOException {
        FakeCloudflare fake = inMemory();
        URI address = URI.create("https://team.cloudflareaccess.com/cdn-cgi/access/certs");

        Answer answer = Calls.to(fake, Face.IN_MEMORY).getAt(address);

        assertThat(kids(answer.json(), "keys")).containsExactly(fake.account().currentKey());
    }

    @Test
    void thePreviousKeyIsThereForSevenDays() throws IOException {
        FakeCloudflare fake = inMemory();
        List<String> before = published(fake);
        fake.account().rotate();

        time.advance(Duration.ofDays(7).minusSeconds(1));
        List<String> inTime = published(fake);
        time.advance(Duration.ofSeconds(1));
        List<String> after = published(fake);

        assertThat(before).hasSize(1);
        assertThat(inTime).containsExactly(fake.account().currentKey(), before.get(0));
        assertThat(after).containsExactly(fake.account().currentKey());
    }

    @Test
    void aSecondRotationDropsTheOlderKey() throws IOException {
        FakeCloudflare fake = inMemory();
        String first = fake.account().currentKey();
        fake.account().rotate();
        String second = fake.account().currentKey();
        fake.account().rotate();

        assertThat(published(fake))
                .containsExactly(fake.account().currentKey(), second)
                .doesNotContain(first);
    }

    @Test
    void aRotationMayShowLate() throws IOException {
        FakeCloudflare fake = FakeCloudflare.builder()
                .timeSource(time)
                .certificatesPublishedAfter(Duration.ofMinutes(1))
                .inMemory();
        String old = fake.account().currentKey();

        Cloudflare.calls(fake).post(Cloudflare.rotate(fake), "");
        List<String> atOnce = published(fake);
        time.advance(Duration.ofMinutes(1));
        List<String> later = published(fake);

        assertThat(atOnce).containsExactly(old);
        assertThat(later).containsExactly(fake.account().currentKey(), old);
    }

    @Test
    void aRotationMayShowAfterSomeReads() throws IOException {
        FakeCloudflare fake = FakeCloudflare.builder()
                .timeSource(time)
                .certificatesPublishedAfter(Lag.ofReads(2))
                .inMemory();
        fake.account().rotate();
        fake.account().rotate();

        List<String> first = published(fake);
        List<String> second = published(fake);
        List<String> third = published(fake);

        assertThat(first).isEqualTo(second).doesNotContain(fake.account().currentKey());
        assertThat(third).isEqualTo(fake.account().publishedKeys()).hasSize(2);
    }

    @Test
    void faultsHitItLikeAnyOtherCall() throws IOException {
        FakeCloudflare fake = inMemory();
        fake.faults()
                .onCall(1)
                .where(request -> request.path().endsWith("/cdn-cgi/access/certs"))
                .order(Fault.status(503));

        assertThat(Calls.to(fake, Face.IN_MEMORY).getAt(fake.certificatesUrl()).status())
                .isEqualTo(503);
        assertThat(published(fake)).hasSize(1);
    }
}
