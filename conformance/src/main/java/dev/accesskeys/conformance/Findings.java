package dev.accesskeys.conformance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found in a test. What cannot be told to belong to one goes to the next that ends. */
final class Findings {

    private static final Findings OF_NO_TEST = new Findings();
    private static final ThreadLocal<@Nullable Findings> OF_THIS_TEST = new InheritableThreadLocal<>();

    private final List<Violation> violations = new ArrayList<>();
    private boolean closed;

    private Findings() {}

    /** Those of the test that the calling thread runs, or was started by. */
    static Findings current() {
        Findings current = OF_THIS_TEST.get();
        return current == null ? OF_NO_TEST : current;
    }

    static void begin() {
        OF_THIS_TEST.set(new Findings());
    }

    /** Ends the test of the calling thread, and gives what was found in it. */
    static List<Violation> end() {
        List<Violation> found = new ArrayList<>(current().close());
        OF_THIS_TEST.remove();
        found.addAll(OF_NO_TEST.take());
        return found;
    }

    void add(List<Violation> found) {
        if (found.isEmpty()) {
            return;
        }
        if (!ConformanceExtension.isActive()) {
            // Nobody will ask: these are not JUnit Jupiter's tests. At least the connection breaks.
            throw new AssertionError(found.toString());
        }
        if (!addIfOpen(found)) {
            OF_NO_TEST.addIfOpen(found);
        }
    }

    private synchronized boolean addIfOpen(List<Violation> found) {
        if (!closed) {
            violations.addAll(found);
        }
        return !closed;
    }

    private synchronized List<Violation> close() {
        closed = this != OF_NO_TEST;
        return take();
    }

    private synchronized List<Violation> take() {
        List<Violation> taken = List.copyOf(violations);
        violations.clear();
        return taken;
    }
}
