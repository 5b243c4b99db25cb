package dev.accesskeys.codegen.java;

import java.util.ArrayList;
import java.util.List;

/** Lays out code as palantir-java-format would, for the forms that occur in our templates. */
final class Layout {

    private static final int WIDTH = 120;
    private static final String CONTINUATION = "        ";

    private Layout() {}

    static List<String> tidy(List<String> lines) {
        List<String> tidied = new ArrayList<>();
        for (String line : oneLineComments(lines)) {
            String stripped = line.stripTrailing();
            String before = tidied.isEmpty() ? "" : tidied.get(tidied.size() - 1);
            if (stripped.isEmpty() && (before.isEmpty() || (before.endsWith("{") && isBodyStart(before)))) {
                continue;
            }
            if (stripped.strip().equals("}") && before.isEmpty()) {
                tidied.remove(tidied.size() - 1);
            } else if (stripped.strip().equals("}") && before.endsWith(",")) {
                tidied.set(tidied.size() - 1, before.substring(0, before.length() - 1));
            }
            tidied.addAll(isComment(stripped) ? comment(stripped) : wrapped(stripped));
        }
        return tidied;
    }

    /** A method or block, in contrast to a class, after whose opening brace a blank line may stand. */
    private static boolean isBodyStart(String line) {
        return !line.matches(".*\\b(class|enum|interface) .*");
    }

    private static boolean isComment(String line) {
        String text = line.strip();
        return text.startsWith("*") || text.startsWith("/*") || text.startsWith("//");
    }

    /** A comment on one line that does not fit becomes three lines or more. */
    private static List<String> comment(String line) {
        if (line.length() <= WIDTH || !line.strip().startsWith("/** ")) {
            return List.of(line);
        }
        String text = line.strip();
        String indentation = line.substring(0, line.indexOf('/'));
        List<String> lines = new ArrayList<>(List.of(indentation + "/**"));
        JavadocText.wrap(text.substring(4, text.length() - 3), WIDTH - indentation.length() - 3, "")
                .forEach(each -> lines.add(indentation + " * " + each));
        lines.add(indentation + " */");
        return lines;
    }

    /** Three lines become one where that fits. */
    private static List<String> oneLineComments(List<String> lines) {
        List<String> result = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean short3 = i + 2 < lines.size()
                    && lines.get(i).strip().equals("/**")
                    && lines.get(i + 2).strip().equals("*/")
                    && !lines.get(i + 1).strip().startsWith("* @");
            String joined = short3
                    ? lines.get(i) + " " + lines.get(i + 1).strip().substring(1).strip() + " */"
                    : "";
            if (short3 && joined.length() <= WIDTH) {
                result.add(joined);
                i += 2;
            } else {
                result.add(lines.get(i));
            }
        }
        return result;
    }

    private static List<String> wrapped(String line) {
        if (line.length() <= WIDTH) {
            return List.of(line);
        }
        String indentation =
                line.substring(0, line.length() - line.stripLeading().length());
        int open = line.endsWith("(") ? -1 : outermostArguments(line);
        int arrow = line.indexOf(" -> ");
        if (line.strip().startsWith("case ") && line.contains(" ? ")) {
            return broken(line, indentation, " ? ", " : ");
        }
        if (open < 0) {
            int assignment = line.indexOf(" = ");
            return assignment < 0 ? List.of(line) : broken(line, indentation, " = ");
        }
        int close = matching(line, open);
        String inner = line.substring(open + 1, close);
        String rest = line.substring(close);
        List<String> result = new ArrayList<>();
        result.add(line.substring(0, open + 1));
        if (arrow < 0 && indentation.length() + CONTINUATION.length() + inner.length() + rest.length() <= WIDTH) {
            result.add(indentation + CONTINUATION + inner + rest);
            return result;
        }
        List<String> arguments = split(inner);
        for (int i = 0; i < arguments.size(); i++) {
            result.add(indentation + CONTINUATION + arguments.get(i) + (i < arguments.size() - 1 ? "," : rest));
        }
        return result;
    }

    /** The last group of arguments that is not within another one. */
    private static int outermostArguments(String line) {
        int found = -1;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"') {
                i = endOfText(line, i);
            } else if (character == '(') {
                found = line.charAt(i + 1) == ')' ? found : i;
                i = matching(line, i);
            }
        }
        return found;
    }

    private static int endOfText(String line, int start) {
        int i = start + 1;
        while (i < line.length() && line.charAt(i) != '"') {
            i += line.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }

    private static int matching(String line, int open) {
        int depth = 0;
        for (int i = open; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"') {
                i = endOfText(line, i);
            } else if (character == '(') {
                depth++;
            } else if (character == ')' && --depth == 0) {
                return i;
            }
        }
        return line.length() - 1;
    }

    /** Arguments, told apart by the commas that are in no group. */
    private static List<String> split(String arguments) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < arguments.length(); i++) {
            char character = arguments.charAt(i);
            if (character == '"') {
                i = endOfText(arguments, i);
            } else if ("(<{".indexOf(character) >= 0) {
                depth++;
            } else if (")}".indexOf(character) >= 0
                    || (character == '>' && arguments.charAt(Math.max(0, i - 1)) != '-')) {
                depth--;
            } else if (character == ',' && depth == 0) {
                parts.add(arguments.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(arguments.substring(start).strip());
        return parts;
    }

    private static List<String> broken(String line, String indentation, String... operators) {
        List<String> result = new ArrayList<>();
        String rest = line;
        for (String operator : operators) {
            int at = rest.indexOf(operator);
            if (at < 0) {
                continue;
            }
            boolean assignment = operator.equals(" = ");
            result.add(rest.substring(0, assignment ? at + 2 : at));
            rest = indentation + CONTINUATION + (assignment ? rest.substring(at + 3) : rest.substring(at + 1));
        }
        result.add(rest);
        return result;
    }
}
