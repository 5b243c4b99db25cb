package dev.accesskeys.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.testing.cloudflare.FakeCloudflare;
import dev.accesskeys.testing.linode.FakeLinode;
import dev.accesskeys.testing.nscale.FakeNscale;
import dev.accesskeys.testing.tensorpool.FakeTensorPool;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every answer tells what time it is at the provider, unless a fault takes that away. */
@Timeout(30)
class DateTest {

    private static final String START = "Tue, 01 Jan 2030 00:00:00 GMT";

    private final VirtualTime time = VirtualTime.create();

    private Answer get(FakeShop shop, Face face, Fault fault) throws IOException {
        shop.faults().onCall(1).order(fault);
        return Calls.to(shop, face).get("/things");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void itIsTheTimeOfTheFake(Face face) throws IOException {
        try (FakeShop shop = FakeShop.open(face, time)) {
            Answer first = Calls.to(shop, face).get("/things");
            time.advance(Duration.ofDays(14).plusSeconds(1));
            Answer later = Calls.to(shop, face).get("/nowhere");

            assertThat(first.headers().all("Date")).containsExactly(START);
            assertThat(later.headers().all("Date")).containsExactly("Tue, 15 Jan 2030 00:00:01 GMT");
            assertThat(later.headers().date()).contains(time.now());
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void answersThatStandInForOthersHaveItToo(Face face) throws IOException {
        try (FakeShop shop = FakeShop.open(face, time)) {
            for (Fault fault : List.of(
                    Fault.status(503),
                    Fault.html(502),
                    Fault.tooManyRequests(),
                    Fault.applyThenAnswer(FakeResponse.of(500)),
                    Fault.malformedJson(),
                    Fault.htmlInsteadOfJson(),
                    Fault.rewriteJson(document -> {
                        throw new IllegalStateException("the fault itself fails");
                    }))) {
                assertThat(get(shop, face, fault).headers().all("Date"))
                        .as(fault.name())
                        .containsExactly(START);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void aFaultMayTakeItAwayOrReplaceIt(Face face) throws IOException {
        try (FakeShop shop = FakeShop.open(face, time)) {
            Answer without = get(shop, face, Fault.rewrite(answer -> answer.withoutHeader("date")));
            Answer replaced = get(shop, face, Fault.rewrite(answer -> answer.withHeader("Date", "yesterday")));
            Answer standIn = get(shop, face, Fault.answer(FakeResponse.of(503).withHeader("Date", "tomorrow")));

            assertThat(without.headers().first("Date")).isEmpty();
            assertThat(without.text()).isEqualTo(FakeShop.ANSWER);
            assertThat(replaced.headers().all("Date")).containsExactly("yesterday");
            assertThat(standIn.headers().all("Date")).containsExactly("tomorrow");
        }
    }

    @Test
    void everyFakeTellsIt() throws IOException {
        List<FakeCloud> fakes = List.of(
                FakeLinode.builder().timeSource(time).inMemory(),
                FakeCloudflare.builder().timeSource(time).inMemory(),
                FakeNscale.builder().timeSource(time).inMemory(),
                FakeTensorPool.builder().timeSource(time).inMemory());
        for (FakeCloud fake : fakes) {
            // Refused for want of a token: that is an answer too.
            assertThat(Calls.to(fake, Face.IN_MEMORY).get("/anything").headers().all("Date"))
                    .as(fake.toString())
                    .containsExactly(START);
        }
    }
}
