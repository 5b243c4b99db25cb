package dev.accesskeys.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CapabilitiesTest {

    @Test
    void nothingIsKnownOfAQuotaUnlessTheProviderDocumentsOne() {
        assertThat(Capabilities.builder("example", "key").build().documentedQuota())
                .isEmpty();
        assertThat(Capabilities.builder("example", "key")
                        .documentedQuota(100)
                        .build()
                        .documentedQuota())
                .contains(100);
        assertThatThrownBy(() -> Capabilities.builder("example", "key").documentedQuota(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysAreNotWhatTheServiceItselfCallsWithUnlessThatIsSaid() {
        assertThat(Capabilities.builder("example", "key").build().rotatesOwnCredential())
                .isFalse();
        assertThat(Capabilities.builder("example", "key")
                        .rotatesOwnCredential()
                        .build()
                        .rotatesOwnCredential())
                .isTrue();
    }
}
