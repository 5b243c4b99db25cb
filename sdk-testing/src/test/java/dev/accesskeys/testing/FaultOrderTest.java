package dev.accesskeys.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultOrderTest {

    private final FakeShop shop = FakeShop.open(Face.IN_MEMORY);
    private final Calls calls = Calls.to(shop, Face.IN_MEMORY);

    private List<Integer> statusesOf(int number, String path) {
        return IntStream.range(0, number).mapToObj(i -> status(path)).toList();
    }

    private int status(String path) {
        try {
            return calls.get(path).status();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theNthMatchingCallIsHitAndNoOther() {
        shop.faults().onCall(3).of("GET", "/things").order(Fault.status(503));

        status("/elsewhere");

        assertThat(statusesOf(4, "/things")).containsExactly(200, 200, 503, 200);
    }

    @Test
    void theNextCallsAreHit() {
        shop.faults().onNextCalls(2).of("GET", "/things").order(Fault.status(503));

        assertThat(statusesOf(3, "/things")).containsExactly(503, 503, 200);
    }

    @Test
    void everyCallIsHitUntilTheOrdersAreForgotten() {
        shop.faults().onEveryCall().order(Fault.status(503));

        assertThat(statusesOf(3, "/things")).containsExactly(503, 503, 503);
        shop.faults().clear();
        assertThat(status("/things")).isEqualTo(200);
    }

    @Test
    void anotherMethodOrPathIsNotHit() throws IOException {
        shop.faults().onEveryCall().of("POST", "/things").order(Fault.status(503));
        shop.faults().onEveryCall().of("GET", "/things/{id}/parts").order(Fault.status(504));

        assertThat(status("/things")).isEqualTo(200);
        assertThat(status("/things/7")).isEqualTo(200);
        assertThat(status("/things/7/parts")).isEqualTo(504);
        assertThat(calls.post("/things", "{}").status()).isEqualTo(503);
    }

    @Test
    void aConditionLooksAtTheRequest() {
        shop.faults()
                .onEveryCall()
                .of("GET", "/things")
                .where(request -> request.queryValue("page").equals(Optional.of("2")))
                .order(Fault.status(503));

        assertThat(status("/things?page=1")).isEqualTo(200);
        assertThat(status("/things?page=2")).isEqualTo(503);
    }

    @Test
    void ordersCountIndependentlyAndTheFirstOneDueWins() {
        shop.faults().onCall(1).order(Fault.status(501));
        shop.faults().onNextCalls(2).order(Fault.status(502));

        assertThat(statusesOf(3, "/things")).containsExactly(501, 502, 200);
    }

    @Test
    void whatWasNotMetIsPending() {
        shop.faults().onCall(2).of("GET", "/things").order(Fault.drop());
        shop.faults().onNextCalls(2).of("GET", "/things").order(Fault.status(503));
        shop.faults().onEveryCall().of("PUT", "/things").order(Fault.drop());

        status("/things");

        assertThat(shop.faults().pending())
                .containsExactly(
                        "drop on call 2 of GET /things, 1 seen", "status 503 on calls 1 to 2 of GET /things, 1 seen");
    }

    @Test
    void senselessOrdersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> shop.faults().onCall(0));
        assertThatIllegalArgumentException().isThrownBy(() -> shop.faults().onNextCalls(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop.faults().onCall(1).of("GET", "things"));
    }
}
