package dev.accesskeys.testing;

/**
 * The behaviour of a fake provider, without any network: one request in, one response out. Implement it to make a fake of your
 * own on top of {@link FakeCloud}.
 *
 * <p>Implementations are safe for use by many threads, and deterministic: they take time and randomness from where the test put
 * them.
 */
@FunctionalInterface
public interface FakeApi {

    /**
     * Handles a request, and changes the state accordingly.
     *
     * @param request the request; its path is relative to the base path of the fake
     * @return the response; where it tells of a success that changed something, {@linkplain FakeResponse#withChange with that
     *     change}
     */
    FakeResponse handle(FakeRequest request);
}
