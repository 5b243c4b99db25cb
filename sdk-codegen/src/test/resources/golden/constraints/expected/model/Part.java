// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api.model;

import dev.accesskeys.error.ValidationException;
import dev.accesskeys.json.JsonCodec;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.json.JsonWriter;
import dev.accesskeys.operation.Constraints;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part, which has an id or a name. */
public final class Part {

    /** Reads and writes the JSON form. What it writes holds secrets in clear. */
    public static final JsonCodec<Part> CODEC = JsonCodec.of(Part::read, Part::write);

    private final @Nullable String id;
    private final @Nullable String name;
    private final Map<String, JsonValue> unknownMembers;

    private Part(Builder builder) {
        id = builder.id;
        name = builder.name;
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
     * Its id.
     *
     * @return the id; empty if absent
     */
    public Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /**
     * Its name.
     *
     * @return the name; empty if absent
     */
    public Optional<String> name() {
        return Optional.ofNullable(name);
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
        return other instanceof Part that
                && Objects.equals(id, that.id)
                && Objects.equals(name, that.name)
                && unknownMembers.equals(that.unknownMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, name, unknownMembers);
    }

    /** All members; a secret is not shown, and of unknown members only the names are. */
    @Override
    public String toString() {
        return "Part[id=" + id
                + ", name=" + name
                + ", unknownMembers=" + unknownMembers.keySet()
                + "]";
    }

    private static Part read(JsonReader in) {
        Builder builder = new Builder();
        Map<String, JsonValue> unknown = null;
        in.beginObject();
        while (in.nextMember()) {
            switch (in.memberName()) {
                case "id" -> builder.id = in.readNull() ? null : in.readString();
                case "name" -> builder.name = in.readNull() ? null : in.readString();
                default -> unknown = in.keepUnknown(unknown);
            }
        }
        if (unknown != null) {
            builder.unknownMembers(unknown);
        }
        return new Part(builder);
    }

    private static void write(JsonWriter out, Part model) {
        out.beginObject();
        if (model.id != null) {
            out.name("id").value(model.id);
        }
        if (model.name != null) {
            out.name("name").value(model.name);
        }
        out.unknown(model.unknownMembers).endObject();
    }

    /** Holds it against the rules of the document; the path is that of the object, with a dot at its end. */
    void check(String path) {
        if (id == null && name == null) {
            throw new ValidationException(path + "id", "is required, or in its place name", "nothing");
        }
        if (id != null) {
            Constraints.length(path + "id", id, 1, Integer.MAX_VALUE);
        }
    }

    /** Builds {@link Part}. Setters can be called in any order; for one member the last call counts. */
    public static final class Builder {

        private @Nullable String id;
        private @Nullable String name;
        private Map<String, JsonValue> unknownMembers = Map.of();

        private Builder() {}

        private Builder(Part model) {
            id = model.id;
            name = model.name;
            unknownMembers = model.unknownMembers;
        }

        /**
         * Its id.
         *
         * <p>At least 1 character.
         *
         * @param id the id, or null to leave it out
         * @return this builder
         */
        public Builder id(@Nullable String id) {
            this.id = id;
            return this;
        }

        /**
         * Its name.
         *
         * @param name the name, or null to leave it out
         * @return this builder
         */
        public Builder name(@Nullable String name) {
            this.name = name;
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
        public Part build() {
            Part built = new Part(this);
            built.check("");
            return built;
        }
    }
}
