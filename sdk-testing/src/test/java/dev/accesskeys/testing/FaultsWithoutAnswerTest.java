package dev.accesskeys.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults after which the client has nothing in hand. */
@Timeout(30)
class FaultsWithoutAnswerTest {

    static Stream<Arguments> unapplied() {
        return faces(Fault.drop(), Fault.reset(), Fault.refuse());
    }

    static Stream<Arguments> applied() {
        return faces(Fault.applyThenDrop(), Fault.applyThenReset(), Fault.stallHeaders(Duration.ofMillis(10)));
    }

    private static Stream<Arguments> faces(Fault... faults) {
        return Stream.of(faults).flatMap(fault -> Stream.of(Face.values()).map(face -> Arguments.of(fault, face)));
    }

    @ParameterizedTest
    @MethodSource("unapplied")
    void nothingIsAnsweredAndNothingIsApplied(Fault fault, Face face) {
        try (FakeShop shop = FakeShop.open(face)) {
            shop.faults().onCall(1).of("POST", "/things").order(fault);

            assertThatThrownBy(() -> Calls.to(shop, face).post("/things", "{}")).isInstanceOf(IOException.class);

            assertThat(shop.sold()).isZero();
            assertThat(shop.ledger().entries()).singleElement().satisfies(entry -> {
                assertThat(entry.applied()).isFalse();
                assertThat(entry.status()).isEmpty();
                assertThat(entry.fault()).hasValue(fault.name());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("applied")
    void nothingIsAnsweredAlthoughAllIsApplied(Fault fault, Face face) {
        try (FakeShop shop = FakeShop.open(face)) {
            shop.faults().onCall(1).of("POST", "/things").order(fault);

            assertThatThrownBy(() -> Calls.to(shop, face).post("/things", "{}")).isInstanceOf(IOException.class);

            assertThat(shop.sold()).isEqualTo(1);
            assertThat(shop.ledger().entries()).singleElement().satisfies(entry -> {
                assertThat(entry.change()).hasValue(new Change(Change.Kind.CREATED, "1"));
                assertThat(entry.status()).isEmpty();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("applied")
    void theNextCallIsWell(Fault fault, Face face) throws IOException {
        try (FakeShop shop = FakeShop.open(face)) {
            Calls calls = Calls.to(shop, face);
            shop.faults().onCall(1).of("POST", "/things").order(fault);
            assertThatThrownBy(() -> calls.post("/things", "{}")).isInstanceOf(IOException.class);

            assertThat(calls.post("/things", "{}").text()).isEqualTo(FakeShop.ANSWER);
        }
    }
}
