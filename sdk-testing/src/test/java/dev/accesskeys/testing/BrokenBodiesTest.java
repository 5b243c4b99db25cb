package dev.accesskeys.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.http.BodyLimits;
import dev.accesskeys.http.Delivery;
import dev.accesskeys.http.Headers;
import dev.accesskeys.http.HttpMethod;
import dev.accesskeys.http.Transport;
import dev.accesskeys.http.TransportException;
import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.http.TransportResponse;
import dev.accesskeys.http.TransportResponse.Ending;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers whose body breaks off, and what the in-memory transport makes of them and of its limits. */
@Timeout(30)
class BrokenBodiesTest {

    private static final BodyLimits LIMITS = new BodyLimits(1000, 1000);
    private static final TransportRequest BUY = new TransportRequest(
            HttpMethod.POST, URI.create("https://shop.example/api/things"), Headers.empty(), new byte[0]);

    static Stream<Fault> breakingOff() {
        return Stream.of(Fault.cutBody(), Fault.stallBody(Duration.ofMillis(10)));
    }

    @ParameterizedTest
    @MethodSource("breakingOff")
    void theServerEndsTheConnectionWithinTheBody(Fault fault) {
        try (FakeShop shop = FakeShop.open(Face.SERVER)) {
            shop.faults().onCall(1).order(fault);

            assertThatThrownBy(() -> Calls.to(shop, Face.SERVER).post("/things", "{}"))
                    .isInstanceOf(IOException.class)
                    .hasStackTraceContaining("content-length: " + FakeShop.ANSWER.length());

            assertThat(shop.sold()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("breakingOff")
    void theTransportGivesWhatCameAndSaysThatItBroke(Fault fault) {
        FakeShop shop = FakeShop.open(Face.IN_MEMORY);
        shop.faults().onCall(1).order(fault);

        TransportResponse response = shop.transport().send(BUY, LIMITS).join();

        assertThat(response.ending()).isEqualTo(Ending.BROKEN);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).hasSize(FakeShop.ANSWER.length() / 2);
        assertThat(response.headers().first("Content-Length")).hasValue("" + FakeShop.ANSWER.length());
        assertThat(shop.sold()).isEqualTo(1);
    }

    @Test
    void theTransportReadsNoMoreThanItsLimit() {
        FakeShop shop = FakeShop.open(Face.IN_MEMORY);

        TransportResponse response =
                shop.transport().send(BUY, new BodyLimits(10, 1)).join();

        assertThat(response.ending()).isEqualTo(Ending.TRUNCATED);
        assertThat(response.body()).hasSize(10);
    }

    @Test
    void theTransportSaysHowFarARequestGot() {
        FakeShop shop = FakeShop.open(Face.IN_MEMORY);
        shop.faults().onCall(1).order(Fault.refuse());
        shop.faults().onCall(2).order(Fault.drop());
        shop.faults().onCall(3).order(Fault.applyThenReset());

        assertThat(delivery(shop.transport())).isEqualTo(Delivery.NOT_SENT);
        assertThat(delivery(shop.transport())).isEqualTo(Delivery.UNKNOWN);
        assertThat(delivery(shop.transport())).isEqualTo(Delivery.UNKNOWN);
    }

    @Test
    void withoutAServerTheAddressLeadsNowhere() {
        assertThat(FakeShop.open(Face.IN_MEMORY).baseUrl()).isEqualTo(URI.create("https://fake.invalid/api"));
    }

    @Test
    void aClosedTransportSendsNothing() {
        FakeShop shop = FakeShop.open(Face.IN_MEMORY);
        Transport transport = shop.transport();

        transport.close();

        assertThat(delivery(transport)).isEqualTo(Delivery.NOT_SENT);
        assertThat(shop.ledger().entries()).isEmpty();
    }

    @Test
    void aStallLastsUntilTheClockHasMoved() {
        VirtualTime time = VirtualTime.manual();
        FakeShop shop = FakeShop.open(Face.IN_MEMORY, time);
        shop.faults().onCall(1).order(Fault.stallHeaders(Duration.ofSeconds(30)));

        CompletableFuture<TransportResponse> answer = shop.transport().send(BUY, LIMITS);
        time.advance(Duration.ofSeconds(29));
        boolean early = answer.isDone();
        time.advance(Duration.ofSeconds(1));

        assertThat(early).isFalse();
        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void aCancelledExchangeDoesNotWaitAnyLonger() {
        CompletableFuture<Void> delay = new CompletableFuture<>();
        FakeShop shop = FakeShop.open(Face.IN_MEMORY, new OneDelay(delay));
        shop.faults().onCall(1).order(Fault.delay(Duration.ofSeconds(30)));

        shop.transport().send(BUY, LIMITS).cancel(true);

        assertThat(delay).isCancelled();
    }

    private static Delivery delivery(Transport transport) {
        return transport
                .send(BUY, LIMITS)
                .handle((response, problem) -> ((TransportException) problem).delivery())
                .join();
    }
}
