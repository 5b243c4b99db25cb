package dev.accesskeys.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExchangeObserverTest {

    private final List<FakeExchange> seen = Collections.synchronizedList(new ArrayList<>());

    @ParameterizedTest
    @EnumSource
    void isToldOfTheRequestAndTheAnswer(Face face) throws Exception {
        try (FakeShop shop = FakeShop.open(face)) {
            shop.observe(seen::add);

            Calls.to(shop, face).post("/things", "{\"of\":\"gold\"}");
        }

        FakeExchange exchange = only();
        assertThat(exchange.fake()).isEqualTo(FakeShop.class);
        assertThat(exchange.request().path()).isEqualTo("/things");
        assertThat(exchange.request().body()).asString().isEqualTo("{\"of\":\"gold\"}");
        assertThat(exchange.answer()).isPresent().isEqualTo(exchange.sent());
        assertThat(exchange.accepted()).isTrue();
        assertThat(exchange.fault()).isEmpty();
        assertThat(exchange).hasToString("POST /things -> 200");
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatTheProviderAnsweredFromWhatTheClientWasSent(Face face) throws Exception {
        try (FakeShop shop = FakeShop.open(face)) {
            shop.observe(seen::add);
            shop.faults().onCall(1).order(Fault.applyThenAnswer(FakeResponse.of(503)));

            Calls.to(shop, face).post("/things", "{}");
        }

        FakeExchange exchange = only();
        assertThat(exchange.answer()).map(FakeResponse::status).contains(200);
        assertThat(exchange.sent()).map(FakeResponse::status).contains(503);
        assertThat(exchange.accepted()).isTrue();
        assertThat(exchange.fault()).contains("applyThenAnswer 503");
    }

    @ParameterizedTest
    @EnumSource
    void hasNoAnswerWhereAFaultKeptTheRequestFromTheProvider(Face face) throws Exception {
        try (FakeShop shop = FakeShop.open(face)) {
            shop.observe(seen::add);
            shop.faults().onCall(1).order(Fault.status(429));

            Calls.to(shop, face).post("/things", "{}");
        }

        FakeExchange exchange = only();
        assertThat(exchange.answer()).isEmpty();
        assertThat(exchange.accepted()).isFalse();
        assertThat(exchange).hasToString("POST /things -> - (status 429)");
    }

    @ParameterizedTest
    @EnumSource
    void isToldWhatIsOutsideOfTheApi(Face face) throws Exception {
        try (FakeShop shop = FakeShop.open(face)) {
            shop.observe(seen::add);

            Calls.to(shop, face).get("/../elsewhere");
        }

        assertThat(only().request().path()).startsWith("/..");
    }

    private FakeExchange only() {
        assertThat(seen).hasSize(1);
        return seen.get(0);
    }
}
