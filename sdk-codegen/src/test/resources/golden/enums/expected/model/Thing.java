// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api.model;

import dev.accesskeys.json.JsonCodec;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.json.JsonWriter;
import dev.accesskeys.operation.Constraints;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A thing. */
public final class Thing {

    /** Reads and writes the JSON form. What it writes holds secrets in clear. */
    public static final JsonCodec<Thing> CODEC = JsonCodec.of(Thing::read, Thing::write);

    private final Colour colour;
    private final @Nullable ThingSize size;
    private final @Nullable List<Colour> colours;
    private final Map<String, JsonValue> unknownMembers;

    private Thing(Builder builder) {
        colour = Constraints.required("colour", builder.colour);
        size = builder.size;
        colours = builder.colours;
        unknownMembers = builder.unknownMembers;
    }

    /**
     * Starts with nothing set.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A colour.
     *
     * @return the colour
     */
    public Colour colour() {
        return colour;
    }

    /**
     * Its size.
     *
     * @return the size; empty if absent
     */
    public Optional<ThingSize> size() {
        return Optional.ofNullable(size);
    }

    /**
     * All of its colours.
     *
     * @return the colours, unmodifiable; empty if absent
     */
    public List<Colour> colours() {
        return colours == null ? List.of() : colours;
    }

    /**
     * Members that this version does not know. They are written back as they came.
     *
     * @return the members by name, unmodifiable; empty if there are none
     */
    public Map<String, JsonValue> unknownMembers() {
        return unknownMembers;
    }

    /**
     * Starts with everything as it is here.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Thing that
                && colour.equals(that.colour)
                && Objects.equals(size, that.size)
                && Objects.equals(colours, that.colours)
                && unknownMembers.equals(that.unknownMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(colour, size, colours, unknownMembers);
    }

    /** All members; a secret is not shown, and of unknown members only the names are. */
    @Override
    public String toString() {
        return "Thing[colour=" + colour
                + ", size=" + size
                + ", colours=" + colours
                + ", unknownMembers=" + unknownMembers.keySet()
                + "]";
    }

    private static Thing read(JsonReader in) {
        Builder builder = new Builder();
        Map<String, JsonValue> unknown = null;
        in.beginObject();
        while (in.nextMember()) {
            switch (in.memberName()) {
                case "colour" -> builder.colour = Colour.CODEC.read(in);
                case "size" -> builder.size = in.readNull() ? null : ThingSize.CODEC.read(in);
                case "colours" -> builder.colours = in.readNull() ? null : in.readList(Colour.CODEC);
                default -> unknown = in.keepUnknown(unknown);
            }
        }
        in.require("colour", builder.colour);
        if (unknown != null) {
            builder.unknownMembers(unknown);
        }
        return new Thing(builder);
    }

    private static void write(JsonWriter out, Thing model) {
        out.beginObject();
        Colour.CODEC.write(out.name("colour"), model.colour);
        if (model.size != null) {
            ThingSize.CODEC.write(out.name("size"), model.size);
        }
        if (model.colours != null) {
            out.name("colours").list(model.colours, Colour.CODEC);
        }
        out.unknown(model.unknownMembers).endObject();
    }

    /** Builds {@link Thing}. Setters can be called in any order; for one member the last call counts. */
    public static final class Builder {

        private @Nullable Colour colour;
        private @Nullable ThingSize size;
        private @Nullable List<Colour> colours;
        private Map<String, JsonValue> unknownMembers = Map.of();

        private Builder() {}

        private Builder(Thing model) {
            colour = model.colour;
            size = model.size;
            colours = model.colours;
            unknownMembers = model.unknownMembers;
        }

        /**
         * A colour.
         *
         * <p>Required.
         *
         * @param colour the colour
         * @return this builder
         */
        public Builder colour(Colour colour) {
            this.colour = Constraints.required("colour", colour);
            return this;
        }

        /**
         * Its size.
         *
         * @param size the size, or null to leave it out
         * @return this builder
         */
        public Builder size(@Nullable ThingSize size) {
            this.size = size;
            return this;
        }

        /**
         * All of its colours.
         *
         * @param colours the colours
         * @return this builder
         */
        public Builder colours(Colour... colours) {
            return colours(List.of(colours));
        }

        /**
         * All of its colours.
         *
         * @param colours the colours, or null to leave it out
         * @return this builder
         */
        public Builder colours(@Nullable List<Colour> colours) {
            this.colours = colours == null ? null : List.copyOf(colours);
            return this;
        }

        /**
         * Members that this version does not know.
         *
         * @param unknownMembers the members by name, in place of those set before
         * @return this builder
         */
        public Builder unknownMembers(Map<String, JsonValue> unknownMembers) {
            this.unknownMembers = Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
            return this;
        }

        /**
         * Ends the building.
         *
         * @return the result
         * @throws dev.accesskeys.error.ValidationException if something required is missing, or a documented rule is
         *     broken
         */
        public Thing build() {
            return new Thing(this);
        }
    }
}
