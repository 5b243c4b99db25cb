package dev.accesskeys.testing;

import dev.accesskeys.testing.internal.PathPattern;
import java.util.Objects;
import java.util.function.Predicate;

/** An order for a fault, begun with one of the methods of {@link Faults}. Without a condition it is for every kind of call. */
public final class FaultOrder {

    private final Faults faults;
    private final int first;
    private final int last;
    private Predicate<FakeRequest> condition = request -> true;
    private String description = "any call";

    FaultOrder(Faults faults, int first, int last) {
        this.faults = faults;
        this.first = first;
        this.last = last;
    }

    /**
     * Limits the order to one operation.
     *
     * @param method the method in capitals, such as {@code POST}
     * @param path the path relative to the base path of the fake; a name in braces stands for any one segment, as in
     *     {@code /object-storage/keys/{keyId}}
     * @return this order
     * @throws IllegalArgumentException if the path does not begin with a slash
     */
    public FaultOrder of(String method, String path) {
        PathPattern pattern = PathPattern.of(path);
        description = method + " " + path;
        return where(request -> request.method().equals(method) && pattern.matches(request.path()));
    }

    /**
     * Limits the order to the requests that fulfil a condition, in addition to those set before.
     *
     * @param other tells whether a request is meant
     * @return this order
     */
    public FaultOrder where(Predicate<FakeRequest> other) {
        condition = condition.and(Objects.requireNonNull(other, "condition"));
        return this;
    }

    /**
     * Places the order. Matching calls are counted from now on.
     *
     * @param fault what shall happen
     */
    public void order(Fault fault) {
        faults.place(new PlacedFault(Objects.requireNonNull(fault, "fault"), first, last, condition, description));
    }
}
