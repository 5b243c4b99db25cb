package dev.accesskeys.examples;

import dev.accesskeys.keys.AccessKeyProvider;
import dev.accesskeys.keys.AccessKeyServices;
import dev.accesskeys.keys.Capabilities;
import dev.accesskeys.keys.KeyOperation;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints what every provider on the class path can do, as it says itself. Sends nothing. */
public final class CapabilityMatrix {

    private final List<Capabilities> providers;

    private CapabilityMatrix(List<Capabilities> providers) {
        this.providers = providers;
    }

    /**
     * Runs the program.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        print(System.out);
    }

    static void print(PrintStream out) {
        out.println(ofAllProviders().table());
    }

    static CapabilityMatrix ofAllProviders() {
        return new CapabilityMatrix(AccessKeyServices.providers().stream()
                .map(AccessKeyProvider::capabilities)
                .toList());
    }

    Table table() {
        List<List<String>> rows = rows();
        Table table = new Table(rows.get(0).toArray(String[]::new));
        rows.subList(1, rows.size()).forEach(row -> table.row(row.toArray()));
        return table;
    }

    String markdown() {
        List<List<String>> rows = new ArrayList<>(rows());
        rows.add(1, rows.get(0).stream().map(title -> "---").toList());
        return rows.stream().map(row -> "| " + String.join(" | ", row) + " |").collect(Collectors.joining("\n"));
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", Capabilities::provider));
        rows.add(row("what a key is", Capabilities::keyKind));
        for (KeyOperation operation : KeyOperation.values()) {
            rows.add(row(
                    operation.name().toLowerCase(Locale.ROOT),
                    capabilities -> capabilities.supports(operation) ? "yes" : "no"));
        }
        rows.add(row("a rotation hits", capabilities -> words(capabilities.blastRadius())));
        rows.add(row("the old key then", CapabilityMatrix::afterRotation));
        rows.add(row(
                "to be confirmed with",
                capabilities -> capabilities.confirmation().orElse("–")));
        rows.add(row("secret", CapabilityMatrix::secret));
        rows.add(row("age of a key known", capabilities -> capabilities.createdAtKnown() ? "yes" : "no"));
        return rows;
    }

    private List<String> row(String title, Function<Capabilities, String> cell) {
        List<String> row = new ArrayList<>();
        row.add(title);
        providers.forEach(each -> row.add(cell.apply(each)));
        return row;
    }

    private static String afterRotation(Capabilities capabilities) {
        return switch (capabilities.afterRotation()) {
            case STILL_VALID -> "works until revoked";
            case VALID_UNTIL -> "works " + days(capabilities.overlap().orElse(Duration.ZERO)) + " longer";
            case DEAD -> "is dead at once";
        };
    }

    private static String secret(Capabilities capabilities) {
        if (!capabilities.hasSecret()) {
            return "none";
        }
        return capabilities.secretReadableLater() ? "readable later" : "shown once";
    }

    private static String days(Duration time) {
        return time.toDays() + " days";
    }

    private static String words(Enum<?> constant) {
        return "the " + constant.name().toLowerCase(Locale.ROOT);
    }
}
