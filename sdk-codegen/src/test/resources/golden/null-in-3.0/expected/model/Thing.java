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

    private final String id;
    private final @Nullable String owner;
    private final @Nullable String note;
    private final @Nullable List<String> tags;
    private final Map<String, JsonValue> unknownMembers;

    private Thing(Builder builder) {
        id = Constraints.required("id", builder.id);
        owner = builder.owner;
        note = builder.note;
        tags = builder.tags;
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
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * Required, yet it may be null.
     *
     * @return the owner; empty if absent
     */
    public Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    /**
     * A note or null.
     *
     * @return the note; empty if absent
     */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /**
     * Tags or null.
     *
     * @return the tags, unmodifiable; empty if absent
     */
    public List<String> tags() {
        return tags == null ? List.of() : tags;
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
                && id.equals(that.id)
                && Objects.equals(owner, that.owner)
                && Objects.equals(note, that.note)
                && Objects.equals(tags, that.tags)
                && unknownMembers.equals(that.unknownMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, owner, note, tags, unknownMembers);
    }

    /** All members; a secret is not shown, and of unknown members only the names are. */
    @Override
    public String toString() {
        return "Thing[id=" + id
                + ", owner=" + owner
                + ", note=" + note
                + ", tags=" + tags
                + ", unknownMembers=" + unknownMembers.keySet()
                + "]";
    }

    private static Thing read(JsonReader in) {
        Builder builder = new Builder();
        Map<String, JsonValue> unknown = null;
        in.beginObject();
        while (in.nextMember()) {
            switch (in.memberName()) {
                case "id" -> builder.id = in.readString();
                case "owner" -> builder.owner = in.readNull() ? null : in.readString();
                case "note" -> builder.note = in.readNull() ? null : in.readString();
                case "tags" -> builder.tags = in.readNull() ? null : in.readList(JsonReader::readString);
                default -> unknown = in.keepUnknown(unknown);
            }
        }
        in.require("id", builder.id);
        if (unknown != null) {
            builder.unknownMembers(unknown);
        }
        return new Thing(builder);
    }

    private static void write(JsonWriter out, Thing model) {
        out.beginObject();
        out.name("id").value(model.id);
        if (model.owner != null) {
            out.name("owner").value(model.owner);
        } else {
            out.name("owner").nullValue();
        }
        if (model.note != null) {
            out.name("note").value(model.note);
        }
        if (model.tags != null) {
            out.name("tags").list(model.tags, JsonWriter::value);
        }
        out.unknown(model.unknownMembers).endObject();
    }

    /** Builds {@link Thing}. Setters can be called in any order; for one member the last call counts. */
    public static final class Builder {

        private @Nullable String id;
        private @Nullable String owner;
        private @Nullable String note;
        private @Nullable List<String> tags;
        private Map<String, JsonValue> unknownMembers = Map.of();

        private Builder() {}

        private Builder(Thing model) {
            id = model.id;
            owner = model.owner;
            note = model.note;
            tags = model.tags;
            unknownMembers = model.unknownMembers;
        }

        /**
         * Its id.
         *
         * <p>Required.
         *
         * @param id the id
         * @return this builder
         */
        public Builder id(String id) {
            this.id = Constraints.required("id", id);
            return this;
        }

        /**
         * Required, yet it may be null.
         *
         * <p>Required.
         *
         * @param owner the owner, or null to leave it out
         * @return this builder
         */
        public Builder owner(@Nullable String owner) {
            this.owner = owner;
            return this;
        }

        /**
         * A note or null.
         *
         * @param note the note, or null to leave it out
         * @return this builder
         */
        public Builder note(@Nullable String note) {
            this.note = note;
            return this;
        }

        /**
         * Tags or null.
         *
         * @param tags the tags
         * @return this builder
         */
        public Builder tags(String... tags) {
            return tags(List.of(tags));
        }

        /**
         * Tags or null.
         *
         * @param tags the tags, or null to leave it out
         * @return this builder
         */
        public Builder tags(@Nullable List<String> tags) {
            this.tags = tags == null ? null : List.copyOf(tags);
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
