// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api.model;

import dev.accesskeys.json.JsonCodec;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.json.JsonWriter;
import dev.accesskeys.operation.Constraints;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A thing with a name, a date and a colour. */
public final class Thing {

    /** Reads and writes the JSON form. What it writes holds secrets in clear. */
    public static final JsonCodec<Thing> CODEC = JsonCodec.of(Thing::read, Thing::write);

    private final String name;
    private final @Nullable Instant created;
    private final String colour;
    private final @Nullable Place maker;
    private final Map<String, JsonValue> unknownMembers;

    private Thing(Builder builder) {
        name = Constraints.required("name", builder.name);
        created = builder.created;
        colour = Constraints.required("colour", builder.colour);
        maker = builder.maker;
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
     * Its name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * When it was made.
     *
     * @return the created; empty if absent
     */
    public Optional<Instant> created() {
        return Optional.ofNullable(created);
    }

    /**
     * Its colour.
     *
     * @return the colour
     */
    public String colour() {
        return colour;
    }

    /**
     * Where it was made; the reference is wrapped to carry this sentence.
     *
     * @return the maker; empty if absent
     */
    public Optional<Place> maker() {
        return Optional.ofNullable(maker);
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
                && name.equals(that.name)
                && Objects.equals(created, that.created)
                && colour.equals(that.colour)
                && Objects.equals(maker, that.maker)
                && unknownMembers.equals(that.unknownMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, created, colour, maker, unknownMembers);
    }

    /** All members; a secret is not shown, and of unknown members only the names are. */
    @Override
    public String toString() {
        return "Thing[name=" + name
                + ", created=" + created
                + ", colour=" + colour
                + ", maker=" + maker
                + ", unknownMembers=" + unknownMembers.keySet()
                + "]";
    }

    private static Thing read(JsonReader in) {
        Builder builder = new Builder();
        Map<String, JsonValue> unknown = null;
        in.beginObject();
        while (in.nextMember()) {
            switch (in.memberName()) {
                case "name" -> builder.name = in.readString();
                case "created" -> builder.created = in.readNull() ? null : in.readInstant();
                case "colour" -> builder.colour = in.readString();
                case "maker" -> builder.maker = in.readNull() ? null : Place.CODEC.read(in);
                default -> unknown = in.keepUnknown(unknown);
            }
        }
        in.require("name", builder.name);
        in.require("colour", builder.colour);
        if (unknown != null) {
            builder.unknownMembers(unknown);
        }
        return new Thing(builder);
    }

    private static void write(JsonWriter out, Thing model) {
        out.beginObject();
        out.name("name").value(model.name);
        if (model.created != null) {
            out.name("created").value(model.created);
        }
        out.name("colour").value(model.colour);
        if (model.maker != null) {
            Place.CODEC.write(out.name("maker"), model.maker);
        }
        out.unknown(model.unknownMembers).endObject();
    }

    /** Builds {@link Thing}. Setters can be called in any order; for one member the last call counts. */
    public static final class Builder {

        private @Nullable String name;
        private @Nullable Instant created;
        private @Nullable String colour;
        private @Nullable Place maker;
        private Map<String, JsonValue> unknownMembers = Map.of();

        private Builder() {}

        private Builder(Thing model) {
            name = model.name;
            created = model.created;
            colour = model.colour;
            maker = model.maker;
            unknownMembers = model.unknownMembers;
        }

        /**
         * Its name.
         *
         * <p>Required.
         *
         * @param name the name
         * @return this builder
         */
        public Builder name(String name) {
            this.name = Constraints.required("name", name);
            return this;
        }

        /**
         * When it was made.
         *
         * @param created the created, or null to leave it out
         * @return this builder
         */
        public Builder created(@Nullable Instant created) {
            this.created = created;
            return this;
        }

        /**
         * Its colour.
         *
         * <p>Required.
         *
         * @param colour the colour
         * @return this builder
         */
        public Builder colour(String colour) {
            this.colour = Constraints.required("colour", colour);
            return this;
        }

        /**
         * Where it was made; the reference is wrapped to carry this sentence.
         *
         * @param maker the maker, or null to leave it out
         * @return this builder
         */
        public Builder maker(@Nullable Place maker) {
            this.maker = maker;
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
