package dev.accesskeys.internal.call;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps a client from multiplying the load of a provider that is down: a repetition costs five tokens, a success gives one
 * back. A first attempt is never held up.
 */
final class RetryBudget {

    private static final int CAPACITY = 500;
    private static final int COST = 5;

    private final AtomicInteger tokens = new AtomicInteger(CAPACITY);

    boolean tryTake() {
        int before = tokens.getAndUpdate(count -> count >= COST ? count - COST : count);
        return before >= COST;
    }

    void succeeded() {
        tokens.getAndUpdate(count -> Math.min(CAPACITY, count + 1));
    }
}
