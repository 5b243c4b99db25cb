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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Called like a class of the core. */
public final class SecretModel {

    /** Reads and writes the JSON form. What it writes holds secrets in clear. */
    public static final JsonCodec<SecretModel> CODEC = JsonCodec.of(SecretModel::read, SecretModel::write);

    private final String class_;
    private final @Nullable Boolean default_;
    private final String value;
    private final String builder_;
    private final @Nullable String toString_;
    private final @Nullable String unknownMembers_;
    private final @Nullable String other_;
    private final @Nullable String in;
    private final String value3d;
    private final @Nullable String regionId;
    private final @Nullable String urlOfThing;
    private final @Nullable String aBCD;
    private final @Nullable String betterName;
    private final @Nullable Item object;
    private final Map<String, JsonValue> unknownMembers;

    private SecretModel(Builder builder) {
        class_ = Constraints.required("class", builder.class_);
        default_ = builder.default_;
        value = Constraints.required("value", builder.value);
        builder_ = Constraints.required("builder", builder.builder_);
        toString_ = builder.toString_;
        unknownMembers_ = builder.unknownMembers_;
        other_ = builder.other_;
        in = builder.in;
        value3d = Constraints.required("3d", builder.value3d);
        regionId = builder.regionId;
        urlOfThing = builder.urlOfThing;
        aBCD = builder.aBCD;
        betterName = builder.betterName;
        object = builder.object;
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
     * A keyword.
     *
     * @return the class
     */
    public String class_() {
        return class_;
    }

    /**
     * A keyword.
     *
     * @return {@code true} if it is so; empty if absent
     */
    public Optional<Boolean> default_() {
        return Optional.ofNullable(default_);
    }

    /**
     * Nothing special.
     *
     * @return the value
     */
    public String value() {
        return value;
    }

    /**
     * A method of the class.
     *
     * @return the builder
     */
    public String builder_() {
        return builder_;
    }

    /**
     * A method of Object.
     *
     * @return the to string; empty if absent
     */
    public Optional<String> toString_() {
        return Optional.ofNullable(toString_);
    }

    /**
     * A method of every model.
     *
     * @return the unknown members; empty if absent
     */
    public Optional<String> unknownMembers_() {
        return Optional.ofNullable(unknownMembers_);
    }

    /**
     * The name of a parameter.
     *
     * @return the other; empty if absent
     */
    public Optional<String> other_() {
        return Optional.ofNullable(other_);
    }

    /**
     * The name of a variable.
     *
     * @return the in; empty if absent
     */
    public Optional<String> in() {
        return Optional.ofNullable(in);
    }

    /**
     * Not an identifier.
     *
     * @return the value3d
     */
    public String value3d() {
        return value3d;
    }

    /**
     * Capitals.
     *
     * @return the region id; empty if absent
     */
    public Optional<String> regionId() {
        return Optional.ofNullable(regionId);
    }

    /**
     * More capitals.
     *
     * @return the url of thing; empty if absent
     */
    public Optional<String> urlOfThing() {
        return Optional.ofNullable(urlOfThing);
    }

    /**
     * Other characters.
     *
     * @return the a bcd; empty if absent
     */
    public Optional<String> aBCD() {
        return Optional.ofNullable(aBCD);
    }

    /**
     * A better name.
     *
     * @return the better name; empty if absent
     */
    public Optional<String> betterName() {
        return Optional.ofNullable(betterName);
    }

    /**
     * Renamed by the document.
     *
     * @return the object; empty if absent
     */
    public Optional<Item> object() {
        return Optional.ofNullable(object);
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
        return other instanceof SecretModel that
                && class_.equals(that.class_)
                && Objects.equals(default_, that.default_)
                && value.equals(that.value)
                && builder_.equals(that.builder_)
                && Objects.equals(toString_, that.toString_)
                && Objects.equals(unknownMembers_, that.unknownMembers_)
                && Objects.equals(other_, that.other_)
                && Objects.equals(in, that.in)
                && value3d.equals(that.value3d)
                && Objects.equals(regionId, that.regionId)
                && Objects.equals(urlOfThing, that.urlOfThing)
                && Objects.equals(aBCD, that.aBCD)
                && Objects.equals(betterName, that.betterName)
                && Objects.equals(object, that.object)
                && unknownMembers.equals(that.unknownMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                class_,
                default_,
                value,
                builder_,
                toString_,
                unknownMembers_,
                other_,
                in,
                value3d,
                regionId,
                urlOfThing,
                aBCD,
                betterName,
                object,
                unknownMembers);
    }

    /** All members; a secret is not shown, and of unknown members only the names are. */
    @Override
    public String toString() {
        return "SecretModel[class_=" + class_
                + ", default_=" + default_
                + ", value=" + value
                + ", builder_=" + builder_
                + ", toString_=" + toString_
                + ", unknownMembers_=" + unknownMembers_
                + ", other_=" + other_
                + ", in=" + in
                + ", value3d=" + value3d
                + ", regionId=" + regionId
                + ", urlOfThing=" + urlOfThing
                + ", aBCD=" + aBCD
                + ", betterName=" + betterName
                + ", object=" + object
                + ", unknownMembers=" + unknownMembers.keySet()
                + "]";
    }

    private static SecretModel read(JsonReader in) {
        Builder builder = new Builder();
        Map<String, JsonValue> unknown = null;
        in.beginObject();
        while (in.nextMember()) {
            switch (in.memberName()) {
                case "class" -> builder.class_ = in.readString();
                case "default" -> builder.default_ = in.readNull() ? null : in.readBoolean();
                case "value" -> builder.value = in.readString();
                case "builder" -> builder.builder_ = in.readString();
                case "toString" -> builder.toString_ = in.readNull() ? null : in.readString();
                case "unknown_members" -> builder.unknownMembers_ = in.readNull() ? null : in.readString();
                case "other" -> builder.other_ = in.readNull() ? null : in.readString();
                case "in" -> builder.in = in.readNull() ? null : in.readString();
                case "3d" -> builder.value3d = in.readString();
                case "regionID" -> builder.regionId = in.readNull() ? null : in.readString();
                case "URLOfThing" -> builder.urlOfThing = in.readNull() ? null : in.readString();
                case "a.b-c d" -> builder.aBCD = in.readNull() ? null : in.readString();
                case "renamed" -> builder.betterName = in.readNull() ? null : in.readString();
                case "object" -> builder.object = in.readNull() ? null : Item.CODEC.read(in);
                default -> unknown = in.keepUnknown(unknown);
            }
        }
        in.require("class", builder.class_);
        in.require("value", builder.value);
        in.require("builder", builder.builder_);
        in.require("3d", builder.value3d);
        if (unknown != null) {
            builder.unknownMembers(unknown);
        }
        return new SecretModel(builder);
    }

    private static void write(JsonWriter out, SecretModel model) {
        out.beginObject();
        out.name("class").value(model.class_);
        if (model.default_ != null) {
            out.name("default").value(model.default_);
        }
        out.name("value").value(model.value);
        out.name("builder").value(model.builder_);
        if (model.toString_ != null) {
            out.name("toString").value(model.toString_);
        }
        if (model.unknownMembers_ != null) {
            out.name("unknown_members").value(model.unknownMembers_);
        }
        if (model.other_ != null) {
            out.name("other").value(model.other_);
        }
        if (model.in != null) {
            out.name("in").value(model.in);
        }
        out.name("3d").value(model.value3d);
        if (model.regionId != null) {
            out.name("regionID").value(model.regionId);
        }
        if (model.urlOfThing != null) {
            out.name("URLOfThing").value(model.urlOfThing);
        }
        if (model.aBCD != null) {
            out.name("a.b-c d").value(model.aBCD);
        }
        if (model.betterName != null) {
            out.name("renamed").value(model.betterName);
        }
        if (model.object != null) {
            Item.CODEC.write(out.name("object"), model.object);
        }
        out.unknown(model.unknownMembers).endObject();
    }

    /** Builds {@link SecretModel}. Setters can be called in any order; for one member the last call counts. */
    public static final class Builder {

        private @Nullable String class_;
        private @Nullable Boolean default_;
        private @Nullable String value;
        private @Nullable String builder_;
        private @Nullable String toString_;
        private @Nullable String unknownMembers_;
        private @Nullable String other_;
        private @Nullable String in;
        private @Nullable String value3d;
        private @Nullable String regionId;
        private @Nullable String urlOfThing;
        private @Nullable String aBCD;
        private @Nullable String betterName;
        private @Nullable Item object;
        private Map<String, JsonValue> unknownMembers = Map.of();

        private Builder() {}

        private Builder(SecretModel model) {
            class_ = model.class_;
            default_ = model.default_;
            value = model.value;
            builder_ = model.builder_;
            toString_ = model.toString_;
            unknownMembers_ = model.unknownMembers_;
            other_ = model.other_;
            in = model.in;
            value3d = model.value3d;
            regionId = model.regionId;
            urlOfThing = model.urlOfThing;
            aBCD = model.aBCD;
            betterName = model.betterName;
            object = model.object;
            unknownMembers = model.unknownMembers;
        }

        /**
         * A keyword.
         *
         * <p>Required.
         *
         * @param class_ the class
         * @return this builder
         */
        public Builder class_(String class_) {
            this.class_ = Constraints.required("class", class_);
            return this;
        }

        /**
         * A keyword.
         *
         * @param default_ {@code true} if it is so, or null to leave it out
         * @return this builder
         */
        public Builder default_(@Nullable Boolean default_) {
            this.default_ = default_;
            return this;
        }

        /**
         * Nothing special.
         *
         * <p>Required.
         *
         * @param value the value
         * @return this builder
         */
        public Builder value(String value) {
            this.value = Constraints.required("value", value);
            return this;
        }

        /**
         * A method of the class.
         *
         * <p>Required.
         *
         * @param builder_ the builder
         * @return this builder
         */
        public Builder builder_(String builder_) {
            this.builder_ = Constraints.required("builder", builder_);
            return this;
        }

        /**
         * A method of Object.
         *
         * @param toString_ the to string, or null to leave it out
         * @return this builder
         */
        public Builder toString_(@Nullable String toString_) {
            this.toString_ = toString_;
            return this;
        }

        /**
         * A method of every model.
         *
         * @param unknownMembers_ the unknown members, or null to leave it out
         * @return this builder
         */
        public Builder unknownMembers_(@Nullable String unknownMembers_) {
            this.unknownMembers_ = unknownMembers_;
            return this;
        }

        /**
         * The name of a parameter.
         *
         * @param other_ the other, or null to leave it out
         * @return this builder
         */
        public Builder other_(@Nullable String other_) {
            this.other_ = other_;
            return this;
        }

        /**
         * The name of a variable.
         *
         * @param in the in, or null to leave it out
         * @return this builder
         */
        public Builder in(@Nullable String in) {
            this.in = in;
            return this;
        }

        /**
         * Not an identifier.
         *
         * <p>Required.
         *
         * @param value3d the value3d
         * @return this builder
         */
        public Builder value3d(String value3d) {
            this.value3d = Constraints.required("3d", value3d);
            return this;
        }

        /**
         * Capitals.
         *
         * @param regionId the region id, or null to leave it out
         * @return this builder
         */
        public Builder regionId(@Nullable String regionId) {
            this.regionId = regionId;
            return this;
        }

        /**
         * More capitals.
         *
         * @param urlOfThing the url of thing, or null to leave it out
         * @return this builder
         */
        public Builder urlOfThing(@Nullable String urlOfThing) {
            this.urlOfThing = urlOfThing;
            return this;
        }

        /**
         * Other characters.
         *
         * @param aBCD the a bcd, or null to leave it out
         * @return this builder
         */
        public Builder aBCD(@Nullable String aBCD) {
            this.aBCD = aBCD;
            return this;
        }

        /**
         * A better name.
         *
         * @param betterName the better name, or null to leave it out
         * @return this builder
         */
        public Builder betterName(@Nullable String betterName) {
            this.betterName = betterName;
            return this;
        }

        /**
         * Renamed by the document.
         *
         * @param object the object, or null to leave it out
         * @return this builder
         */
        public Builder object(@Nullable Item object) {
            this.object = object;
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
        public SecretModel build() {
            return new SecretModel(this);
        }
    }
}
