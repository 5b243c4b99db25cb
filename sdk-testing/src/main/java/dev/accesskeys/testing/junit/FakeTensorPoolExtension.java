package dev.accesskeys.testing.junit;

import dev.accesskeys.testing.tensorpool.FakeTensorPool;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Gives every test a fresh {@link FakeTensorPool} with a server of its own, and closes it behind the test.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FakeTensorPoolExtension tensorpool = FakeTensorPoolExtension.create();
 *
 * @Test
 * void rotatesTheCredentials() {
 *     client = … tensorpool.fake().baseUrl() …
 * }
 * }</pre>
 *
 * <p>Or without settings: {@code @ExtendWith(FakeTensorPoolExtension.class)} at the class and a parameter of type
 * {@link FakeTensorPool} at the test.
 */
public final class FakeTensorPoolExtension extends FakeExtension<FakeTensorPool> {

    /** Makes an extension with the defaults; for {@code @ExtendWith}. */
    public FakeTensorPoolExtension() {
        this(FakeTensorPool::start);
    }

    private FakeTensorPoolExtension(Supplier<FakeTensorPool> start) {
        super(FakeTensorPool.class, start);
    }

    /**
     * Makes an extension with the defaults.
     *
     * @return the extension
     */
    public static FakeTensorPoolExtension create() {
        return new FakeTensorPoolExtension();
    }

    /**
     * Makes an extension with settings of its own.
     *
     * @param settings sets up the builder; called once for every test
     * @return the extension
     */
    public static FakeTensorPoolExtension create(UnaryOperator<FakeTensorPool.Builder> settings) {
        return new FakeTensorPoolExtension(
                () -> settings.apply(FakeTensorPool.builder()).start());
    }
}
