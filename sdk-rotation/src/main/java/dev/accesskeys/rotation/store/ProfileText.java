package dev.accesskeys.rotation.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A shared credentials file, line by line, read as the AWS CLI reads it (Python's {@code configparser}): a line that is indented
 * deeper than the property above it continues that property, {@code #} and {@code ;} begin a comment only at the start of a line,
 * names and values are parted by the first {@code =} or {@code :}, names are compared in lower case. Every change gives a new text;
 * what it does not concern keeps every byte. Messages tell line numbers, never content.
 */
final class ProfileText {

    private static final Pattern LINE = Pattern.compile("[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\\z");

    /**
     * A property of a section.
     *
     * @param name in lower case
     * @param value without blanks around it; of a continued one only the first line
     * @param line where it begins
     * @param end the line behind its last continuation
     */
    record Property(String name, String value, int line, int end) {

        boolean isContinued() {
            return end > line + 1;
        }
    }

    /**
     * A section.
     *
     * @param name what is between the brackets
     * @param line where its heading is
     * @param properties its properties, in order
     */
    record Section(String name, int line, List<Property> properties) {

        Optional<Property> property(String wanted) {
            return properties.stream()
                    .filter(each -> each.name().equals(wanted))
                    .findFirst();
        }
    }

    private final List<String> lines;
    private final List<Section> sections;
    private final String where;

    private ProfileText(List<String> lines, String where) {
        this.lines = lines;
        this.where = where;
        this.sections = new Parser().parse();
    }

    /** Reads a text; {@code where} names it in messages. */
    static ProfileText of(String text, String where) {
        return new ProfileText(
                LINE.matcher(text).results().map(match -> match.group()).toList(), where);
    }

    List<Section> sections() {
        return sections;
    }

    Optional<Section> section(String name) {
        return sections.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    String text() {
        return String.join("", lines);
    }

    /** Sets a property, in its place or behind the last one of {@code neighbours}; the section is added at the end if missing. */
    ProfileText with(String section, String name, String value, List<String> neighbours) {
        Optional<Section> there = section(section);
        if (there.isEmpty()) {
            return withSection(section).with(section, name, value, neighbours);
        }
        Optional<Property> property = there.get().property(name);
        List<String> changed = new ArrayList<>(lines);
        if (property.isPresent()) {
            int line = property.get().line();
            changed.set(line, replaceValue(lines.get(line), value));
        } else {
            insert(changed, there.get(), name + " = " + value, neighbours);
        }
        return new ProfileText(changed, where);
    }

    ProfileText without(String section, String name) {
        Optional<Property> property = section(section).flatMap(there -> there.property(name));
        if (property.isEmpty()) {
            return this;
        }
        List<String> changed = new ArrayList<>(lines);
        changed.subList(property.get().line(), property.get().end()).clear();
        return new ProfileText(changed, where);
    }

    /** Removes heading and properties, and the empty line that parts them from their neighbour. Comments stay: they may belong to what follows. */
    ProfileText withoutSection(String name) {
        Optional<Section> section = section(name);
        if (section.isEmpty()) {
            return this;
        }
        List<String> changed = new ArrayList<>(lines);
        List<Property> properties = section.get().properties();
        for (int i = properties.size() - 1; i >= 0; i--) {
            changed.subList(properties.get(i).line(), properties.get(i).end()).clear();
        }
        int heading = section.get().line();
        changed.remove(heading);
        int gap = Math.max(0, heading - 1);
        if (gap < changed.size() && changed.get(gap).isBlank()) {
            changed.remove(gap);
        }
        return new ProfileText(changed, where);
    }

    private ProfileText withSection(String name) {
        List<String> changed = new ArrayList<>(lines);
        if (!changed.isEmpty()) {
            int last = changed.size() - 1;
            if (ending(changed.get(last)).isEmpty()) {
                changed.set(last, changed.get(last) + newline());
            }
            changed.add(newline());
        }
        changed.add("[" + name + "]" + newline());
        return new ProfileText(changed, where);
    }

    /** With the indentation of its neighbour: another one would make it, or the next line, the continuation of a property. */
    private void insert(List<String> changed, Section section, String line, List<String> neighbours) {
        int at = section.line() + 1;
        String indentation = section.properties().isEmpty()
                ? ""
                : indentation(lines.get(section.properties().get(0).line()));
        for (Property property : section.properties()) {
            if (neighbours.contains(property.name())) {
                at = property.end();
                indentation = indentation(lines.get(property.line()));
            }
        }
        String before = changed.get(at - 1);
        if (ending(before).isEmpty()) {
            changed.set(at - 1, before + newline());
        }
        changed.add(at, indentation + line + newline());
    }

    private static String replaceValue(String line, String value) {
        String ending = ending(line);
        String content = line.substring(0, line.length() - ending.length());
        int start = delimiter(content) + 1;
        while (start < content.length() && Character.isWhitespace(content.charAt(start))) {
            start++;
        }
        String gap = Character.isWhitespace(content.charAt(start - 1)) || start < content.length() ? "" : " ";
        return content.substring(0, start) + gap + value + ending;
    }

    private static int delimiter(String line) {
        int equals = line.indexOf('=');
        int colon = line.indexOf(':');
        return equals < 0 || colon < 0 ? Math.max(equals, colon) : Math.min(equals, colon);
    }

    private static String indentation(String line) {
        return line.substring(0, depth(line));
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && Character.isWhitespace(line.charAt(depth))) {
            depth++;
        }
        return depth;
    }

    private static String ending(String line) {
        if (line.endsWith("\r\n")) {
            return "\r\n";
        }
        return line.endsWith("\n") || line.endsWith("\r") ? line.substring(line.length() - 1) : "";
    }

    private String newline() {
        return lines.isEmpty() || ending(lines.get(0)).isEmpty() ? "\n" : ending(lines.get(0));
    }

    /** The state of reading: where a line belongs depends on those above it. */
    private final class Parser {

        private final List<Section> found = new ArrayList<>();
        private List<Property> open = new ArrayList<>();
        private boolean inProperty;
        private int depth;

        List<Section> parse() {
            for (int i = 0; i < lines.size(); i++) {
                String content = lines.get(i).strip();
                if (!content.isEmpty() && content.charAt(0) != '#' && content.charAt(0) != ';') {
                    line(i, content);
                }
            }
            return List.copyOf(found);
        }

        private void line(int number, String content) {
            int indented = depth(lines.get(number));
            if (inProperty && indented > depth) {
                Property above = open.get(open.size() - 1);
                open.set(open.size() - 1, new Property(above.name(), above.value(), above.line(), number + 1));
                return;
            }
            depth = indented;
            int bracket = content.lastIndexOf(']');
            if (content.charAt(0) == '[' && bracket > 1) {
                open = new ArrayList<>();
                found.add(new Section(content.substring(1, bracket), number, open));
                inProperty = false;
            } else {
                property(number, content);
            }
        }

        private void property(int number, String content) {
            int delimiter = delimiter(content);
            if (found.isEmpty() || delimiter <= 0) {
                throw new StoreException(
                        where + ", line " + (number + 1) + ", is neither a heading nor a property of a profile",
                        "Correct it; the AWS CLI does not read such a file either.",
                        null);
            }
            String name = content.substring(0, delimiter).strip().toLowerCase(Locale.ROOT);
            open.add(new Property(name, content.substring(delimiter + 1).strip(), number, number + 1));
            inProperty = true;
        }
    }
}
