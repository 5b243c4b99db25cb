// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api.model;

import dev.accesskeys.json.JsonCodec;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.json.JsonWriter;
import dev.accesskeys.operation.Constraints;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A thing. */
public final class Thing {

    /** Reads and writes the JSON form. What it writes holds secrets in clear. */
    public static final JsonCodec<Thing> CODEC = JsonCodec.of(Thing::read, Thing::write);

    private static final Pattern CODE_PATTERN = Pattern.compile("^[A-Z]{3}$");

    private static final Pattern MARK_PATTERN = Pattern.compile("^\\d+$");

    private final String name;
    private final @Nullable String code;
    private final @Nullable String mark;
    private final int count;
    private final @Nullable Long size;
    private final @Nullable BigDecimal days;
    private final @Nullable List<String> names;
    private final @Nullable List<Part> parts;
    private final @Nullable Map<String, Part> partsByPlace;
    private final @Nullable Part main;
    private final Map<String, JsonValue> unknownMembers;

    private Thing(Builder builder) {
        name = Constraints.required("name", builder.name);
        code = builder.code;
        mark = builder.mark;
        count = Constraints.required("count", builder.count);
        size = builder.size;
        days = builder.days;
        names = builder.names;
        parts = builder.parts;
        partsByPlace = builder.partsByPlace;
        main = builder.main;
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
     * Its code.
     *
     * @return the code; empty if absent
     */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /**
     * Its mark.
     *
     * @return the mark; empty if absent
     */
    public Optional<String> mark() {
        return Optional.ofNullable(mark);
    }

    /**
     * How many.
     *
     * @return the count
     */
    public int count() {
        return count;
    }

    /**
     * How large.
     *
     * @return the size; empty if absent
     */
    public Optional<Long> size() {
        return Optional.ofNullable(size);
    }

    /**
     * How long.
     *
     * @return the days; empty if absent
     */
    public Optional<BigDecimal> days() {
        return Optional.ofNullable(days);
    }

    /**
     * Its names.
     *
     * @return the names, unmodifiable; empty if absent
     */
    public List<String> names() {
        return names == null ? List.of() : names;
    }

    /**
     * Its parts.
     *
     * @return the parts, unmodifiable; empty if absent
     */
    public List<Part> parts() {
        return parts == null ? List.of() : parts;
    }

    /**
     * More parts.
     *
     * @return the parts by place, unmodifiable; empty if absent
     */
    public Map<String, Part> partsByPlace() {
        return partsByPlace == null ? Map.of() : partsByPlace;
    }

    /**
     * A part, which has an id or a name.
     *
     * @return the main; empty if absent
     */
    public Optional<Part> main() {
        return Optional.ofNullable(main);
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
                && Objects.equals(code, that.code)
                && Objects.equals(mark, that.mark)
                && count == that.count
                && Objects.equals(size, that.size)
                && Objects.equals(days, that.days)
                && Objects.equals(names, that.names)
                && Objects.equals(parts, that.parts)
                && Objects.equals(partsByPlace, that.partsByPlace)
                && Objects.equals(main, that.main)
                && unknownMembers.equals(that.unknownMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, code, mark, count, size, days, names, parts, partsByPlace, main, unknownMembers);
    }

    /** All members; a secret is not shown, and of unknown members only the names are. */
    @Override
    public String toString() {
        return "Thing[name=" + name
                + ", code=" + code
                + ", mark=" + mark
                + ", count=" + count
                + ", size=" + size
                + ", days=" + days
                + ", names=" + names
                + ", parts=" + parts
                + ", partsByPlace=" + partsByPlace
                + ", main=" + main
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
                case "code" -> builder.code = in.readNull() ? null : in.readString();
                case "mark" -> builder.mark = in.readNull() ? null : in.readString();
                case "count" -> builder.count = in.readInt();
                case "size" -> builder.size = in.readNull() ? null : in.readLong();
                case "days" -> builder.days = in.readNull() ? null : in.readNumber();
                case "names" -> builder.names = in.readNull() ? null : in.readList(JsonReader::readString);
                case "parts" -> builder.parts = in.readNull() ? null : in.readList(Part.CODEC);
                case "partsByPlace" -> builder.partsByPlace = in.readNull() ? null : in.readMap(Part.CODEC);
                case "main" -> builder.main = in.readNull() ? null : Part.CODEC.read(in);
                default -> unknown = in.keepUnknown(unknown);
            }
        }
        in.require("name", builder.name);
        in.require("count", builder.count);
        if (unknown != null) {
            builder.unknownMembers(unknown);
        }
        return new Thing(builder);
    }

    private static void write(JsonWriter out, Thing model) {
        out.beginObject();
        out.name("name").value(model.name);
        if (model.code != null) {
            out.name("code").value(model.code);
        }
        if (model.mark != null) {
            out.name("mark").value(model.mark);
        }
        out.name("count").value(model.count);
        if (model.size != null) {
            out.name("size").value(model.size);
        }
        if (model.days != null) {
            out.name("days").value(model.days);
        }
        if (model.names != null) {
            out.name("names").list(model.names, JsonWriter::value);
        }
        if (model.parts != null) {
            out.name("parts").list(model.parts, Part.CODEC);
        }
        if (model.partsByPlace != null) {
            out.name("partsByPlace").map(model.partsByPlace, Part.CODEC);
        }
        if (model.main != null) {
            Part.CODEC.write(out.name("main"), model.main);
        }
        out.unknown(model.unknownMembers).endObject();
    }

    /** Holds it against the rules of the document; the path is that of the object, with a dot at its end. */
    void check(String path) {
        Constraints.notBlank(path + "name", name);
        Constraints.length(path + "name", name, 3, 50);
        if (code != null) {
            Constraints.pattern(path + "code", code, CODE_PATTERN, "three capital letters");
        }
        if (mark != null) {
            Constraints.pattern(path + "mark", mark, MARK_PATTERN, "a text that matches ^\\d+$");
        }
        Constraints.range(path + "count", count, 1, Long.MAX_VALUE);
        if (size != null) {
            Constraints.range(path + "size", size, Long.MIN_VALUE, 5_000_000_000L);
        }
        if (days != null) {
            Constraints.range(path + "days", days, 21, 365);
        }
        if (names != null) {
            Constraints.size(path + "names", names, 1, 3);
            for (int i = 0; i < names.size(); i++) {
                Constraints.length(path + "names[" + i + "]", names.get(i), 0, 5);
            }
        }
        if (parts != null) {
            for (int i = 0; i < parts.size(); i++) {
                parts.get(i).check(path + "parts[" + i + "].");
            }
        }
        if (partsByPlace != null) {
            for (Map.Entry<String, Part> entry : partsByPlace.entrySet()) {
                entry.getValue().check(path + "partsByPlace." + entry.getKey() + ".");
            }
        }
        if (main != null) {
            main.check(path + "main.");
        }
    }

    /** Builds {@link Thing}. Setters can be called in any order; for one member the last call counts. */
    public static final class Builder {

        private @Nullable String name;
        private @Nullable String code;
        private @Nullable String mark;
        private @Nullable Integer count;
        private @Nullable Long size;
        private @Nullable BigDecimal days;
        private @Nullable List<String> names;
        private @Nullable List<Part> parts;
        private @Nullable Map<String, Part> partsByPlace;
        private @Nullable Part main;
        private Map<String, JsonValue> unknownMembers = Map.of();

        private Builder() {}

        private Builder(Thing model) {
            name = model.name;
            code = model.code;
            mark = model.mark;
            count = model.count;
            size = model.size;
            days = model.days;
            names = model.names;
            parts = model.parts;
            partsByPlace = model.partsByPlace;
            main = model.main;
            unknownMembers = model.unknownMembers;
        }

        /**
         * Its name.
         *
         * <p>Required; not blank; 3 to 50 characters.
         *
         * @param name the name
         * @return this builder
         */
        public Builder name(String name) {
            this.name = Constraints.required("name", name);
            return this;
        }

        /**
         * Its code.
         *
         * <p>Three capital letters.
         *
         * @param code the code, or null to leave it out
         * @return this builder
         */
        public Builder code(@Nullable String code) {
            this.code = code;
            return this;
        }

        /**
         * Its mark.
         *
         * <p>Must match <code>^&#92;d+$</code>.
         *
         * @param mark the mark, or null to leave it out
         * @return this builder
         */
        public Builder mark(@Nullable String mark) {
            this.mark = mark;
            return this;
        }

        /**
         * How many.
         *
         * <p>Required; at least 1.
         *
         * @param count the count
         * @return this builder
         */
        public Builder count(int count) {
            this.count = count;
            return this;
        }

        /**
         * How large.
         *
         * <p>At most 5000000000.
         *
         * @param size the size
         * @return this builder
         */
        public Builder size(long size) {
            this.size = size;
            return this;
        }

        /**
         * How large.
         *
         * <p>At most 5000000000.
         *
         * @param size the size, or null to leave it out
         * @return this builder
         */
        public Builder size(@Nullable Long size) {
            this.size = size;
            return this;
        }

        /**
         * How long.
         *
         * <p>21 to 365.
         *
         * @param days the days
         * @return this builder
         */
        public Builder days(long days) {
            this.days = BigDecimal.valueOf(days);
            return this;
        }

        /**
         * How long.
         *
         * <p>21 to 365.
         *
         * @param days the days, or null to leave it out
         * @return this builder
         */
        public Builder days(@Nullable BigDecimal days) {
            this.days = days;
            return this;
        }

        /**
         * Its names.
         *
         * <p>1 to 3 entries; each entry at most 5 characters.
         *
         * @param names the names
         * @return this builder
         */
        public Builder names(String... names) {
            return names(List.of(names));
        }

        /**
         * Its names.
         *
         * <p>1 to 3 entries; each entry at most 5 characters.
         *
         * @param names the names, or null to leave it out
         * @return this builder
         */
        public Builder names(@Nullable List<String> names) {
            this.names = names == null ? null : List.copyOf(names);
            return this;
        }

        /**
         * Its parts.
         *
         * @param parts the parts
         * @return this builder
         */
        public Builder parts(Part... parts) {
            return parts(List.of(parts));
        }

        /**
         * Its parts.
         *
         * @param parts the parts, or null to leave it out
         * @return this builder
         */
        public Builder parts(@Nullable List<Part> parts) {
            this.parts = parts == null ? null : List.copyOf(parts);
            return this;
        }

        /**
         * More parts.
         *
         * @param partsByPlace the parts by place, or null to leave it out
         * @return this builder
         */
        public Builder partsByPlace(@Nullable Map<String, Part> partsByPlace) {
            this.partsByPlace = partsByPlace == null ? null : Collections.unmodifiableMap(
                    new LinkedHashMap<>(partsByPlace));
            return this;
        }

        /**
         * A part, which has an id or a name.
         *
         * @param main the main, or null to leave it out
         * @return this builder
         */
        public Builder main(@Nullable Part main) {
            this.main = main;
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
