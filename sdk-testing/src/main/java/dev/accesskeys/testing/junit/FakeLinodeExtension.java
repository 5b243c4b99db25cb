package dev.accesskeys.testing.junit;

import dev.accesskeys.testing.linode.FakeLinode;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Gives every test a fresh {@link FakeLinode} with a server of its own, and closes it behind the test.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FakeLinodeExtension linode = FakeLinodeExtension.create();
 *
 * @Test
 * void createsAKey() {
 *     client = … linode.fake().baseUrl() …
 * }
 * }</pre>
 *
 * <p>Or without settings: {@code @ExtendWith(FakeLinodeExtension.class)} at the class and a parameter of type
 * {@link FakeLinode} at the test.
 */
public final class FakeLinodeExtension extends FakeExtension<FakeLinode> {

    /** Makes an extension with the defaults; for {@code @ExtendWith}. */
    public FakeLinodeExtension() {
        this(FakeLinode::start);
    }

    private FakeLinodeExtension(Supplier<FakeLinode> start) {
        super(FakeLinode.class, start);
    }

    /**
     * Makes an extension with the defaults.
     *
     * @return the extension
     */
    public static FakeLinodeExtension create() {
        return new FakeLinodeExtension();
    }

    /**
     * Makes an extension with settings of its own.
     *
     * @param settings sets up the builder; called once for every test
     * @return the extension
     */
    public static FakeLinodeExtension create(UnaryOperator<FakeLinode.Builder> settings) {
        return new FakeLinodeExtension(
                () -> settings.apply(FakeLinode.builder()).start());
    }
}
