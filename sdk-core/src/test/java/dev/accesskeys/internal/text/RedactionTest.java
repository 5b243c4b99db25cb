package dev.accesskeys.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.accesskeys.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from a provider is cleaned before anybody sees it. */
class RedactionTest {

    private static final String TOKEN = "to/ken+of=us~1";

    private static final Redaction REDACTION = Redaction.of(List.of(Secret.of(TOKEN)));

    @Test
    void whatWasSentIsMaskedInEveryFormInWhichItMayComeBack() {
        byte[] bytes = TOKEN.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        List<String> forms = List.of(
                TOKEN,
                TOKEN.replace("/", "\\/"),
                URLEncoder.encode(TOKEN, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                hex,
                hex.toUpperCase(Locale.ROOT));

        assertThat(forms)
                .allSatisfy(form -> assertThat(REDACTION.apply("you sent " + form + " here"))
                        .isEqualTo("you sent [redacted]" + (form.endsWith("==") ? "==" : form.endsWith("=") ? "=" : "")
                                + " here"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"secret_key\":\"canary\"}",
                "{\"secret\" : \"a\\\"canary\"}",
                "{\"password\":\"a\\\\\\\"canary\"}",
                "{\"token\":\"canary",
                "{\"token\":[\"canary\",\"canary\"]}",
                "{\"credentials\":{\"value\":\"canary\"}}",
                "{\"API_KEY\":\"canary\"}",
                "{\"apikey\":\"canary\"}",
                "{\"AccessKey\":\"canary\"}",
                "{\"private-key\":\"x\",\"private_key\":\"canary\"}",
                "{\"token\":\n\t\"canary\"}",
                "Authorization: Bearer canary",
                "authorization=basic canary",
                "https://example.com/?token=canary&x=1",
                "client_secret=canary;",
                "AKIACANARY0123456789canary"
            })
    void whatSoundsLikeASecretIsMasked(String text) {
        assertThat(REDACTION.apply(text)).doesNotContain("canary");
    }

    @Test
    void aNumberThatSoundsLikeASecretIsMaskedToo() {
        assertThat(REDACTION.apply("{\"token\":123456,\"id\":42}")).isEqualTo("{\"token\":\"[redacted]\",\"id\":42}");
    }

    @Test
    void whatAPersonNeedsStays() {
        String reason = "Your token has expired (object_storage:read_write needed); label must be 3-50 characters";

        assertThat(REDACTION.apply(reason)).isEqualTo(reason);
    }

    /** The masks make a text shorter, so that what stood far behind comes to the front. */
    @Test
    void aSecretAtTheEndOfWhatIsReadLeavesNoBeginning() {
        String longRun = "A1".repeat(2043);

        String shown = REDACTION.apply(longRun + " " + TOKEN + TOKEN);

        assertThat(shown).doesNotContain(TOKEN.substring(0, 6));
    }

    @Test
    void whatIsShownIsShortAndOnOneLine() {
        String shown = REDACTION.apply("a\r\nb\u0000c\u202Ed\u2028e" + "x ".repeat(1000));

        assertThat(shown).startsWith("a b c d e").hasSizeLessThanOrEqualTo(301);
    }

    @Test
    void anIdentifierStaysAsItIsUnlessItIsTheToken() {
        String id = "8f2c4a1e9b7d4c3f8f2c4a1e9b7d4c3f";

        assertThat(REDACTION.identifier(id)).isEqualTo(id);
        assertThat(REDACTION.identifier("id-" + TOKEN)).isEqualTo("id-[redacted]");
        assertThat(REDACTION.identifier("a\r\nb\u00e9")).isEqualTo("a??b?");
        assertThat(REDACTION.identifier("x".repeat(1000))).hasSize(100);
    }

    /** Bodies that a hostile server may send: none of them may keep the processor, or the stack, busy. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "\\\"", "{", "\"token\":", "A1", "=", "\"secret\":\"\\", "token=", "[\"", "bearer "})
    void noTextIsTooHard(String part) {
        String text = "\"secret\":\"" + part.repeat(100_000);

        assertThatCode(() -> REDACTION.apply(text)).doesNotThrowAnyException();
        long begun = System.nanoTime();
        REDACTION.apply(text);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }
}
