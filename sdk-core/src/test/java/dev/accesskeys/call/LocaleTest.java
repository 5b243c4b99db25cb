package dev.accesskeys.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.testprovider.CallStyle;
import dev.accesskeys.testprovider.Cases;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.Kind;
import dev.accesskeys.testprovider.RawServer;
import dev.accesskeys.testprovider.Reply;
import dev.accesskeys.testprovider.TestClient;
import dev.accesskeys.testprovider.Thing;
import dev.accesskeys.testprovider.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocols know no locale: neither the Turkish dotless i nor Arabic digits may get into them. */
class LocaleTest {

    private final Locale original = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(original);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "de-DE"})
    void callsAreTheSameEverywhere(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        VirtualTime time = VirtualTime.flowing();
        Reply later = Reply.status(429, "RETRY-AFTER: Thu, 01 Jan 2026 00:00:07 GMT");
        Reply thing = Reply.json(
                200, "{\"id\":1234567,\"name\":\"I\u0131i\u0130\",\"created\":\"2024-05-06T07:08:09.5+02:00\"}");
        try (RawServer server = RawServer.replying(later, thing);
                TestClient client = Clients.of(server).timeSource(time).build()) {

            Thing read = CallStyle.BLOCKING.call(client, TestClient.get(1234567));

            assertThat(read.created()).isEqualTo(Instant.parse("2024-05-06T05:08:09.5Z"));
            assertThat(time.waits()).containsExactly(Duration.ofSeconds(7));
            assertThat(server.last().target()).isEqualTo("/things/1234567");
            assertThat(server.last().header("authorization")).isEqualTo("Bearer " + Clients.TOKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-u-nu-arab"})
    void messagesHaveTheSameDigitsEverywhere(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        try (RawServer server = RawServer.replying(Reply.thenStall(""));
                TestClient client =
                        Clients.of(server).deadline(Duration.ofMillis(120)).build()) {

            AccessKeysException thrown = Cases.failure(client, Kind.READ, CallStyle.BLOCKING);

            assertThat(thrown).hasMessageContaining("120 ms").hasMessageContaining("1 attempt");
        }
    }
}
