package dev.accesskeys.codegen.api;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the document demands of a value.
 *
 * @param minLength the least number of characters
 * @param maxLength the greatest number of characters
 * @param notBlank whether a text of white space is refused
 * @param pattern a regular expression for the whole text
 * @param patternWords the expression in words
 * @param minimum the least number
 * @param maximum the greatest number
 * @param minItems the least number of entries
 * @param maxItems the greatest number of entries
 * @param items what holds for each entry of a list
 */
public record Rules(
        OptionalLong minLength,
        OptionalLong maxLength,
        boolean notBlank,
        Optional<String> pattern,
        String patternWords,
        OptionalLong minimum,
        OptionalLong maximum,
        OptionalLong minItems,
        OptionalLong maxItems,
        Optional<Rules> items) {

    /** No demands. */
    public static final Rules NONE = new Rules(
            OptionalLong.empty(),
            OptionalLong.empty(),
            false,
            Optional.empty(),
            "",
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty());

    /** Whether there are none. */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
