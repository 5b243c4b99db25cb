package dev.accesskeys.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyScopeTest {

    @Test
    void itsTextHasProviderAddressAndPlace() {
        assertThat(KeyScope.of("nscale", URI.create("https://host/path"), "endpoint-1"))
                .hasToString("nscale https://host/path endpoint-1");
        assertThat(KeyScope.of("linode", URI.create("https://host:8443"))).hasToString("linode https://host:8443");
        assertThat(KeyScope.of("acorn")).hasToString("acorn");
    }

    @Test
    void withoutAnAddressItNamesTheProviderOnly() {
        KeyScope scope = KeyScope.of("acorn");

        assertThat(scope.provider()).isEqualTo("acorn");
        assertThat(scope.baseUrl()).isEmpty();
        assertThat(scope.place()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://host/path",
                "https://host/path/",
                "HTTPS://Host/path",
                "https://host:443/path",
                "https://user:canary@host/path",
                "https://host/path?token=canary",
                "https://host/path#canary"
            })
    void whatMakesNoDifferenceAndWhatMayBeASecretIsLeftOut(String url) {
        KeyScope scope = KeyScope.of("linode", URI.create(url));

        assertThat(scope.baseUrl()).contains(URI.create("https://host/path"));
        assertThat(scope).isEqualTo(KeyScope.of("linode", URI.create("https://host/path")));
        assertThat(scope.toString()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:canary@example.com", "/path", "https:///path"})
    void anAddressWithoutAHostIsRefusedAndNotQuoted(String url) {
        assertThatThrownBy(() -> KeyScope.of("linode", URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the base URL must have a scheme and a host")
                .hasNoCause();
    }

    @Test
    void scopesAreEqualByContent() {
        EqualsVerifier.forClass(KeyScope.class)
                .withNonnullFields("provider", "place")
                .verify();
    }
}
