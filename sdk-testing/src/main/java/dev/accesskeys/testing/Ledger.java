package dev.accesskeys.testing;

import dev.accesskeys.testing.internal.PathPattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happened at a fake: every request in the order of its handling, and what it changed. {@link #toString()} is a table to
 * print when a test fails; it holds no token, no secret, no header, no body and no value of a query. Safe for use by many
 * threads.
 *
 * <p>A path given to a method here may have names in braces for segments that may be anything, as in
 * {@code /object-storage/keys/{keyId}}.
 */
public final class Ledger {

    private static final List<String> TITLES = List.of("#", "time", "request", "fault", "applied", "answered");

    private final List<LedgerEntry> entries = new ArrayList<>();

    Ledger() {}

    /**
     * Gives all requests.
     *
     * @return a copy, in the order of their handling
     */
    public synchronized List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    /**
     * Gives the requests of one operation.
     *
     * @param method the method in capitals
     * @param path the path
     * @return those entries, in the order of their handling
     */
    public List<LedgerEntry> entries(String method, String path) {
        PathPattern pattern = PathPattern.of(path);
        return entries().stream()
                .filter(entry -> entry.method().equals(method) && pattern.matches(entry.path()))
                .toList();
    }

    /**
     * Counts the requests of one operation, whatever became of them.
     *
     * @param method the method in capitals
     * @param path the path
     * @return how often it was called
     */
    public int count(String method, String path) {
        return entries(method, path).size();
    }

    /**
     * Gives all changes.
     *
     * @return what was changed, in the order of its doing
     */
    public List<Change> applied() {
        return changes(entries());
    }

    /**
     * Gives the changes that one operation made, whatever the client got to see.
     *
     * @param method the method in capitals
     * @param path the path
     * @return what was changed, in the order of its doing
     */
    public List<Change> applied(String method, String path) {
        return changes(entries(method, path));
    }

    /** Forgets all requests. */
    public synchronized void clear() {
        entries.clear();
    }

    synchronized void record(Instant time, FakeExchange exchange) {
        entries.add(new LedgerEntry(entries.size() + 1, time, exchange));
    }

    private static List<Change> changes(List<LedgerEntry> of) {
        return of.stream().map(LedgerEntry::change).flatMap(Optional::stream).toList();
    }

    /** A table of all requests: number, time, request, fault, what was applied, what was answered. */
    @Override
    public String toString() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(TITLES);
        entries().forEach(entry -> rows.add(entry.cells()));
        int[] widths = new int[TITLES.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }
}
