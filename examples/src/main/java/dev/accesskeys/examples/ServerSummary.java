package dev.accesskeys.examples;

import dev.accesskeys.testing.Ledger;
import dev.accesskeys.testing.LedgerEntry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a fake server saw, by operation. */
final class ServerSummary {

    private ServerSummary() {}

    static Table of(Ledger ledger) {
        Map<String, List<LedgerEntry>> byOperation = ledger.entries().stream()
                .collect(Collectors.groupingBy(ServerSummary::operation, TreeMap::new, Collectors.toList()));
        Table table = new Table("request", "times", "changes made", "answers");
        byOperation.forEach((operation, entries) -> table.row(
                operation,
                entries.size(),
                entries.stream().filter(LedgerEntry::applied).count(),
                answers(entries)));
        return table;
    }

    private static String operation(LedgerEntry entry) {
        return entry.method() + " " + entry.path().replaceAll("/([0-9]+|[0-9a-f-]{16,})(?=/|$)", "/{id}");
    }

    private static String answers(List<LedgerEntry> entries) {
        Map<String, Long> counts = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.status().isPresent()
                                ? Integer.toString(entry.status().getAsInt())
                                : "none",
                        TreeMap::new,
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " × " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
