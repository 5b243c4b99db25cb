package dev.accesskeys.call;

import static dev.accesskeys.testprovider.Kind.CREATE;
import static dev.accesskeys.testprovider.Kind.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.ConnectionException;
import dev.accesskeys.error.NotSentException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.http.BodyLimits;
import dev.accesskeys.http.Delivery;
import dev.accesskeys.http.Transport;
import dev.accesskeys.http.TransportException;
import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.http.TransportResponse;
import dev.accesskeys.testprovider.CallStyle;
import dev.accesskeys.testprovider.Cases;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.Kind;
import dev.accesskeys.testprovider.RawServer;
import dev.accesskeys.testprovider.TestClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A transport of the application's own: its mistakes must not make a create be sent twice. */
class OwnTransportTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("badTransports")
    void whateverATransportFailsWithTheOutcomeOfACreateIsUnknown(Faulty transport, CallStyle style) {
        try (TestClient client = client(transport)) {

            AccessKeysException thrown = Cases.failure(client, CREATE, style);

            assertThat(thrown).isExactlyInstanceOf(OutcomeUnknownException.class);
            assertThat(thrown).hasCauseExactlyInstanceOf(ConnectionException.class);
            assertThat(thrown.getMessage()).doesNotContain(Clients.TOKEN);
            assertThat(transport.sent).hasValue(1);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("badTransports")
    void whateverATransportFailsWithAReadIsRepeated(Faulty transport, CallStyle style) {
        try (TestClient client = client(transport)) {

            assertThat(Cases.failure(client, READ, style)).isExactlyInstanceOf(ConnectionException.class);

            assertThat(transport.sent).hasValue(3);
        }
    }

    static Stream<Arguments> badTransports() {
        return Cases.styles()
                .flatMap(style -> Stream.of(
                                new Faulty("throws", () -> {
                                    throw new IllegalArgumentException("invalid header: Bearer " + Clients.TOKEN);
                                }),
                                new Faulty("gives null", () -> null),
                                new Faulty(
                                        "fails",
                                        () -> CompletableFuture.failedFuture(
                                                new IllegalStateException("Bearer " + Clients.TOKEN))),
                                new Faulty("cancels itself", () -> {
                                    CompletableFuture<TransportResponse> cancelled = new CompletableFuture<>();
                                    cancelled.cancel(true);
                                    return cancelled;
                                }))
                        .map(transport -> Arguments.of(transport, style)));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("deliveries")
    void whatATransportKnowsOfTheDeliveryDecides(Delivery delivery, Kind kind, CallStyle style) {
        Faulty transport = new Faulty(
                "says", () -> CompletableFuture.failedFuture(new TransportException(delivery, "it broke", null)));
        try (TestClient client = client(transport)) {

            AccessKeysException thrown = Cases.failure(client, kind, style);

            int expected = switch (delivery) {
                case NOT_SENT -> 3;
                case NOT_SENDABLE -> 1;
                case NOT_PROCESSED -> 2;
                case UNKNOWN -> kind == CREATE ? 1 : 3;
            };
            assertThat(transport.sent).hasValue(expected);
            if (delivery != Delivery.UNKNOWN) {
                assertThat(thrown).isExactlyInstanceOf(NotSentException.class);
                assertThat(thrown.applied()).isEqualTo(Applied.NO);
            }
            Cases.saysAllThreeThings(thrown, "it broke");
        }
    }

    static Stream<Arguments> deliveries() {
        return Stream.of(Delivery.values())
                .flatMap(delivery ->
                        Cases.everyCall().map(each -> Arguments.of(delivery, each.get()[0], each.get()[1])));
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aTransportIsClosedWithItsClient(CallStyle style) {
        Faulty transport = new Faulty("fails", () -> CompletableFuture.failedFuture(new IllegalStateException()));
        TestClient client = client(transport);
        Cases.failure(client, READ, style);

        client.close();

        assertThat(transport.closed).isTrue();
    }

    private static TestClient client(Transport transport) {
        return Clients.at(RawServer.nobody()).transport(transport).build();
    }

    private static final class Faulty implements Transport {

        private final String name;
        private final Supplier<CompletableFuture<TransportResponse>> fault;
        private final AtomicInteger sent = new AtomicInteger();
        private boolean closed;

        Faulty(String name, Supplier<CompletableFuture<TransportResponse>> fault) {
            this.name = name;
            this.fault = fault;
        }

        @Override
        public CompletableFuture<TransportResponse> send(TransportRequest request, BodyLimits limits) {
            sent.incrementAndGet();
            return fault.get();
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
