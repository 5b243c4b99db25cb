package dev.accesskeys.tensorpool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.conformance.ConformanceExtension;
import dev.accesskeys.conformance.Exchanges;
import dev.accesskeys.testing.junit.ContractSubject;
import org.junit.jupiter.api.Test;

class ConformanceTest {

    @Test
    void whatTheseTestsSendAndGetIsCheckedAgainstTheDocument() {
        long before = Exchanges.checked("tensorpool");

        try (ContractSubject subject = new TensorPoolContractTest().open()) {
            subject.keys().get(subject.currentKey());
        }

        assertThat(Exchanges.checked("tensorpool")).isGreaterThan(before);
        assertThat(ConformanceExtension.isActive()).isTrue();
    }
}
