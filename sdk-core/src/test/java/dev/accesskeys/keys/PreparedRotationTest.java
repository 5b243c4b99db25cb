package dev.accesskeys.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.UnsupportedCapabilityException;
import dev.accesskeys.testprovider.CallStyle;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** What services have that were written before rotations could be prepared. */
class PreparedRotationTest {

    private static final Capabilities CAPABILITIES =
            Capabilities.builder("example", "key").build();

    private static final KeyRotation ROTATION =
            KeyRotation.of(AccessKeyId.of("example", "1")).withNonce(SuccessorName.newNonce());

    /** Implements no default method. */
    private static AccessKeyService service() {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            if (method.getName().equals("capabilities")) {
                return CAPABILITIES;
            }
            throw new AssertionError(method);
        };
        return (AccessKeyService) Proxy.newProxyInstance(
                AccessKeyService.class.getClassLoader(), new Class<?>[] {AccessKeyService.class}, handler);
    }

    @Test
    void aServiceThatCannotPrepareSaysSoInBothStyles() {
        AccessKeyService keys = service();

        assertThatThrownBy(() -> keys.prepareRotation(ROTATION))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("cannot tell beforehand how a rotation will be recognised");
        assertThatThrownBy(() -> CallStyle.await(keys.prepareRotationAsync(ROTATION)))
                .isInstanceOf(UnsupportedCapabilityException.class);
    }

    @Test
    void theScopeOfAnyServiceNamesItsProvider() {
        assertThat(service().scope()).isEqualTo(KeyScope.of("example"));
    }
}
