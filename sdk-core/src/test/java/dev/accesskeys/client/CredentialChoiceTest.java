package dev.accesskeys.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.operation.ProviderDescription;
import dev.accesskeys.operation.SecurityScheme;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CredentialChoiceTest {

    /** A token, or a pair of user and key. */
    private static final ProviderDescription SHOP = ProviderDescription.builder("shop", "Shop")
            .securitySchemes(
                    new SecurityScheme("token", "Authorization", "Bearer ", "SHOP_TOKEN"),
                    new SecurityScheme("user", "X-User", "", "SHOP_USER"),
                    new SecurityScheme("key", "X-Key", "", "SHOP_KEY"))
            .security(List.of(List.of("token"), List.of("user", "key")))
            .build();

    @Test
    void oneWholeAlternativeIsAccepted() {
        assertThatCode(() -> choice("token").require()).doesNotThrowAnyException();
        assertThatCode(() -> choice("user", "key").require()).doesNotThrowAnyException();
    }

    @Test
    void withoutAnyCredentialTheMessageSaysWhereItWasLookedFor() {
        assertThatThrownBy(() -> choice().require())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no credential for Shop")
                .hasMessageContaining("environment variable SHOP_TOKEN")
                .hasMessageContaining("Set SHOP_TOKEN, or SHOP_USER and SHOP_KEY");
    }

    @Test
    void halfOfAPairIsRefusedAndTheMessageNamesWhatIsSetAndWhatIsMissing() {
        assertThatThrownBy(() -> choice("user").require())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("set: SHOP_USER")
                .hasMessageContaining("missing: SHOP_KEY");
        assertThatThrownBy(() -> choice("key").require())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("set: SHOP_KEY")
                .hasMessageContaining("missing: SHOP_USER");
    }

    @Test
    void twoAlternativesAtOnceAreRefusedForNobodyKnowsWhichIsMeant() {
        assertThatThrownBy(() -> choice("token", "user", "key").require())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("more than one credential")
                .hasMessageContaining("set: SHOP_TOKEN and SHOP_USER and SHOP_KEY");
    }

    @Test
    void oneAlternativeTogetherWithHalfOfAnotherIsRefused() {
        assertThatThrownBy(() -> choice("token", "user").require())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("more than one credential")
                .hasMessageContaining("set: SHOP_TOKEN and SHOP_USER");
    }

    @Test
    void aProviderWithoutSecurityNeedsNoCredential() {
        ProviderDescription open = ProviderDescription.builder("open", "Open").build();

        assertThat(new CredentialChoice(open, Set.of()).suffices()).isTrue();
        assertThatCode(() -> new CredentialChoice(open, Set.of()).require()).doesNotThrowAnyException();
    }

    private static CredentialChoice choice(String... schemes) {
        return new CredentialChoice(SHOP, Set.of(schemes));
    }
}
