package dev.accesskeys.operation;

import dev.accesskeys.error.ValidationException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a provider documents for what is sent. Generated builders call them; each method gives the value back when
 * it keeps the rule and throws otherwise. Only what is sent is checked, never what a provider answers.
 */
public final class Constraints {

    private Constraints() {}

    /**
     * The value must be there.
     *
     * @param <T> its type
     * @param field the field in the provider's notation
     * @param value the value, or null
     * @return the value
     * @throws ValidationException if it is null
     */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new ValidationException(field, "is required", "nothing");
        }
        return value;
    }

    /**
     * One of several cases must have been chosen, for none of them goes without saying.
     *
     * @param <T> the type of the choice
     * @param field the field in the provider's notation
     * @param value the choice, or null
     * @param cases the methods that make one
     * @return the choice
     * @throws ValidationException if it is null
     */
    public static <T> T chosen(String field, @Nullable T value, String... cases) {
        if (value == null) {
            throw new ValidationException(field, "must be chosen: " + String.join(", ", cases), "nothing");
        }
        return value;
    }

    /**
     * The text must not be blank.
     *
     * @param field the field in the provider's notation
     * @param value the text
     * @return the text
     * @throws ValidationException if it is empty or has nothing but white space
     */
    public static String notBlank(String field, String value) {
        if (value.isBlank()) {
            throw new ValidationException(
                    field, "must not be blank", value.isEmpty() ? "an empty text" : "a text of white space");
        }
        return value;
    }

    /**
     * The text must have a length within bounds, in Unicode characters.
     *
     * @param field the field in the provider's notation
     * @param value the text
     * @param min the least length
     * @param max the greatest length; {@link Integer#MAX_VALUE} for none
     * @return the text
     * @throws ValidationException if it is shorter or longer
     */
    public static String length(String field, String value, int min, int max) {
        int length = value.codePointCount(0, value.length());
        if (length < min || length > max) {
            throw new ValidationException(field, quantity(min, max, " characters"), length + " characters");
        }
        return value;
    }

    /**
     * The text must match a pattern as a whole.
     *
     * @param field the field in the provider's notation
     * @param value the text
     * @param pattern the pattern
     * @param description the pattern in words, for the message
     * @return the text
     * @throws ValidationException if it does not match
     */
    public static String pattern(String field, String value, Pattern pattern, String description) {
        if (!pattern.matcher(value).matches()) {
            throw new ValidationException(
                    field, "must be " + description, "a text of " + value.length() + " characters that is not");
        }
        return value;
    }

    /**
     * The number must be within bounds.
     *
     * @param field the field in the provider's notation
     * @param value the number
     * @param min the least value; {@link Long#MIN_VALUE} for none
     * @param max the greatest value; {@link Long#MAX_VALUE} for none
     * @return the number
     * @throws ValidationException if it is less or more
     */
    public static long range(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new ValidationException(field, "must be " + bounds(min, max, Long.MAX_VALUE), Long.toString(value));
        }
        return value;
    }

    /**
     * The number must be within bounds.
     *
     * @param field the field in the provider's notation
     * @param value the number
     * @param min the least value
     * @param max the greatest value
     * @return the number
     * @throws ValidationException if it is less or more
     */
    public static int range(String field, int value, long min, long max) {
        return (int) range(field, (long) value, min, max);
    }

    /**
     * The number must be within bounds.
     *
     * @param field the field in the provider's notation
     * @param value the number
     * @param min the least value; {@link Long#MIN_VALUE} for none
     * @param max the greatest value; {@link Long#MAX_VALUE} for none
     * @return the number
     * @throws ValidationException if it is less or more
     */
    public static BigDecimal range(String field, BigDecimal value, long min, long max) {
        boolean tooSmall = min != Long.MIN_VALUE && value.compareTo(BigDecimal.valueOf(min)) < 0;
        boolean tooLarge = max != Long.MAX_VALUE && value.compareTo(BigDecimal.valueOf(max)) > 0;
        if (tooSmall || tooLarge) {
            throw new ValidationException(field, "must be " + bounds(min, max, Long.MAX_VALUE), value.toString());
        }
        return value;
    }

    /**
     * The collection must have a size within bounds.
     *
     * @param <C> its type
     * @param field the field in the provider's notation
     * @param value the collection
     * @param min the least size
     * @param max the greatest size; {@link Integer#MAX_VALUE} for none
     * @return the collection
     * @throws ValidationException if it is smaller or larger
     */
    public static <C extends Collection<?>> C size(String field, C value, int min, int max) {
        if (value.size() < min || value.size() > max) {
            throw new ValidationException(field, quantity(min, max, " entries"), value.size() + " entries");
        }
        return value;
    }

    private static String quantity(int min, int max, String unit) {
        return min == 1 && max == Integer.MAX_VALUE
                ? "must not be empty"
                : "must have " + bounds(min, max, Integer.MAX_VALUE) + unit;
    }

    private static String bounds(long min, long max, long unbounded) {
        if (max == unbounded) {
            return "at least " + min;
        }
        return min == Integer.MIN_VALUE || min == Long.MIN_VALUE || (min == 0 && unbounded == Integer.MAX_VALUE)
                ? "at most " + max
                : "from " + min + " to " + max;
    }
}
