package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyProvider;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.keys.AccessKeyServices;
import dev.accesskeys.keys.AccessKeySpec;
import dev.accesskeys.keys.OpenedAccessKeys;
import dev.accesskeys.testing.linode.FakeLinode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An application opens Linode by its name, and needs no class of this module. */
class LinodeAccessKeyProviderTest {

    @Test
    void linodeIsOpenedByItsNameAndClosed() {
        try (FakeLinode fake = FakeLinode.start()) {
            AccessKeyService keys;
            try (OpenedAccessKeys opened = AccessKeyServices.open(
                    "linode",
                    Map.of(
                            "LINODE_TOKEN",
                            fake.token(),
                            "LINODE_URL",
                            fake.baseUrl().toString()))) {
                keys = opened.keys();
                keys.create(AccessKeySpec.named("backup"));

                assertThat(keys.list().stream().map(AccessKey::name).toList()).containsExactly("backup");
            }

            assertThatThrownBy(() -> keys.list().iterator().next())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("closed");
            assertThat(fake.ledger().entries()).hasSize(2);
        }
    }

    @Test
    void theProviderSaysWhatItNeedsAndCan() {
        assertThat(AccessKeyServices.providers())
                .extracting(AccessKeyProvider::id)
                .contains("linode");
        AccessKeyProvider provider = new LinodeAccessKeyProvider();

        assertThat(provider.settings()).containsExactly("LINODE_TOKEN", "LINODE_URL");
        assertThat(provider.capabilities().provider()).isEqualTo("linode");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> AccessKeyServices.open("linode", Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("environment variable LINODE_TOKEN");
        assertThatThrownBy(() -> AccessKeyServices.open("linude", Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("linode");
    }
}
