package dev.accesskeys.testing.junit;

import dev.accesskeys.testing.cloudflare.FakeCloudflare;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Gives every test a fresh {@link FakeCloudflare} with a server of its own, and closes it behind the test.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final FakeCloudflareExtension cloudflare = FakeCloudflareExtension.create();
 *
 * @Test
 * void rotatesTheKeys() {
 *     client = … cloudflare.fake().baseUrl() …
 * }
 * }</pre>
 *
 * <p>Or without settings: {@code @ExtendWith(FakeCloudflareExtension.class)} at the class and a parameter of type
 * {@link FakeCloudflare} at the test.
 */
public final class FakeCloudflareExtension extends FakeExtension<FakeCloudflare> {

    /** Makes an extension with the defaults; for {@code @ExtendWith}. */
    public FakeCloudflareExtension() {
        this(FakeCloudflare::start);
    }

    private FakeCloudflareExtension(Supplier<FakeCloudflare> start) {
        super(FakeCloudflare.class, start);
    }

    /**
     * Makes an extension with the defaults.
     *
     * @return the extension
     */
    public static FakeCloudflareExtension create() {
        return new FakeCloudflareExtension();
    }

    /**
     * Makes an extension with settings of its own.
     *
     * @param settings sets up the builder; called once for every test
     * @return the extension
     */
    public static FakeCloudflareExtension create(UnaryOperator<FakeCloudflare.Builder> settings) {
        return new FakeCloudflareExtension(
                () -> settings.apply(FakeCloudflare.builder()).start());
    }
}
