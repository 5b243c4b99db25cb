package dev.accesskeys.codegen.view;

import dev.accesskeys.codegen.api.Rules;
import dev.accesskeys.codegen.java.Javadoc;
import dev.accesskeys.codegen.java.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Rules as calls of the core's constraints, and as words. */
final class RuleCode {

    private RuleCode() {}

    /** Calls that check a single value. */
    static List<String> single(Rules rules, String path, String value, UnaryOperator<String> patternConstant) {
        List<String> lines = new ArrayList<>();
        if (rules.notBlank()) {
            lines.add("Constraints.notBlank(" + path + ", " + value + ");");
        }
        boolean covered = rules.notBlank()
                && rules.minLength().orElse(0) <= 1
                && rules.maxLength().isEmpty();
        if (!covered && (rules.minLength().isPresent() || rules.maxLength().isPresent())) {
            lines.add("Constraints.length(" + path + ", " + value + ", "
                    + intBounds(rules.minLength(), rules.maxLength()) + ");");
        }
        rules.pattern()
                .ifPresent(pattern -> lines.add("Constraints.pattern(" + path + ", " + value + ", "
                        + patternConstant.apply(pattern) + ", " + Literals.text(patternWords(rules, pattern)) + ");"));
        if (rules.minimum().isPresent() || rules.maximum().isPresent()) {
            lines.add("Constraints.range(" + path + ", " + value + ", " + bound(rules.minimum(), "Long.MIN_VALUE")
                    + ", " + bound(rules.maximum(), "Long.MAX_VALUE") + ");");
        }
        return lines;
    }

    /** Calls that check the size of a list. */
    static List<String> size(Rules rules, String path, String value) {
        return rules.minItems().isEmpty() && rules.maxItems().isEmpty()
                ? List.of()
                : List.of("Constraints.size(" + path + ", " + value + ", "
                        + intBounds(rules.minItems(), rules.maxItems()) + ");");
    }

    private static String intBounds(OptionalLong min, OptionalLong max) {
        return bound(min, "0") + ", " + bound(max, "Integer.MAX_VALUE");
    }

    private static String bound(OptionalLong bound, String none) {
        return bound.isPresent() ? Literals.number(bound.getAsLong()) : none;
    }

    private static String patternWords(Rules rules, String pattern) {
        return rules.patternWords().isEmpty() ? "a text that matches " + pattern : rules.patternWords();
    }

    /** The rules in words for Javadoc, each a phrase. */
    static List<String> words(Rules rules) {
        List<String> words = new ArrayList<>();
        if (rules.notBlank()) {
            words.add("not blank");
        }
        if (!rules.notBlank()
                || rules.minLength().orElse(0) > 1
                || rules.maxLength().isPresent()) {
            addBounds(words, rules.minLength(), rules.maxLength(), " characters");
        }
        rules.pattern()
                .ifPresent(pattern -> words.add(
                        rules.patternWords().isEmpty()
                                ? "must match " + Javadoc.code(pattern)
                                : Javadoc.inline(rules.patternWords())));
        addBounds(words, rules.minimum(), rules.maximum(), "");
        addBounds(words, rules.minItems(), rules.maxItems(), " entries");
        rules.items().ifPresent(items -> words(items).forEach(each -> words.add("each entry " + each)));
        return words;
    }

    private static void addBounds(List<String> words, OptionalLong min, OptionalLong max, String unit) {
        if (min.isPresent() && max.isPresent()) {
            words.add(min.getAsLong() + " to " + max.getAsLong() + unit);
        } else if (min.isPresent()) {
            words.add("at least " + min.getAsLong() + (min.getAsLong() == 1 ? singular(unit) : unit));
        } else if (max.isPresent()) {
            words.add("at most " + max.getAsLong() + (max.getAsLong() == 1 ? singular(unit) : unit));
        }
    }

    private static String singular(String unit) {
        return switch (unit) {
            case " characters" -> " character";
            case " entries" -> " entry";
            default -> unit;
        };
    }
}
