package dev.accesskeys.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerTest {

    @ParameterizedTest
    @EnumSource(Face.class)
    void everyRequestIsWrittenDown(Face face) throws IOException {
        VirtualTime time = VirtualTime.startingAt(Instant.parse("2030-05-01T10:00:00Z"));
        try (FakeShop shop = FakeShop.open(face, time)) {
            Calls.to(shop, face).get("/things/7?page=2&size=100");

            assertThat(shop.ledger().entries()).singleElement().satisfies(entry -> {
                assertThat(entry.number()).isEqualTo(1);
                assertThat(entry.time()).isEqualTo("2030-05-01T10:00:00Z");
                assertThat(entry.method()).isEqualTo("GET");
                assertThat(entry.path()).isEqualTo("/things/7");
                assertThat(entry.queryNames()).containsExactlyInAnyOrder("page", "size");
                assertThat(entry.applied()).isFalse();
                assertThat(entry.status()).hasValue(200);
                assertThat(entry.fault()).isEmpty();
            });
        }
    }

    @Test
    void requestsAndChangesAreCountedByOperation() throws IOException {
        FakeShop shop = FakeShop.open(Face.IN_MEMORY);
        Calls calls = Calls.to(shop, Face.IN_MEMORY);

        calls.post("/things", "{}");
        shop.faults().onCall(1).order(Fault.status(500));
        calls.post("/things", "{}");
        calls.get("/things/1");
        calls.get("/things/2");

        assertThat(shop.ledger().count("POST", "/things")).isEqualTo(2);
        assertThat(shop.ledger().applied("POST", "/things")).containsExactly(new Change(Change.Kind.CREATED, "1"));
        assertThat(shop.ledger().count("GET", "/things/{id}")).isEqualTo(2);
        assertThat(shop.ledger().count("GET", "/things")).isZero();
        assertThat(shop.ledger().applied()).hasSize(1);
    }

    @Test
    void theTableShowsWhatHappened() throws IOException {
        FakeShop shop = FakeShop.open(Face.IN_MEMORY, VirtualTime.create());
        Calls calls = Calls.to(shop, Face.IN_MEMORY);

        calls.get("/things?page=2");
        shop.faults().onCall(1).order(Fault.applyThenAnswer(FakeResponse.of(500)));
        calls.post("/things", "{}");

        assertThat(shop.ledger()).hasToString("""
                #  time                  request           fault                applied    answered
                1  2030-01-01T00:00:00Z  GET /things?page  -                    -          200
                2  2030-01-01T00:00:00Z  POST /things      applyThenAnswer 500  CREATED 1  500
                """);
    }

    @Test
    void noSecretIsInTheTable() throws IOException {
        FakeShop shop = FakeShop.open(Face.IN_MEMORY);

        Calls.to(shop, Face.IN_MEMORY)
                .with("Authorization", "Bearer the-token")
                .post("/things?key=the-value", "{\"secret\":\"the-body\"}");

        assertThat(shop.ledger().toString()).doesNotContain("the-", "0123456789");
    }

    @Test
    void whatIsForgottenIsCountedAnew() throws IOException {
        FakeShop shop = FakeShop.open(Face.IN_MEMORY);
        Calls calls = Calls.to(shop, Face.IN_MEMORY);
        calls.get("/things");

        shop.ledger().clear();
        calls.get("/things");

        assertThat(shop.ledger().entries())
                .singleElement()
                .extracting(LedgerEntry::number)
                .isEqualTo(1);
    }
}
