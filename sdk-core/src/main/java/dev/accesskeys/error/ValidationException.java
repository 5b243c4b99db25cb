package dev.accesskeys.error;

/**
 * An argument breaks a rule that the provider documents. Thrown before anything is sent. The message names the field and the
 * rule, and tells the given number or length, never the given text.
 */
public final class ValidationException extends AccessKeysException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String rule;

    /**
     * Makes the exception.
     *
     * @param field the field in the provider's own notation, such as {@code bucket_access[0].region}
     * @param rule what holds for it, such as {@code must be from 25 to 500}
     * @param given what was given instead, without quoting texts, such as {@code 24} or {@code a text of 70 characters}
     */
    public ValidationException(String field, String rule, String given) {
        super(null, field + " " + rule + "; given: " + given, Applied.NO, "Correct the value and call again.", null);
        this.field = field;
        this.rule = rule;
    }

    /**
     * Names the field.
     *
     * @return the field in the provider's own notation
     */
    public String field() {
        return field;
    }

    /**
     * Says the rule.
     *
     * @return the rule, such as {@code must be from 25 to 500}
     */
    public String rule() {
        return rule;
    }
}
