// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api.model;

import dev.accesskeys.json.JsonCodec;
import org.jspecify.annotations.Nullable;

/**
 * A colour.
 *
 * <p>The set is open: a value that this version does not know is kept as it came, and its {@link #known()}
 * is {@link Known#UNRECOGNIZED}.
 */
public final class Colour {

    /** The value {@code red}. */
    public static final Colour RED = new Colour("red", Known.RED);

    /** {@code dark-blue}: Nearly black. */
    public static final Colour DARK_BLUE = new Colour("dark-blue", Known.DARK_BLUE);

    /** The value {@code 2nd}. */
    public static final Colour VALUE_2ND = new Colour("2nd", Known.VALUE_2ND);

    /** The empty text. */
    public static final Colour EMPTY = new Colour("", Known.EMPTY);

    /** The value {@code UNRECOGNIZED}. */
    public static final Colour UNRECOGNIZED_ = new Colour("UNRECOGNIZED", Known.UNRECOGNIZED_);

    /** Reads and writes the JSON form, which is a text. */
    public static final JsonCodec<Colour> CODEC =
            JsonCodec.of(in -> of(in.readString()), (out, each) -> out.value(each.value));

    private final String value;
    private final Known known;

    private Colour(String value, Known known) {
        this.value = value;
        this.known = known;
    }

    /**
     * Gives the value for a text, which may be one that this version does not know.
     *
     * @param value the text
     * @return the value
     */
    public static Colour of(String value) {
        return switch (value) {
            case "red" -> RED;
            case "dark-blue" -> DARK_BLUE;
            case "2nd" -> VALUE_2ND;
            case "" -> EMPTY;
            case "UNRECOGNIZED" -> UNRECOGNIZED_;
            default -> new Colour(value, Known.UNRECOGNIZED);
        };
    }

    /**
     * Gives the text.
     *
     * @return the text as it stands on the wire
     */
    public String value() {
        return value;
    }

    /**
     * Gives the constant of a Java {@code enum}, to switch on.
     *
     * @return the constant; {@link Known#UNRECOGNIZED} for a text that this version does not know
     */
    public Known known() {
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Colour that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The text. */
    @Override
    public String toString() {
        return value;
    }

    /** The texts that this version knows. */
    public enum Known {
        /** See {@link Colour#RED}. */
        RED,
        /** See {@link Colour#DARK_BLUE}. */
        DARK_BLUE,
        /** See {@link Colour#VALUE_2ND}. */
        VALUE_2ND,
        /** See {@link Colour#EMPTY}. */
        EMPTY,
        /** See {@link Colour#UNRECOGNIZED_}. */
        UNRECOGNIZED_,
        /** A text that this version does not know; {@link Colour#value()} gives it. */
        UNRECOGNIZED
    }
}
