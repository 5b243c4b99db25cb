package dev.accesskeys.testing;

import java.util.function.Predicate;

/** An order and how many matching calls it has seen. Guarded by its {@link Faults}. */
final class PlacedFault {

    private final Fault fault;
    private final int first;
    private final int last;
    private final Predicate<FakeRequest> condition;
    private final String description;
    private int seen;

    PlacedFault(Fault fault, int first, int last, Predicate<FakeRequest> condition, String description) {
        this.fault = fault;
        this.first = first;
        this.last = last;
        this.condition = condition;
        this.description = description;
    }

    Fault fault() {
        return fault;
    }

    /** Counts the request if it matches, and tells whether it is to be hit. */
    boolean hits(FakeRequest request) {
        if (isOver() || !condition.test(request)) {
            return false;
        }
        if (isLimited()) {
            seen++;
        }
        return !isLimited() || seen >= first;
    }

    boolean isOver() {
        return isLimited() && seen >= last;
    }

    boolean isLimited() {
        return last != Integer.MAX_VALUE;
    }

    @Override
    public String toString() {
        String calls = first == last ? "call " + first : "calls " + first + " to " + last;
        return fault + " on " + calls + " of " + description + (seen == 0 ? "" : ", " + seen + " seen");
    }
}
