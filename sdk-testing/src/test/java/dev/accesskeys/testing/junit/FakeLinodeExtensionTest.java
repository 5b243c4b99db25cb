package dev.accesskeys.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.testing.linode.FakeLinode;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FakeLinodeExtensionTest {

    @RegisterExtension
    static final FakeLinodeExtension linode = FakeLinodeExtension.create(builder -> builder.keys(2));

    @RepeatedTest(2)
    void everyTestHasAFreshFake() {
        assertThat(linode.fake().account().keys()).hasSize(2);

        linode.fake().account().addKey("left behind");
    }

    @Test
    void theFakeCanBeAParameter(FakeLinode fake) {
        assertThat(fake).isSameAs(linode.fake());
        assertThat(fake.baseUrl().getPort()).isPositive();
    }
}
