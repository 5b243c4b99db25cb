package dev.accesskeys.testing;

/**
 * Is told of every request that reaches a fake, and of what came of it: to check that both are as the provider documents them, or
 * to record what a program sends.
 *
 * <p>An observer is {@linkplain FakeCloud#observe given to a fake}, or found by {@link java.util.ServiceLoader}: every fake then
 * makes one of its own, on the thread that makes the fake.
 *
 * <p>It is called on the thread that handles the request, before the client gets the answer, and so by many threads at once. What
 * it throws is not seen by the test but by the client, as a broken connection: it had better take notes.
 */
@FunctionalInterface
public interface ExchangeObserver {

    /**
     * Is told of a request.
     *
     * @param exchange the request, and what came of it
     */
    void observed(FakeExchange exchange);
}
