package dev.accesskeys.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.conformance.ConformanceExtension;
import dev.accesskeys.conformance.Exchanges;
import dev.accesskeys.testing.junit.ContractSubject;
import org.junit.jupiter.api.Test;

class ConformanceTest {

    @Test
    void whatTheseTestsSendAndGetIsCheckedAgainstTheDocument() {
        long before = Exchanges.checked("cloudflare");

        try (ContractSubject subject = new CloudflareContractTest().open()) {
            subject.keys().get(subject.currentKey());
        }

        assertThat(Exchanges.checked("cloudflare")).isGreaterThan(before);
        assertThat(ConformanceExtension.isActive()).isTrue();
    }
}
