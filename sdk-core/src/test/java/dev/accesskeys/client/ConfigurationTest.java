package dev.accesskeys.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.testprovider.CallStyle;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.RawServer;
import dev.accesskeys.testprovider.Reply;
import dev.accesskeys.testprovider.TestClient;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that is not set up right is refused when it is built, before anything is sent. */
class ConfigurationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com",
                "https://api.example.com:8443/v4/",
                "HTTPS://API.EXAMPLE.COM",
                "https://[2001:db8::1]/v1",
                "http://localhost:8080",
                "http://LOCALHOST",
                "http://127.0.0.1:1",
                "http://127.42.0.1",
                "http://[::1]:8080/base"
            })
    void aSafeAddressIsTaken(String url) {
        assertThatCode(() -> Clients.at(URI.create(url)).build().close()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "http://api.example.com, plain http",
        "http://127.0.0.1.example.com, plain http",
        "http://localhost.example.com, plain http",
        "http://128.0.0.1, plain http",
        "http://0.0.0.0, plain http",
        "ftp://api.example.com, https address",
        "/v4, https address",
        "api.example.com, https address",
        "mailto:x@example.com, https address",
        "https://canary:canary@api.example.com, user information",
        "https://canary@api.example.com, user information",
        "https://api.example.com?canary=1, query",
        "https://api.example.com#canary, fragment",
        "https:///v4, host",
        "https://under_score.example.com, host",
        "https://api.example.com:0, port",
        "https://api.example.com:70000, port"
    })
    void anUnsafeAddressIsRefusedWithoutQuotingIt(String url, String what) {
        ConfigurationException thrown = catchThrowableOfType(
                ConfigurationException.class, () -> Clients.at(URI.create(url)).build());

        assertThat(thrown).hasMessageContaining(what).hasMessageContaining("base URL");
        assertThat(thrown).hasMessageNotContaining("canary");
        assertThat(thrown.advice()).isNotBlank();
    }

    @Test
    void anAddressFromTheEnvironmentSaysSo() {
        ConfigurationException thrown = catchThrowableOfType(
                ConfigurationException.class,
                () -> TestClient.builder()
                        .environment(Map.of("TESTCLOUD_TOKEN", "t", "TESTCLOUD_URL", "http://api.example.com"))
                        .build());
        ConfigurationException broken = catchThrowableOfType(
                ConfigurationException.class,
                () -> TestClient.builder()
                        .environment(Map.of("TESTCLOUD_TOKEN", "t", "TESTCLOUD_URL", "https://canary canary")));

        assertThat(thrown).hasMessageContaining("environment variable TESTCLOUD_URL");
        assertThat(broken).hasMessageContaining("TESTCLOUD_URL").hasMessageNotContaining("canary");
    }

    @Test
    void aMissingCredentialNamesWhereItWasLookedFor() {
        ConfigurationException thrown = catchThrowableOfType(
                ConfigurationException.class,
                () -> TestClient.builder().environment(Map.of()).build());

        assertThat(thrown)
                .hasMessageContaining("TESTCLOUD_TOKEN")
                .hasMessageContaining("TESTCLOUD_EMAIL")
                .hasMessageContaining("TESTCLOUD_KEY")
                .hasMessageContaining("builder");
    }

    @Test
    void aBlankCredentialInTheEnvironmentIsNamed() {
        assertThatThrownBy(() -> TestClient.builder().environment(Map.of("TESTCLOUD_TOKEN", " ")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("TESTCLOUD_TOKEN");
    }

    /** With it the JDK sends a POST again when its connection breaks; even an empty value counts. */
    @ParameterizedTest
    @ValueSource(strings = {"", "false", "true"})
    void aJvmThatRepeatsEveryRequestIsRefused(String value) {
        System.setProperty("jdk.httpclient.enableAllMethodRetry", value);
        try {
            ConfigurationException thrown = catchThrowableOfType(
                    ConfigurationException.class,
                    () -> Clients.at(RawServer.nobody()).build());

            assertThat(thrown).hasMessageContaining("enableAllMethodRetry").hasMessageContaining("twice");
        } finally {
            System.clearProperty("jdk.httpclient.enableAllMethodRetry");
        }
    }

    @Test
    void optionsWithoutSenseAreRefused() {
        TestClient.Builder builder = TestClient.builder();

        assertThatThrownBy(() -> builder.connectTimeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.settleTime(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.maxAnswerBytes(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.application("line\nbreak")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.deadline(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aRequestSaysWhoSendsItAndWhatItTakes(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.thing());
                TestClient client =
                        Clients.of(server).application("rotator/1.4").build()) {

            style.call(client, TestClient.create("seven"));

            assertThat(server.onlyRequest().headers())
                    .containsEntry("accept", "application/json")
                    .containsEntry("accept-encoding", "identity")
                    .containsEntry("content-type", "application/json")
                    .hasEntrySatisfying(
                            "user-agent",
                            agent -> assertThat(agent)
                                    .matches("rotator/1\\.4 access-keys-sdk-java/[0-9][^ $]* java/\\d+"))
                    .doesNotContainKeys("upgrade", "http2-settings", "cookie");
        }
    }

    @Test
    void thePathOfTheBaseUrlIsKept() {
        try (RawServer server = RawServer.replying(Reply.thing());
                TestClient client =
                        Clients.at(server.url().resolve("/base/v4/")).build()) {

            client.caller().call(TestClient.get(7));

            assertThat(server.onlyRequest().target()).isEqualTo("/base/v4/things/7");
        }
    }
}
