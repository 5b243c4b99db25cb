package dev.accesskeys.conformance;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** How many exchanges were checked in this process, as a proof that they were. */
public final class Exchanges {

    private static final ConcurrentMap<Operation, ConcurrentMap<Integer, AtomicLong>> CHECKED =
            new ConcurrentHashMap<>();

    private Exchanges() {}

    static void count(Operation operation, int status) {
        CHECKED.computeIfAbsent(operation, ignored -> new ConcurrentHashMap<>())
                .computeIfAbsent(status, ignored -> new AtomicLong())
                .incrementAndGet();
    }

    /** How many exchanges were checked against a document so far. */
    public static long checked(String document) {
        return CHECKED.entrySet().stream()
                .filter(each -> each.getKey().document().name().equals(document))
                .flatMap(each -> each.getValue().values().stream())
                .mapToLong(AtomicLong::get)
                .sum();
    }

    /** How often each operation of the documents in use was answered with which status; those that nobody called are there too. */
    static List<String> report() {
        return CHECKED.keySet().stream()
                .map(Operation::document)
                .distinct()
                .flatMap(document -> document.operations().stream())
                .map(operation ->
                        operation + " " + new TreeMap<>(CHECKED.getOrDefault(operation, new ConcurrentHashMap<>())))
                .sorted()
                .toList();
    }
}
