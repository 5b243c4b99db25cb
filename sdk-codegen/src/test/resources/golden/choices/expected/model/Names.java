// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api.model;

import dev.accesskeys.error.ValidationException;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.json.JsonWriter;
import dev.accesskeys.operation.Constraints;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cases of {@code names}. */
public final class Names {

    private static final String WIRE_NAME = "names";

    private final Kind kind;
    private final List<String> values;

    private Names(Kind kind, List<String> values) {
        this.kind = kind;
        this.values = values;
    }

    /**
     * On the wire, {@code names} is an empty list.
     *
     * @return the choice
     */
    public static Names unnamed() {
        return new Names(Kind.UNNAMED, List.of());
    }

    /**
     * On the wire, {@code names} lists them.
     *
     * @param values the values, at least one
     * @return the choice
     * @throws ValidationException if there is none
     */
    public static Names named(String... values) {
        return named(List.of(values));
    }

    /**
     * On the wire, {@code names} lists them.
     *
     * @param values the values, at least one
     * @return the choice
     * @throws ValidationException if there is none
     */
    public static Names named(List<String> values) {
        if (Constraints.required(WIRE_NAME, values).isEmpty()) {
            throw new ValidationException(WIRE_NAME, "must not be empty: use unnamed()", "an empty list");
        }
        return new Names(Kind.NAMED, List.copyOf(values));
    }

    /**
     * Tells which case was chosen.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Gives the values that were chosen.
     *
     * @return the values, unmodifiable; empty for the cases without any
     */
    public List<String> values() {
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Names that && kind == that.kind && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, values);
    }

    @Override
    public String toString() {
        return values.isEmpty() ? kind.toString() : kind.toString() + values;
    }

    /** Reads the member where it is there. */
    static Names read(JsonReader in) {
        List<String> read = in.readList(JsonReader::readString);
        return read.isEmpty() ? unnamed() : new Names(Kind.NAMED, read);
    }

    /** Writes the member, name included. */
    void write(JsonWriter out) {
        switch (kind) {
            case UNNAMED -> out.name(WIRE_NAME).list(values, JsonWriter::value);
            case NAMED -> out.name(WIRE_NAME).list(values, JsonWriter::value);
        }
    }

    /** The cases, to switch on. */
    public enum Kind {
        /** See {@link Names#unnamed()}. */
        UNNAMED,
        /** See {@link Names#named(List)}. */
        NAMED
    }
}
