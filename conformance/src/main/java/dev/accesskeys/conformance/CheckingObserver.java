package dev.accesskeys.conformance;

import dev.accesskeys.testing.ExchangeObserver;
import dev.accesskeys.testing.FakeExchange;
import dev.accesskeys.testing.FakeResponse;
import java.util.List;

/** Checks every exchange with a fake, and tells the test in which the fake was made of what is not as documented. */
public final class CheckingObserver implements ExchangeObserver {

    private final Findings findings = Findings.current();

    /** Made by every fake, on the thread that makes the fake. */
    public CheckingObserver() {}

    @Override
    public void observed(FakeExchange exchange) {
        Contracts.of(exchange.fake()).ifPresent(contract -> check(contract, exchange));
    }

    private void check(Contract contract, FakeExchange exchange) {
        if (isBesideTheApi(exchange.request().path())) {
            return;
        }
        FakeResponse answer = exchange.answer().orElse(null);
        if (answer != null) {
            contract.operation(exchange.request()).ifPresent(operation -> Exchanges.count(operation, answer.status()));
            findings.add(contract.violations(exchange.request(), answer));
        } else if (exchange.fault().isEmpty()) {
            findings.add(List.of(new Violation(
                    contract.document() + " " + exchange.request(), "answer", "is missing: the fake itself failed")));
        }
    }

    /** Other services than the one that the document describes: what lies outside of its base path, and a token endpoint. */
    private static boolean isBesideTheApi(String path) {
        return path.startsWith("/..") || path.startsWith("/oauth2/");
    }
}
