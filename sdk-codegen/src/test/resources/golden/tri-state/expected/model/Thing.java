// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api.model;

import dev.accesskeys.json.JsonCodec;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.json.JsonWriter;
import dev.accesskeys.json.TriState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What to change. */
public final class Thing {

    /** Reads and writes the JSON form. What it writes holds secrets in clear. */
    public static final JsonCodec<Thing> CODEC = JsonCodec.of(Thing::read, Thing::write);

    private final TriState<String> note;
    private final TriState<Long> size;
    private final TriState<List<String>> tags;
    private final Map<String, JsonValue> unknownMembers;

    private Thing(Builder builder) {
        note = builder.note;
        size = builder.size;
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
     * A note.
     *
     * @return the note: absent, null or a value
     */
    public TriState<String> note() {
        return note;
    }

    /**
     * Its size.
     *
     * @return the size: absent, null or a value
     */
    public TriState<Long> size() {
        return size;
    }

    /**
     * Its tags.
     *
     * @return the tags: absent, null or a value
     */
    public TriState<List<String>> tags() {
        return tags;
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
                && note.equals(that.note)
                && size.equals(that.size)
                && tags.equals(that.tags)
                && unknownMembers.equals(that.unknownMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(note, size, tags, unknownMembers);
    }

    /** All members; a secret is not shown, and of unknown members only the names are. */
    @Override
    public String toString() {
        return "Thing[note=" + note
                + ", size=" + size
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
                case "note" -> builder.note = in.readNull() ? TriState.ofNull() : TriState.of(in.readString());
                case "size" -> builder.size = in.readNull() ? TriState.ofNull() : TriState.of(in.readLong());
                case "tags" -> builder.tags = in.readNull()
                        ? TriState.ofNull()
                        : TriState.of(in.readList(JsonReader::readString));
                default -> unknown = in.keepUnknown(unknown);
            }
        }
        if (unknown != null) {
            builder.unknownMembers(unknown);
        }
        return new Thing(builder);
    }

    private static void write(JsonWriter out, Thing model) {
        out.beginObject();
        model.note.write(out, "note", JsonWriter::value);
        model.size.write(out, "size", JsonWriter::value);
        model.tags.write(out, "tags", (nested, each) -> nested.list(each, JsonWriter::value));
        out.unknown(model.unknownMembers).endObject();
    }

    /** Builds {@link Thing}. Setters can be called in any order; for one member the last call counts. */
    public static final class Builder {

        private TriState<String> note = TriState.absent();
        private TriState<Long> size = TriState.absent();
        private TriState<List<String>> tags = TriState.absent();
        private Map<String, JsonValue> unknownMembers = Map.of();

        private Builder() {}

        private Builder(Thing model) {
            note = model.note;
            size = model.size;
            tags = model.tags;
            unknownMembers = model.unknownMembers;
        }

        /**
         * A note.
         *
         * @param note the note
         * @return this builder
         */
        public Builder note(String note) {
            this.note = TriState.of(note);
            return this;
        }

        /**
         * Sends {@code null} for {@code note}, which is not the same as leaving it out.
         *
         * @return this builder
         */
        public Builder clearNote() {
            this.note = TriState.ofNull();
            return this;
        }

        /**
         * Its size.
         *
         * @param size the size
         * @return this builder
         */
        public Builder size(long size) {
            this.size = TriState.of(size);
            return this;
        }

        /**
         * Sends {@code null} for {@code size}, which is not the same as leaving it out.
         *
         * @return this builder
         */
        public Builder clearSize() {
            this.size = TriState.ofNull();
            return this;
        }

        /**
         * Its tags.
         *
         * @param tags the tags
         * @return this builder
         */
        public Builder tags(List<String> tags) {
            this.tags = TriState.of(List.copyOf(tags));
            return this;
        }

        /**
         * Sends {@code null} for {@code tags}, which is not the same as leaving it out.
         *
         * @return this builder
         */
        public Builder clearTags() {
            this.tags = TriState.ofNull();
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
         */
        public Thing build() {
            return new Thing(this);
        }
    }
}
