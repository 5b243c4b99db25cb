package dev.accesskeys.rotation.fleet;

import dev.accesskeys.rotation.fleet.FleetResult.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Sets a report as text. Lines end with {@code \n} everywhere, so that two reports can be compared. */
final class ReportTable {

    private static final List<String> HEADINGS = List.of("TARGET", "OUTCOME", "OLD KEY", "NEW KEY", "UNTIL / WHY");
    private static final String GAP = "  ";

    private ReportTable() {}

    static String of(FleetReport report) {
        StringBuilder text = new StringBuilder();
        table(text, report.results());
        text.append('\n').append(numbers(report)).append('\n');
        List<FleetResult> bad = report.results().stream()
                .filter(each -> !each.kind().isGood())
                .filter(each -> !each.explanation().isEmpty())
                .toList();
        if (!bad.isEmpty()) {
            text.append("\nTo look at:\n");
            for (FleetResult each : bad) {
                text.append(GAP).append(each.target()).append('\n');
                text.append(GAP).append(GAP).append(each.kind()).append(": ");
                text.append(each.explanation()).append('\n');
            }
        }
        return text.toString();
    }

    private static void table(StringBuilder text, List<FleetResult> results) {
        List<List<String>> rows = new ArrayList<>(results.size() + 1);
        rows.add(HEADINGS);
        results.forEach(each -> rows.add(cells(each)));
        int[] widths = new int[HEADINGS.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], length(row.get(column)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = row.get(column);
                line.append(cell)
                        .append(" ".repeat(widths[column] - length(cell)))
                        .append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static List<String> cells(FleetResult result) {
        return List.of(
                result.target().toString(),
                result.kind().toString(),
                result.oldKey().map(Briefly::key).map(OneLine::of).orElse("-"),
                result.newKey().map(Briefly::key).map(OneLine::of).orElse("-"),
                result.brief());
    }

    private static String numbers(FleetReport report) {
        StringJoiner numbers = new StringJoiner(", ");
        for (Map.Entry<Kind, Integer> each : report.counts().entrySet()) {
            numbers.add(each.getValue() + " " + each.getKey());
        }
        int total = report.results().size();
        return total + (total == 1 ? " target: " : " targets: ") + numbers + ". Exit status " + report.exitStatus()
                + ".";
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
