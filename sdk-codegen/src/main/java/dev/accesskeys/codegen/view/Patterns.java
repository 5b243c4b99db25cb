package dev.accesskeys.codegen.view;

import dev.accesskeys.codegen.java.Literals;
import dev.accesskeys.codegen.java.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The regular expressions of one class, each a constant. */
final class Patterns {

    private final Map<String, String> names = new LinkedHashMap<>();

    /** The constant for an expression. */
    String constant(String pattern, String member) {
        String known = names.get(pattern);
        if (known != null) {
            return known;
        }
        String name = Names.constant(member) + "_PATTERN"
                + (names.containsValue(Names.constant(member) + "_PATTERN") ? names.size() : "");
        names.put(pattern, name);
        return name;
    }

    /** The declarations of all constants asked for. */
    List<String> declarations() {
        return names.entrySet().stream()
                .map(entry -> "private static final Pattern " + entry.getValue() + " = Pattern.compile("
                        + Literals.text(entry.getKey()) + ");")
                .toList();
    }
}
