package dev.accesskeys.testing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong, and when. A fault is ordered for certain calls:
 *
 * <pre>{@code
 * faults.onCall(1).of("POST", "/object-storage/keys").order(Fault.applyThenDrop());
 * faults.onNextCalls(3).of("GET", "/object-storage/keys/{keyId}").order(Fault.status(503));
 * faults.onEveryCall().order(Fault.delay(Duration.ofMillis(20)));
 * }</pre>
 *
 * <p>Every order counts the calls that match it, from the moment it is placed, whether or not another order hits them. Are two
 * due on the same call, the one that was placed first is carried out, and the other one has missed its turn. Safe for use by
 * many threads.
 */
public final class Faults {

    private final List<PlacedFault> placed = new ArrayList<>();

    Faults() {}

    /**
     * Begins an order for one call.
     *
     * @param n which of the matching calls to hit: 1 for the next one, 2 for the one behind it
     * @return the order, to be completed
     * @throws IllegalArgumentException if the number is below 1
     */
    public FaultOrder onCall(int n) {
        return new FaultOrder(this, atLeastOne(n), n);
    }

    /**
     * Begins an order for the next calls.
     *
     * @param n how many matching calls to hit
     * @return the order, to be completed
     * @throws IllegalArgumentException if the number is below 1
     */
    public FaultOrder onNextCalls(int n) {
        return new FaultOrder(this, 1, atLeastOne(n));
    }

    /**
     * Begins an order for every call.
     *
     * @return the order, to be completed
     */
    public FaultOrder onEveryCall() {
        return new FaultOrder(this, 1, Integer.MAX_VALUE);
    }

    /** Forgets all orders. */
    public synchronized void clear() {
        placed.clear();
    }

    /**
     * Tells which orders have not been carried out completely; those for every call are not among them. A test that ends with
     * an empty list has met all the faults that it ordered.
     *
     * @return one description each, such as {@code applyThenDrop on call 1 of POST /object-storage/keys}
     */
    public synchronized List<String> pending() {
        return placed.stream()
                .filter(PlacedFault::isLimited)
                .map(PlacedFault::toString)
                .toList();
    }

    synchronized void place(PlacedFault fault) {
        placed.add(fault);
    }

    /** The fault that is due for this call. */
    synchronized Optional<Fault> next(FakeRequest request) {
        Fault due = null;
        for (Iterator<PlacedFault> orders = placed.iterator(); orders.hasNext(); ) {
            PlacedFault order = orders.next();
            if (order.hits(request) && due == null) {
                due = order.fault();
            }
            if (order.isOver()) {
                orders.remove();
            }
        }
        return Optional.ofNullable(due);
    }

    private static int atLeastOne(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("calls are counted from 1");
        }
        return n;
    }
}
