package dev.accesskeys.codegen.document;

import dev.accesskeys.codegen.api.Rules;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what a schema demands of a value. */
final class RulesReader {

    private RulesReader() {}

    static Rules string(Node schema) {
        schema.allow(Keywords.STRING);
        return new Rules(
                number(schema, "minLength"),
                number(schema, "maxLength"),
                schema.isTrue("x-not-blank"),
                schema.find("pattern").map(RulesReader::pattern),
                schema.textOf("x-pattern-description"),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    static Rules number(Node schema) {
        schema.allow(Keywords.NUMBER);
        return new Rules(
                OptionalLong.empty(),
                OptionalLong.empty(),
                false,
                Optional.empty(),
                "",
                number(schema, "minimum"),
                number(schema, "maximum"),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    static Rules array(Node schema, Rules items) {
        return new Rules(
                OptionalLong.empty(),
                OptionalLong.empty(),
                false,
                Optional.empty(),
                "",
                OptionalLong.empty(),
                OptionalLong.empty(),
                number(schema, "minItems"),
                number(schema, "maxItems"),
                items.isEmpty() ? Optional.empty() : Optional.of(items));
    }

    private static OptionalLong number(Node schema, String name) {
        return schema.has(name) ? OptionalLong.of(schema.get(name).wholeNumber()) : OptionalLong.empty();
    }

    /** JSON Schema searches, the core matches the whole text: for an anchored expression both are the same. */
    private static String pattern(Node node) {
        String pattern = node.text();
        if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
            throw node.fail("only patterns from ^ to $ are supported");
        }
        try {
            return Pattern.compile(pattern).pattern();
        } catch (PatternSyntaxException e) {
            throw node.fail("not a regular expression for Java: " + e.getDescription());
        }
    }
}
