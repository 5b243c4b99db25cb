// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api.model;

import dev.accesskeys.json.JsonCodec;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.json.JsonWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON object {@code Thing}. */
public final class Thing {

    /** Reads and writes the JSON form. What it writes holds secrets in clear. */
    public static final JsonCodec<Thing> CODEC = JsonCodec.of(Thing::read, Thing::write);

    private final @Nullable String undescribed;
    private final @Nullable String quoted;
    private final Map<String, JsonValue> unknownMembers;

    private Thing(Builder builder) {
        undescribed = builder.undescribed;
        quoted = builder.quoted;
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
     * The member {@code undescribed}.
     *
     * @return the undescribed; empty if absent
     */
    public Optional<String> undescribed() {
        return Optional.ofNullable(undescribed);
    }

    /**
     * A name with quotes.
     *
     * @return the quoted; empty if absent
     */
    public Optional<String> quoted() {
        return Optional.ofNullable(quoted);
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
                && Objects.equals(undescribed, that.undescribed)
                && Objects.equals(quoted, that.quoted)
                && unknownMembers.equals(that.unknownMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(undescribed, quoted, unknownMembers);
    }

    /** All members; a secret is not shown, and of unknown members only the names are. */
    @Override
    public String toString() {
        return "Thing[undescribed=" + undescribed
                + ", quoted=" + quoted
                + ", unknownMembers=" + unknownMembers.keySet()
                + "]";
    }

    private static Thing read(JsonReader in) {
        Builder builder = new Builder();
        Map<String, JsonValue> unknown = null;
        in.beginObject();
        while (in.nextMember()) {
            switch (in.memberName()) {
                case "undescribed" -> builder.undescribed = in.readNull() ? null : in.readString();
                case "quo\"ted\\" -> builder.quoted = in.readNull() ? null : in.readString();
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
        if (model.undescribed != null) {
            out.name("undescribed").value(model.undescribed);
        }
        if (model.quoted != null) {
            out.name("quo\"ted\\").value(model.quoted);
        }
        out.unknown(model.unknownMembers).endObject();
    }

    /** Builds {@link Thing}. Setters can be called in any order; for one member the last call counts. */
    public static final class Builder {

        private @Nullable String undescribed;
        private @Nullable String quoted;
        private Map<String, JsonValue> unknownMembers = Map.of();

        private Builder() {}

        private Builder(Thing model) {
            undescribed = model.undescribed;
            quoted = model.quoted;
            unknownMembers = model.unknownMembers;
        }

        /**
         * The member {@code undescribed}.
         *
         * @param undescribed the undescribed, or null to leave it out
         * @return this builder
         */
        public Builder undescribed(@Nullable String undescribed) {
            this.undescribed = undescribed;
            return this;
        }

        /**
         * A name with quotes.
         *
         * @param quoted the quoted, or null to leave it out
         * @return this builder
         */
        public Builder quoted(@Nullable String quoted) {
            this.quoted = quoted;
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
