// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api.model;

import dev.accesskeys.error.ValidationException;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.json.JsonWriter;
import dev.accesskeys.operation.Constraints;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a thing may do. */
public final class Access {

    private static final String WIRE_NAME = "access";

    private final Kind kind;
    private final List<Grant> grants;

    private Access(Kind kind, List<Grant> grants) {
        this.kind = kind;
        this.grants = grants;
    }

    /**
     * Everything.
     *
     * <p>On the wire, {@code access} is left out.
     *
     * @return the choice
     */
    public static Access everything() {
        return new Access(Kind.EVERYTHING, List.of());
    }

    /**
     * What it could do before.
     *
     * <p>On the wire, {@code access} is {@code null}.
     *
     * @return the choice
     */
    public static Access asBefore() {
        return new Access(Kind.AS_BEFORE, List.of());
    }

    /**
     * Nothing.
     *
     * <p>On the wire, {@code access} is an empty list.
     *
     * @return the choice
     */
    public static Access nothing() {
        return new Access(Kind.NOTHING, List.of());
    }

    /**
     * What is granted.
     *
     * <p>On the wire, {@code access} lists them.
     *
     * @param grants the grants, at least one
     * @return the choice
     * @throws ValidationException if there is none
     */
    public static Access only(Grant... grants) {
        return only(List.of(grants));
    }

    /**
     * What is granted.
     *
     * <p>On the wire, {@code access} lists them.
     *
     * @param grants the grants, at least one
     * @return the choice
     * @throws ValidationException if there is none
     */
    public static Access only(List<Grant> grants) {
        if (Constraints.required(WIRE_NAME, grants).isEmpty()) {
            throw new ValidationException(WIRE_NAME, "must not be empty: use nothing()", "an empty list");
        }
        return new Access(Kind.ONLY, List.copyOf(grants));
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
     * Gives the grants that were chosen.
     *
     * @return the grants, unmodifiable; empty for the cases without any
     */
    public List<Grant> grants() {
        return grants;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Access that && kind == that.kind && grants.equals(that.grants);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, grants);
    }

    @Override
    public String toString() {
        return grants.isEmpty() ? kind.toString() : kind.toString() + grants;
    }

    /** Reads the member where it is there. */
    static Access read(JsonReader in) {
        if (in.readNull()) {
            return asBefore();
        }
        List<Grant> read = in.readList(Grant.CODEC);
        return read.isEmpty() ? nothing() : new Access(Kind.ONLY, read);
    }

    /** Writes the member, name included. */
    void write(JsonWriter out) {
        switch (kind) {
            case EVERYTHING -> {}
            case AS_BEFORE -> out.name(WIRE_NAME).nullValue();
            case NOTHING -> out.name(WIRE_NAME).list(grants, Grant.CODEC);
            case ONLY -> out.name(WIRE_NAME).list(grants, Grant.CODEC);
        }
    }

    /** Holds the entries against the rules of the document; the path is that of the member. */
    void check(String path) {
        for (int i = 0; i < grants.size(); i++) {
            grants.get(i).check(path + "[" + i + "].");
        }
    }

    /** The cases, to switch on. */
    public enum Kind {
        /** See {@link Access#everything()}. */
        EVERYTHING,
        /** See {@link Access#asBefore()}. */
        AS_BEFORE,
        /** See {@link Access#nothing()}. */
        NOTHING,
        /** See {@link Access#only(List)}. */
        ONLY
    }
}
