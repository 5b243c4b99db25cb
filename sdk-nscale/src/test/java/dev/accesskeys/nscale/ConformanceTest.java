package dev.accesskeys.nscale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.conformance.ConformanceExtension;
import dev.accesskeys.conformance.Exchanges;
import dev.accesskeys.testing.junit.ContractSubject;
import org.junit.jupiter.api.Test;

class ConformanceTest {

    @Test
    void whatTheseTestsSendAndGetIsCheckedAgainstTheDocument() {
        long before = Exchanges.checked("nscale");

        try (ContractSubject subject = new NscaleContractTest().open()) {
            subject.keys().get(subject.currentKey());
        }

        assertThat(Exchanges.checked("nscale")).isGreaterThan(before);
        assertThat(ConformanceExtension.isActive()).isTrue();
    }
}
