package dev.accesskeys.testprovider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.operation.Invocation;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What the tests of failures share: every call in every style, and what each failure must say. */
public final class Cases {

    private Cases() {}

    public static Stream<CallStyle> styles() {
        return Arrays.stream(CallStyle.values());
    }

    public static Stream<Arguments> everyCall() {
        return Arrays.stream(Kind.values()).flatMap(kind -> styles().map(style -> Arguments.of(kind, style)));
    }

    public static AccessKeysException failure(TestClient client, Kind kind, CallStyle style) {
        return failure(client, kind.invocation(), style);
    }

    public static AccessKeysException failure(TestClient client, Invocation<?> invocation, CallStyle style) {
        return catchThrowableOfType(AccessKeysException.class, () -> style.call(client, invocation));
    }

    public static void saysAllThreeThings(AccessKeysException thrown, String what) {
        assertThat(thrown.advice()).isNotBlank();
        assertThat(thrown.getMessage())
                .contains(what)
                .contains(thrown.problem())
                .contains(thrown.applied().sentence())
                .endsWith(thrown.advice());
    }
}
