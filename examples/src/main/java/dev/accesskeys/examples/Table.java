package dev.accesskeys.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table for a screen: columns as wide as they need to be, numbers to the right. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... titles) {
        rows.add(List.of(titles));
    }

    Table row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    @Override
    public String toString() {
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        StringBuilder text = new StringBuilder();
        line(text, widths, "┌", "┬", "┐");
        for (int i = 0; i < rows.size(); i++) {
            cells(text, widths, rows.get(i));
            if (i == 0) {
                line(text, widths, "├", "┼", "┤");
            }
        }
        line(text, widths, "└", "┴", "┘");
        return text.toString();
    }

    private static void cells(StringBuilder text, int[] widths, List<String> row) {
        text.append("  │");
        for (int i = 0; i < widths.length; i++) {
            String gap = " ".repeat(widths[i] - row.get(i).length());
            boolean number = row.get(i).matches("[0-9][0-9,]*");
            text.append(' ')
                    .append(number ? gap + row.get(i) : row.get(i) + gap)
                    .append(" │");
        }
        text.append('\n');
    }

    private static void line(StringBuilder text, int[] widths, String left, String middle, String right) {
        List<String> parts =
                Arrays.stream(widths).mapToObj(width -> "─".repeat(width + 2)).toList();
        text.append("  ")
                .append(left)
                .append(String.join(middle, parts))
                .append(right)
                .append('\n');
    }
}
