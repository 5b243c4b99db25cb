package dev.accesskeys.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.DecodingException;
import dev.accesskeys.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults after which the client has an answer in hand, be it a wrong one. */
@Timeout(30)
class FaultsWithAnswerTest {

    private static Answer buy(FakeShop shop, Face face, Fault fault) throws IOException {
        shop.faults().onCall(1).of("POST", "/things").order(fault);
        return Calls.to(shop, face).post("/things", "{}");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void aStatusComesWithoutABody(Face face) throws IOException {
        try (FakeShop shop = FakeShop.open(face)) {
            Answer answer = buy(shop, face, Fault.status(503));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).isEmpty();
            assertThat(shop.sold()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void aProxyAnswersWithHtml(Face face) throws IOException {
        try (FakeShop shop = FakeShop.open(face)) {
            Answer answer = buy(shop, face, Fault.html(502));

            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.header("Content-Type")).isEqualTo("text/html");
            assertThat(answer.text()).contains("<html>");
            assertThat(shop.sold()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void aHugeBodyComesWhole(Face face) throws IOException {
        try (FakeShop shop = FakeShop.open(face)) {
            Answer answer = buy(shop, face, Fault.hugeBody(500, 10_000_000));

            assertThat(answer.body()).hasSize(10_000_000);
            assertThat(answer.header("Content-Length")).isEqualTo("10000000");
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void tooManyRequestsMayTellHowLongToWait(Face face) throws IOException {
        try (FakeShop shop = FakeShop.open(face)) {
            Answer seconds = buy(shop, face, Fault.tooManyRequests(Duration.ofSeconds(7)));
            Answer date = buy(shop, face, Fault.tooManyRequests(Instant.parse("2030-01-01T00:00:00Z")));
            Answer absurd = buy(shop, face, Fault.tooManyRequests("tomorrow"));
            Answer missing = buy(shop, face, Fault.tooManyRequests());

            assertThat(seconds.status()).isEqualTo(429);
            assertThat(seconds.header("Retry-After")).isEqualTo("7");
            assertThat(date.header("Retry-After")).isEqualTo("Tue, 01 Jan 2030 00:00:00 GMT");
            assertThat(absurd.header("Retry-After")).isEqualTo("tomorrow");
            assertThat(missing.headers().first("Retry-After")).isEmpty();
            assertThat(shop.sold()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void anErrorMayBeAnsweredAlthoughAllIsApplied(Face face) throws IOException {
        try (FakeShop shop = FakeShop.open(face)) {
            Answer answer = buy(shop, face, Fault.applyThenAnswer(FakeResponse.of(500)));

            assertThat(answer.status()).isEqualTo(500);
            assertThat(shop.sold()).isEqualTo(1);
            assertThat(shop.ledger().entries()).singleElement().satisfies(entry -> {
                assertThat(entry.applied()).isTrue();
                assertThat(entry.status()).hasValue(500);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void aTruncatedAnswerLooksWholeToHttp(Face face) throws IOException {
        try (FakeShop shop = FakeShop.open(face)) {
            Answer answer = buy(shop, face, Fault.truncatedJson());

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().first("Content-Length")).isEmpty();
            assertThat(answer.text()).isEqualTo(FakeShop.ANSWER.substring(0, FakeShop.ANSWER.length() / 2));
            assertThat(shop.sold()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void aMalformedAnswerIsNoJson(Face face) throws IOException {
        try (FakeShop shop = FakeShop.open(face)) {
            Answer answer = buy(shop, face, Fault.malformedJson());

            assertThat(answer.status()).isEqualTo(200);
            assertThatThrownBy(answer::json).isInstanceOf(DecodingException.class);
            assertThat(shop.sold()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void aSuccessMayComeWithHtml(Face face) throws IOException {
        try (FakeShop shop = FakeShop.open(face)) {
            Answer answer = buy(shop, face, Fault.htmlInsteadOfJson());

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().all("Content-Type")).containsExactly("text/html");
            assertThat(answer.text()).startsWith("<html>");
            assertThat(shop.sold()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void membersOfTheAnswerCanBeAddedReplacedAndRemoved(Face face) throws IOException {
        try (FakeShop shop = FakeShop.open(face)) {
            Answer added = buy(shop, face, Fault.withMember("colour", JsonValue.string("red")));
            Answer replaced = buy(shop, face, Fault.withMember("secret", JsonValue.string("")));
            Answer removed = buy(shop, face, Fault.withoutMember("secret"));

            assertThat(added.text()).isEqualTo("{\"name\":\"thing\",\"secret\":\"0123456789\",\"colour\":\"red\"}");
            assertThat(replaced.text()).isEqualTo("{\"name\":\"thing\",\"secret\":\"\"}");
            assertThat(removed.text()).isEqualTo("{\"name\":\"thing\"}");
            assertThat(shop.sold()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void theWholeAnswerCanBeRewritten(Face face) throws IOException {
        try (FakeShop shop = FakeShop.open(face)) {
            Answer document = buy(shop, face, Fault.rewriteJson(thing -> JsonValue.object(Map.of("things", thing))));
            Answer header = buy(shop, face, Fault.rewrite(response -> response.withoutHeader("X-Shop")));

            assertThat(document.text()).isEqualTo("{\"things\":" + FakeShop.ANSWER + "}");
            assertThat(document.header("X-Shop")).isEqualTo("open");
            assertThat(header.headers().first("X-Shop")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void rewritingWhatIsNoJsonIsToldAsAMistakeOfTheTest(Face face) throws IOException {
        try (FakeShop shop = FakeShop.open(face)) {
            shop.faults().onEveryCall().order(Fault.malformedJson());
            shop.faults().clear();

            Answer answer = buy(shop, face, Fault.rewriteJson(thing -> {
                throw new IllegalStateException("a mistake");
            }));

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).contains("The fake itself failed").contains("a mistake");
            assertThat(shop.ledger().applied()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void anAnswerMayTakeItsTime(Face face) throws IOException {
        VirtualTime time = VirtualTime.create();
        try (FakeShop shop = FakeShop.open(face, time)) {
            long before = System.nanoTime();
            Answer answer = buy(shop, face, Fault.delay(Duration.ofMillis(50)));
            Duration took = Duration.ofNanos(System.nanoTime() - before);

            assertThat(answer.text()).isEqualTo(FakeShop.ANSWER);
            assertThat(face == Face.SERVER ? took : time.passed()).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void anAnswerMayTrickle(Face face) throws IOException {
        VirtualTime time = VirtualTime.create();
        try (FakeShop shop = FakeShop.open(face, time)) {
            long before = System.nanoTime();
            Answer answer = buy(shop, face, Fault.trickle(10, Duration.ofMillis(10)));
            Duration took = Duration.ofNanos(System.nanoTime() - before);

            assertThat(answer.text()).isEqualTo(FakeShop.ANSWER);
            assertThat(face == Face.SERVER ? took : time.passed()).isGreaterThanOrEqualTo(Duration.ofMillis(30));
        }
    }

    @Test
    void senselessFaultsAreRefusedWhereTheyAreMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(99));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.hugeBody(200, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.trickle(0, Duration.ZERO));
    }
}
