package dev.accesskeys.testing.junit;

import dev.accesskeys.testing.nscale.FakeNscale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Gives every test a fresh {@link FakeNscale} with a server of its own, and closes it behind the test.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FakeNscaleExtension nscale = FakeNscaleExtension.create();
 *
 * @Test
 * void createsAKey() {
 *     client = … nscale.fake().baseUrl() …
 * }
 * }</pre>
 *
 * <p>Or without settings: {@code @ExtendWith(FakeNscaleExtension.class)} at the class and a parameter of type
 * {@link FakeNscale} at the test.
 */
public final class FakeNscaleExtension extends FakeExtension<FakeNscale> {

    /** Makes an extension with the defaults; for {@code @ExtendWith}. */
    public FakeNscaleExtension() {
        this(FakeNscale::start);
    }

    private FakeNscaleExtension(Supplier<FakeNscale> start) {
        super(FakeNscale.class, start);
    }

    /**
     * Makes an extension with the defaults.
     *
     * @return the extension
     */
    public static FakeNscaleExtension create() {
        return new FakeNscaleExtension();
    }

    /**
     * Makes an extension with settings of its own.
     *
     * @param settings sets up the builder; called once for every test
     * @return the extension
     */
    public static FakeNscaleExtension create(UnaryOperator<FakeNscale.Builder> settings) {
        return new FakeNscaleExtension(
                () -> settings.apply(FakeNscale.builder()).start());
    }
}
