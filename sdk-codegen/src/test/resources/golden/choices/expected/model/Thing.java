// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api.model;

import dev.accesskeys.json.JsonCodec;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.json.JsonWriter;
import dev.accesskeys.operation.Constraints;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What to set. */
public final class Thing {

    /** Reads and writes the JSON form. What it writes holds secrets in clear. */
    public static final JsonCodec<Thing> CODEC = JsonCodec.of(Thing::read, Thing::write);

    private final Access access;
    private final Names names;
    private final Map<String, JsonValue> unknownMembers;

    private Thing(Builder builder) {
        access = Constraints.chosen("access", builder.access, "everything()", "asBefore()", "nothing()", "only(…)");
        names = Constraints.chosen("names", builder.names, "unnamed()", "named(…)");
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
     * What it may do.
     *
     * @return the access
     */
    public Access access() {
        return access;
    }

    /**
     * Names, for which there are two cases only.
     *
     * @return the names
     */
    public Names names() {
        return names;
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
                && access.equals(that.access)
                && names.equals(that.names)
                && unknownMembers.equals(that.unknownMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(access, names, unknownMembers);
    }

    /** All members; a secret is not shown, and of unknown members only the names are. */
    @Override
    public String toString() {
        return "Thing[access=" + access
                + ", names=" + names
                + ", unknownMembers=" + unknownMembers.keySet()
                + "]";
    }

    private static Thing read(JsonReader in) {
        Builder builder = new Builder();
        Map<String, JsonValue> unknown = null;
        in.beginObject();
        while (in.nextMember()) {
            switch (in.memberName()) {
                case "access" -> builder.access = Access.read(in);
                case "names" -> builder.names = Names.read(in);
                default -> unknown = in.keepUnknown(unknown);
            }
        }
        if (builder.access == null) {
            builder.access = Access.everything();
        }
        in.require("names", builder.names);
        if (unknown != null) {
            builder.unknownMembers(unknown);
        }
        return new Thing(builder);
    }

    private static void write(JsonWriter out, Thing model) {
        out.beginObject();
        model.access.write(out);
        model.names.write(out);
        out.unknown(model.unknownMembers).endObject();
    }

    /** Holds it against the rules of the document; the path is that of the object, with a dot at its end. */
    void check(String path) {
        access.check(path + "access");
    }

    /** Builds {@link Thing}. Setters can be called in any order; for one member the last call counts. */
    public static final class Builder {

        private @Nullable Access access;
        private @Nullable Names names;
        private Map<String, JsonValue> unknownMembers = Map.of();

        private Builder() {}

        private Builder(Thing model) {
            access = model.access;
            names = model.names;
            unknownMembers = model.unknownMembers;
        }

        /**
         * What it may do.
         *
         * <p>Required.
         *
         * @param access the access
         * @return this builder
         */
        public Builder access(Access access) {
            this.access = Constraints.required("access", access);
            return this;
        }

        /**
         * Names, for which there are two cases only.
         *
         * <p>Required.
         *
         * @param names the names
         * @return this builder
         */
        public Builder names(Names names) {
            this.names = Constraints.required("names", names);
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
            Thing built = new Thing(this);
            built.check("");
            return built;
        }
    }
}
