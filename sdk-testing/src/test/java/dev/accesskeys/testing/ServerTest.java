package dev.accesskeys.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only shows on a real connection. */
@Timeout(30)
class ServerTest {

    private static InputStream send(Socket socket) throws IOException {
        socket.getOutputStream()
                .write("POST /api/things HTTP/1.1\r\nHost: shop\r\nContent-Length: 2\r\n\r\n{}"
                        .getBytes(StandardCharsets.US_ASCII));
        return socket.getInputStream();
    }

    private static Socket connect(FakeShop shop) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), shop.baseUrl().getPort());
    }

    @Test
    void aDroppedConnectionEndsInGoodOrder() throws IOException {
        try (FakeShop shop = FakeShop.open(Face.SERVER);
                Socket socket = connect(shop)) {
            shop.faults().onCall(1).order(Fault.drop());

            assertThat(send(socket).read()).isEqualTo(-1);
        }
    }

    @Test
    void aResetConnectionDoesNot() throws IOException {
        try (FakeShop shop = FakeShop.open(Face.SERVER);
                Socket socket = connect(shop)) {
            shop.faults().onCall(1).order(Fault.reset());
            InputStream in = send(socket);

            assertThatThrownBy(in::read).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
    }

    @Test
    void onlyTheConnectionThatIsMeantIsReset() throws IOException {
        try (FakeShop shop = FakeShop.open(Face.SERVER);
                Socket other = connect(shop);
                Socket socket = connect(shop)) {
            shop.faults().onCall(1).order(Fault.reset());
            InputStream in = send(socket);

            assertThatThrownBy(in::read).isInstanceOf(SocketException.class);
            assertThat((char) send(other).read()).isEqualTo('H');
        }
    }

    @Test
    void closingTheFakeEndsWhatHangs() throws IOException {
        FakeShop shop = FakeShop.open(Face.SERVER);
        CompletableFuture<Void> stalled = new CompletableFuture<>();
        shop.faults().onCall(1).where(request -> stalled.complete(null)).order(Fault.stallHeaders(Duration.ofHours(1)));
        try (Socket socket = connect(shop)) {
            InputStream in = send(socket);
            stalled.join();

            shop.close();

            assertThatThrownBy(() -> {
                        if (in.read() < 0) {
                            throw new IOException("the connection has ended");
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aClientThatOffersHttp2IsServedToo() throws Exception {
        try (FakeShop shop = FakeShop.open(Face.SERVER)) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(shop.baseUrl() + "/things"))
                    .POST(BodyPublishers.ofString("{}"))
                    .build();

            HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

            assertThat(response.body()).isEqualTo(FakeShop.ANSWER);
            assertThat(shop.sold()).isEqualTo(1);
        }
    }

    @Test
    void nobodyListensBehindTheEnd() {
        FakeShop shop = FakeShop.open(Face.SERVER);

        shop.close();
        shop.close();

        assertThatThrownBy(() -> connect(shop)).isInstanceOf(ConnectException.class);
    }

    @Test
    void theServerListensOnTheLoopbackAddressOnly() {
        try (FakeShop shop = FakeShop.open(Face.SERVER)) {
            assertThat(shop.baseUrl()).hasScheme("http").hasHost("127.0.0.1").hasPath("/api");
        }
    }

    @Test
    void bothFacesShowTheSameState() throws IOException {
        try (FakeShop shop = FakeShop.open(Face.SERVER)) {
            Calls.to(shop, Face.SERVER).post("/things", "{}");
            Calls.to(shop, Face.IN_MEMORY).post("/things", "{}");

            assertThat(shop.sold()).isEqualTo(2);
            assertThat(shop.ledger().count("POST", "/things")).isEqualTo(2);
        }
    }

    @Test
    void whatLiesOutsideTheBasePathIsNotFound() throws IOException {
        try (FakeShop shop = FakeShop.open(Face.SERVER)) {
            URI outside = URI.create("http://127.0.0.1:" + shop.baseUrl().getPort() + "/things");

            assertThat(Calls.to(shop, Face.SERVER).getAt(outside).status()).isEqualTo(404);
        }
    }
}
