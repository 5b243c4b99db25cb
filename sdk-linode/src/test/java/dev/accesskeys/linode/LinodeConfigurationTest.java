package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.testing.linode.FakeLinode;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with an address or a JVM is said when the client is built. */
class LinodeConfigurationTest {

    private static final String RETRY_ALL = "jdk.httpclient.enableAllMethodRetry";

    @ParameterizedTest
    @CsvSource({
        "http://api.linode.com/v4, is plain http to a host that is not this machine",
        "http://10.0.0.1/v4, is plain http to a host that is not this machine",
        "http://localhost.example.com/v4, is plain http to a host that is not this machine",
        "http://127.0.0.1.example.com/v4, is plain http to a host that is not this machine",
        "https://me:hunter2@api.linode.com/v4, has user information in it",
        "https://hunter2@api.linode.com/v4, has user information in it",
        "ftp://api.linode.com/v4, is not an absolute https address",
        "api.linode.com/v4, is not an absolute https address",
        "//api.linode.com/v4, is not an absolute https address",
        "https:///v4, has no valid host name",
        "https://api.linode.com/v4?token=hunter2, has a query or a fragment",
        "https://api.linode.com/v4#hunter2, has a query or a fragment"
    })
    void anAddressThatIsNotSafeIsRefused(String url, String problem) {
        assertThatThrownBy(() -> LinodeClient.builder()
                        .token("token")
                        .baseUrl(URI.create(url))
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the base URL (given to the builder) " + problem)
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> LinodeClient.fromEnv(Map.of("LINODE_TOKEN", "token", "LINODE_URL", url)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the base URL (environment variable LINODE_URL) " + problem)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aVariableThatIsNoAddressIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> LinodeClient.fromEnv(
                        Map.of("LINODE_TOKEN", "token", "LINODE_URL", "https://hunter2:{x}@host/")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the base URL (environment variable LINODE_URL) is not a valid address")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.linode.com/v4",
                "HTTPS://api.linode.com/v4",
                "http://localhost:8080/v4",
                "http://127.0.0.1:8080",
                "http://127.1.2.3:8080/",
                "http://[::1]:8080/v4/"
            })
    void anAddressThatIsSafeIsTaken(String url) {
        LinodeClient.builder().token("token").baseUrl(URI.create(url)).build().close();
    }

    @Test
    void withoutAnAddressLinodeItselfIsCalled() {
        try (FakeLinode fake = FakeLinode.builder().inMemory();
                LinodeClient client = LinodeClient.builder()
                        .token(fake.token())
                        .transport(fake.transport())
                        .build()) {
            assertThat(client.objectStorageKeys().list().items()).isEmpty();
            assertThat(LinodeOperations.DESCRIPTION.baseUrl()).hasValue(URI.create("https://api.linode.com/v4"));
        }
    }

    @Test
    void aSlashBehindTheAddressDoesNoHarm() {
        try (FakeLinode fake = FakeLinode.start();
                LinodeClient client = LinodeClient.builder()
                        .token(fake.token())
                        .baseUrl(URI.create(fake.baseUrl() + "/"))
                        .build()) {
            assertThat(client.objectStorageKeys().list().items()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true", "false"})
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void aJvmThatWouldSendACreateTwiceIsRefused(String value) {
        System.setProperty(RETRY_ALL, value);
        try {
            assertThatThrownBy(() -> LinodeClient.builder().token("token").build())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(RETRY_ALL)
                    .hasMessageContaining("created twice");
        } finally {
            System.clearProperty(RETRY_ALL);
        }
    }
}
