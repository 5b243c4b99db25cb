package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.conformance.ConformanceExtension;
import dev.accesskeys.conformance.Exchanges;
import dev.accesskeys.testing.junit.ContractSubject;
import org.junit.jupiter.api.Test;

class ConformanceTest {

    @Test
    void whatTheseTestsSendAndGetIsCheckedAgainstTheDocument() {
        long before = Exchanges.checked("linode");

        try (ContractSubject subject = new LinodeContractTest().open()) {
            subject.keys().get(subject.currentKey());
        }

        assertThat(Exchanges.checked("linode")).isGreaterThan(before);
        assertThat(ConformanceExtension.isActive()).isTrue();
    }
}
