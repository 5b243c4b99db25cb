package dev.accesskeys.codegen.api;

import java.util.List;
import java.util.Optional;

/**
 * What a schema says about a value, wherever it stands.
 *
 * @param type its Java type
 * @param nullable whether it may be null
 * @param rules what is demanded of it
 * @param description CommonMark
 * @param deprecated whether it should not be used any longer
 * @param secret the texts that stand where the secret is not shown; empty for a value that is no secret
 * @param choices the named cases of a list, if it has them
 */
public record Value(
        JavaType type,
        boolean nullable,
        Rules rules,
        String description,
        boolean deprecated,
        Optional<List<String>> secret,
        Optional<ChoicesClass> choices) {

    /** A value of which nothing but the type is known. */
    public static Value of(JavaType type) {
        return new Value(type, false, Rules.NONE, "", false, Optional.empty(), Optional.empty());
    }

    /** The value with rules. */
    public Value withRules(Rules changed) {
        return new Value(type, nullable, changed, description, deprecated, secret, choices);
    }

    /** The value, which may also be null. */
    public Value orNull() {
        return new Value(type, true, rules, description, deprecated, secret, choices);
    }

    /** The value with what is said about it at the place where it is used. */
    public Value described(String text, boolean alsoDeprecated) {
        return new Value(
                type,
                nullable,
                rules,
                text.isEmpty() ? description : text,
                deprecated || alsoDeprecated,
                secret,
                choices);
    }
}
