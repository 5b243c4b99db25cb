package dev.accesskeys.call;

import static dev.accesskeys.testprovider.Kind.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.NotSentException;
import dev.accesskeys.error.ServerException;
import dev.accesskeys.testprovider.CallStyle;
import dev.accesskeys.testprovider.Cases;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.TestClient;
import dev.accesskeys.testprovider.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The real protocols underneath: TLS as it should be, and as it should not; HTTP/2 when it is asked for. */
@Timeout(30)
class TlsTest {

    private static final HeldCertificate TRUSTED = certificate("localhost");

    private static final String THING = "{\"id\":7,\"name\":\"seven\",\"secret\":\"sesame\"}";

    @ParameterizedTest(name = "HTTP/2 offered: {0}, {1}")
    @MethodSource("protocols")
    void callsWorkOverBothProtocols(boolean http2, CallStyle style) throws Exception {
        try (MockWebServer server = server(TRUSTED);
                TestClient client = trusting(server).http2(http2).build()) {
            server.enqueue(answer(THING));
            server.enqueue(answer(THING));

            style.call(client, TestClient.get(7));
            style.call(client, TestClient.create("seven"));

            assertThat(server.takeRequest().getVersion()).isEqualTo(http2 ? "HTTP/2" : "HTTP/1.1");
            assertThat(server.takeRequest().getBody().utf8()).isEqualTo("{\"name\":\"seven\"}");
        }
    }

    static Stream<Arguments> protocols() {
        return Stream.of(false, true).flatMap(http2 -> Cases.styles().map(style -> Arguments.of(http2, style)));
    }

    @Test
    void manyCallsAtOnceShareAnHttp2Connection() throws Exception {
        try (MockWebServer server = server(TRUSTED);
                TestClient client = trusting(server).http2(true).build()) {
            IntStream.range(0, 50).forEach(each -> server.enqueue(answer(THING)));

            List<CompletableFuture<?>> calls = IntStream.range(0, 50)
                    .<CompletableFuture<?>>mapToObj(each -> client.caller().callAsync(TestClient.get(each)))
                    .toList();

            calls.forEach(call -> assertThat(call).succeedsWithin(Duration.ofSeconds(10)));
        }
    }

    @ParameterizedTest(name = "HTTP/2 offered: {0}, {1}")
    @MethodSource("protocols")
    void aFailureOverHttp2IsClassifiedAsOverHttp1(boolean http2, CallStyle style) throws Exception {
        try (MockWebServer server = server(TRUSTED);
                TestClient client = trusting(server).http2(http2).build()) {
            server.enqueue(new MockResponse.Builder().code(503).build());

            assertThat(Cases.failure(client, CREATE, style)).hasCauseExactlyInstanceOf(ServerException.class);

            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aCertificateThatNobodyTrustsIsFinal(CallStyle style) throws Exception {
        VirtualTime time = VirtualTime.flowing();
        try (MockWebServer server = server(certificate("localhost"));
                TestClient client = trusting(server).timeSource(time).build()) {

            AccessKeysException thrown = Cases.failure(client, CREATE, style);

            assertThat(thrown).isExactlyInstanceOf(NotSentException.class);
            Cases.saysAllThreeThings(thrown, "TLS");
            assertThat(time.waits()).isEmpty();
            assertThat(server.getRequestCount()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aCertificateOfAnotherHostIsFinal(CallStyle style) throws Exception {
        HeldCertificate other = certificate("other.example");
        try (MockWebServer server = server(other);
                TestClient client = trusting(server, other).build()) {

            AccessKeysException thrown = Cases.failure(client, CREATE, style);

            assertThat(thrown).isExactlyInstanceOf(NotSentException.class);
            assertThat(server.getRequestCount()).isZero();
        }
    }

    private static MockResponse answer(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    private static HeldCertificate certificate(String host) {
        return new HeldCertificate.Builder().addSubjectAlternativeName(host).build();
    }

    private static MockWebServer server(HeldCertificate certificate) throws IOException {
        MockWebServer server = new MockWebServer();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        server.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
        server.start();
        return server;
    }

    private static TestClient.Builder trusting(MockWebServer server) {
        return trusting(server, TRUSTED);
    }

    private static TestClient.Builder trusting(MockWebServer server, HeldCertificate certificate) {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
        return Clients.at(java.net.URI.create("https://localhost:" + server.getPort()))
                .sslContext(trust.sslContext());
    }
}
