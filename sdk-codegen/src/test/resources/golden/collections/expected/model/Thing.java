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
import org.jspecify.annotations.Nullable;

/** A thing. */
public final class Thing {

    /** Reads and writes the JSON form. What it writes holds secrets in clear. */
    public static final JsonCodec<Thing> CODEC = JsonCodec.of(Thing::read, Thing::write);

    private final List<String> names;
    private final @Nullable List<Part> parts;
    private final @Nullable List<List<BigDecimal>> matrix;
    private final @Nullable Map<String, String> labels;
    private final @Nullable Map<String, List<Part>> partsByPlace;
    private final @Nullable Map<String, Double> weights;
    private final @Nullable JsonValue anything;
    private final @Nullable JsonValue settings;
    private final @Nullable List<ThingLinesItem> lines;
    private final Map<String, JsonValue> unknownMembers;

    private Thing(Builder builder) {
        names = Constraints.required("names", builder.names);
        parts = builder.parts;
        matrix = builder.matrix;
        labels = builder.labels;
        partsByPlace = builder.partsByPlace;
        weights = builder.weights;
        anything = builder.anything;
        settings = builder.settings;
        lines = builder.lines;
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
     * Its names.
     *
     * @return the names, unmodifiable
     */
    public List<String> names() {
        return names;
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
     * Rows of numbers.
     *
     * @return the matrix, unmodifiable; empty if absent
     */
    public List<List<BigDecimal>> matrix() {
        return matrix == null ? List.of() : matrix;
    }

    /**
     * Its labels.
     *
     * @return the labels, unmodifiable; empty if absent
     */
    public Map<String, String> labels() {
        return labels == null ? Map.of() : labels;
    }

    /**
     * Lists of parts by place.
     *
     * @return the parts by place, unmodifiable; empty if absent
     */
    public Map<String, List<Part>> partsByPlace() {
        return partsByPlace == null ? Map.of() : partsByPlace;
    }

    /**
     * Its weights.
     *
     * @return the weights, unmodifiable; empty if absent
     */
    public Map<String, Double> weights() {
        return weights == null ? Map.of() : weights;
    }

    /**
     * Anything at all.
     *
     * @return the anything; empty if absent
     */
    public Optional<JsonValue> anything() {
        return Optional.ofNullable(anything);
    }

    /**
     * An object of which nothing is known.
     *
     * @return the settings; empty if absent
     */
    public Optional<JsonValue> settings() {
        return Optional.ofNullable(settings);
    }

    /**
     * Objects without a name of their own.
     *
     * @return the lines, unmodifiable; empty if absent
     */
    public List<ThingLinesItem> lines() {
        return lines == null ? List.of() : lines;
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
                && names.equals(that.names)
                && Objects.equals(parts, that.parts)
                && Objects.equals(matrix, that.matrix)
                && Objects.equals(labels, that.labels)
                && Objects.equals(partsByPlace, that.partsByPlace)
                && Objects.equals(weights, that.weights)
                && Objects.equals(anything, that.anything)
                && Objects.equals(settings, that.settings)
                && Objects.equals(lines, that.lines)
                && unknownMembers.equals(that.unknownMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                names, parts, matrix, labels, partsByPlace, weights, anything, settings, lines, unknownMembers);
    }

    /** All members; a secret is not shown, and of unknown members only the names are. */
    @Override
    public String toString() {
        return "Thing[names=" + names
                + ", parts=" + parts
                + ", matrix=" + matrix
                + ", labels=" + labels
                + ", partsByPlace=" + partsByPlace
                + ", weights=" + weights
                + ", anything=" + anything
                + ", settings=" + settings
                + ", lines=" + lines
                + ", unknownMembers=" + unknownMembers.keySet()
                + "]";
    }

    private static Thing read(JsonReader in) {
        Builder builder = new Builder();
        Map<String, JsonValue> unknown = null;
        in.beginObject();
        while (in.nextMember()) {
            switch (in.memberName()) {
                case "names" -> builder.names = in.readList(JsonReader::readString);
                case "parts" -> builder.parts = in.readNull() ? null : in.readList(Part.CODEC);
                case "matrix" -> builder.matrix = in.readNull()
                        ? null
                        : in.readList(nested -> nested.readList(JsonReader::readNumber));
                case "labels" -> builder.labels = in.readNull() ? null : in.readMap(JsonReader::readString);
                case "partsByPlace" -> builder.partsByPlace = in.readNull()
                        ? null
                        : in.readMap(nested -> nested.readList(Part.CODEC));
                case "weights" -> builder.weights = in.readNull()
                        ? null
                        : in.readMap(nested -> nested.readNumber().doubleValue());
                case "anything" -> builder.anything = in.readNull() ? null : in.readValue();
                case "settings" -> builder.settings = in.readNull() ? null : in.readValue();
                case "lines" -> builder.lines = in.readNull() ? null : in.readList(ThingLinesItem.CODEC);
                default -> unknown = in.keepUnknown(unknown);
            }
        }
        in.require("names", builder.names);
        if (unknown != null) {
            builder.unknownMembers(unknown);
        }
        return new Thing(builder);
    }

    private static void write(JsonWriter out, Thing model) {
        out.beginObject();
        out.name("names").list(model.names, JsonWriter::value);
        if (model.parts != null) {
            out.name("parts").list(model.parts, Part.CODEC);
        }
        if (model.matrix != null) {
            out.name("matrix").list(model.matrix, (nested, each) -> nested.list(each, JsonWriter::value));
        }
        if (model.labels != null) {
            out.name("labels").map(model.labels, JsonWriter::value);
        }
        if (model.partsByPlace != null) {
            out.name("partsByPlace").map(model.partsByPlace, (nested, each) -> nested.list(each, Part.CODEC));
        }
        if (model.weights != null) {
            out.name("weights").map(model.weights, (nested, each) -> nested.value(BigDecimal.valueOf(each)));
        }
        if (model.anything != null) {
            out.name("anything").value(model.anything);
        }
        if (model.settings != null) {
            out.name("settings").value(model.settings);
        }
        if (model.lines != null) {
            out.name("lines").list(model.lines, ThingLinesItem.CODEC);
        }
        out.unknown(model.unknownMembers).endObject();
    }

    /** Builds {@link Thing}. Setters can be called in any order; for one member the last call counts. */
    public static final class Builder {

        private @Nullable List<String> names;
        private @Nullable List<Part> parts;
        private @Nullable List<List<BigDecimal>> matrix;
        private @Nullable Map<String, String> labels;
        private @Nullable Map<String, List<Part>> partsByPlace;
        private @Nullable Map<String, Double> weights;
        private @Nullable JsonValue anything;
        private @Nullable JsonValue settings;
        private @Nullable List<ThingLinesItem> lines;
        private Map<String, JsonValue> unknownMembers = Map.of();

        private Builder() {}

        private Builder(Thing model) {
            names = model.names;
            parts = model.parts;
            matrix = model.matrix;
            labels = model.labels;
            partsByPlace = model.partsByPlace;
            weights = model.weights;
            anything = model.anything;
            settings = model.settings;
            lines = model.lines;
            unknownMembers = model.unknownMembers;
        }

        /**
         * Its names.
         *
         * <p>Required.
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
         * <p>Required.
         *
         * @param names the names
         * @return this builder
         */
        public Builder names(List<String> names) {
            this.names = List.copyOf(Constraints.required("names", names));
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
         * Rows of numbers.
         *
         * @param matrix the matrix, or null to leave it out
         * @return this builder
         */
        public Builder matrix(@Nullable List<List<BigDecimal>> matrix) {
            this.matrix = matrix == null ? null : List.copyOf(matrix);
            return this;
        }

        /**
         * Its labels.
         *
         * @param labels the labels, or null to leave it out
         * @return this builder
         */
        public Builder labels(@Nullable Map<String, String> labels) {
            this.labels = labels == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(labels));
            return this;
        }

        /**
         * Lists of parts by place.
         *
         * @param partsByPlace the parts by place, or null to leave it out
         * @return this builder
         */
        public Builder partsByPlace(@Nullable Map<String, List<Part>> partsByPlace) {
            this.partsByPlace = partsByPlace == null ? null : Collections.unmodifiableMap(
                    new LinkedHashMap<>(partsByPlace));
            return this;
        }

        /**
         * Its weights.
         *
         * @param weights the weights, or null to leave it out
         * @return this builder
         */
        public Builder weights(@Nullable Map<String, Double> weights) {
            this.weights = weights == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(weights));
            return this;
        }

        /**
         * Anything at all.
         *
         * @param anything the anything, or null to leave it out
         * @return this builder
         */
        public Builder anything(@Nullable JsonValue anything) {
            this.anything = anything;
            return this;
        }

        /**
         * An object of which nothing is known.
         *
         * @param settings the settings, or null to leave it out
         * @return this builder
         */
        public Builder settings(@Nullable JsonValue settings) {
            this.settings = settings;
            return this;
        }

        /**
         * Objects without a name of their own.
         *
         * @param lines the lines
         * @return this builder
         */
        public Builder lines(ThingLinesItem... lines) {
            return lines(List.of(lines));
        }

        /**
         * Objects without a name of their own.
         *
         * @param lines the lines, or null to leave it out
         * @return this builder
         */
        public Builder lines(@Nullable List<ThingLinesItem> lines) {
            this.lines = lines == null ? null : List.copyOf(lines);
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
