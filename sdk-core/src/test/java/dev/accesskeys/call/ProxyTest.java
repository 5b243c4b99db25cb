package dev.accesskeys.call;

import static dev.accesskeys.testprovider.Kind.CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.NotSentException;
import dev.accesskeys.testprovider.CallStyle;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.RawServer;
import dev.accesskeys.testprovider.Reply;
import dev.accesskeys.testprovider.TestClient;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A proxy that the application names is used, and nothing goes past it. */
@Timeout(30)
class ProxyTest {

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void callsGoThroughTheProxy(CallStyle style) {
        URI provider = RawServer.nobody();
        try (RawServer proxy = RawServer.replying(Reply.thing());
                TestClient client =
                        Clients.at(provider).proxy(selector(proxy.port())).build()) {
            style.call(client, TestClient.get(7));

            assertThat(proxy.onlyRequest().target()).startsWith(provider + "/");
        }
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aProxyThatIsNotThereIsNotPassedBy(CallStyle style) {
        try (RawServer provider = RawServer.replying(Reply.thing());
                TestClient client = Clients.of(provider)
                        .proxy(selector(RawServer.nobody().getPort()))
                        .build()) {
            AccessKeysException thrown =
                    catchThrowableOfType(AccessKeysException.class, () -> style.call(client, CREATE.invocation()));

            assertThat(thrown).isInstanceOf(NotSentException.class);
            assertThat(thrown.applied()).isEqualTo(Applied.NO);
            assertThat(provider.requests()).isEmpty();
        }
    }

    private static ProxySelector selector(int port) {
        return ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }
}
