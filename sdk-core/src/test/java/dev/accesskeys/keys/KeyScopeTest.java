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
        assertThat(KeyScope.of("example", URI.create("https://host/path"), "store-1"))
                .hasToString("example https://host/path store-1");
        assertThat(KeyScope.of("example", URI.create("https://host:8443"))).hasToString("example https://host:8443");
        assertThat(KeyScope.of("sample")).hasToString("sample");
    }

    @Test
    void withoutAnAddressItNamesTheProviderOnly() {
        KeyScope scope = KeyScope.of("sample");

        assertThat(scope.provider()).isEqualTo("sample");
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
        KeyScope scope = KeyScope.of("example", URI.create(url));

        assertThat(scope.baseUrl()).contains(URI.create("https://host/path"));
        assertThat(scope).isEqualTo(KeyScope.of("example", URI.create("https://host/path")));
        assertThat(scope.toString()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:canary@example.com", "/path", "https:///path"})
    void anAddressWithoutAHostIsRefusedAndNotQuoted(String url) {
        assertThatThrownBy(() -> KeyScope.of("example", URI.create(url)))
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
