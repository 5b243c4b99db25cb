// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api.model;

import dev.accesskeys.json.JsonCodec;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.json.JsonWriter;
import dev.accesskeys.operation.Constraints;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A thing. */
public final class Thing {

    /** Reads and writes the JSON form. What it writes holds secrets in clear. */
    public static final JsonCodec<Thing> CODEC = JsonCodec.of(Thing::read, Thing::write);

    private final boolean flag;
    private final int small;
    private final long large;
    private final BigDecimal exact;
    private final double rough;
    private final Instant instant;
    private final @Nullable String link;
    private final @Nullable Boolean maybe;
    private final @Nullable Long count;
    private final @Nullable BigDecimal limit;
    private final @Nullable String old;
    private final Map<String, JsonValue> unknownMembers;

    private Thing(Builder builder) {
        flag = Constraints.required("flag", builder.flag);
        small = Constraints.required("small", builder.small);
        large = Constraints.required("large", builder.large);
        exact = Constraints.required("exact", builder.exact);
        rough = Constraints.required("rough", builder.rough);
        instant = Constraints.required("instant", builder.instant);
        link = builder.link;
        maybe = builder.maybe;
        count = builder.count;
        limit = builder.limit;
        old = builder.old;
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
     * Whether it is so.
     *
     * @return {@code true} if it is so
     */
    public boolean flag() {
        return flag;
    }

    /**
     * 32 bits.
     *
     * @return the small
     */
    public int small() {
        return small;
    }

    /**
     * 64 bits.
     *
     * @return the large
     */
    public long large() {
        return large;
    }

    /**
     * As it was written.
     *
     * @return the exact
     */
    public BigDecimal exact() {
        return exact;
    }

    /**
     * Floating point.
     *
     * @return the rough
     */
    public double rough() {
        return rough;
    }

    /**
     * A point in time.
     *
     * @return the instant
     */
    public Instant instant() {
        return instant;
    }

    /**
     * An address.
     *
     * @return the link; empty if absent
     */
    public Optional<String> link() {
        return Optional.ofNullable(link);
    }

    /**
     * True, false or not told.
     *
     * @return {@code true} if it is so; empty if absent
     */
    public Optional<Boolean> maybe() {
        return Optional.ofNullable(maybe);
    }

    /**
     * How many.
     *
     * @return the count; empty if absent
     */
    public Optional<Long> count() {
        return Optional.ofNullable(count);
    }

    /**
     * How much.
     *
     * @return the limit; empty if absent
     */
    public Optional<BigDecimal> limit() {
        return Optional.ofNullable(limit);
    }

    /**
     * Not used any longer.
     *
     * @return the old; empty if absent
     * @deprecated the provider says so; see above
     */
    @Deprecated
    public Optional<String> old() {
        return Optional.ofNullable(old);
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
                && flag == that.flag
                && small == that.small
                && large == that.large
                && exact.equals(that.exact)
                && Double.compare(rough, that.rough) == 0
                && instant.equals(that.instant)
                && Objects.equals(link, that.link)
                && Objects.equals(maybe, that.maybe)
                && Objects.equals(count, that.count)
                && Objects.equals(limit, that.limit)
                && Objects.equals(old, that.old)
                && unknownMembers.equals(that.unknownMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(flag, small, large, exact, rough, instant, link, maybe, count, limit, old, unknownMembers);
    }

    /** All members; a secret is not shown, and of unknown members only the names are. */
    @Override
    public String toString() {
        return "Thing[flag=" + flag
                + ", small=" + small
                + ", large=" + large
                + ", exact=" + exact
                + ", rough=" + rough
                + ", instant=" + instant
                + ", link=" + link
                + ", maybe=" + maybe
                + ", count=" + count
                + ", limit=" + limit
                + ", old=" + old
                + ", unknownMembers=" + unknownMembers.keySet()
                + "]";
    }

    private static Thing read(JsonReader in) {
        Builder builder = new Builder();
        Map<String, JsonValue> unknown = null;
        in.beginObject();
        while (in.nextMember()) {
            switch (in.memberName()) {
                case "flag" -> builder.flag = in.readBoolean();
                case "small" -> builder.small = in.readInt();
                case "large" -> builder.large = in.readLong();
                case "exact" -> builder.exact = in.readNumber();
                case "rough" -> builder.rough = in.readNumber().doubleValue();
                case "instant" -> builder.instant = in.readInstant();
                case "link" -> builder.link = in.readNull() ? null : in.readString();
                case "maybe" -> builder.maybe = in.readNull() ? null : in.readBoolean();
                case "count" -> builder.count = in.readNull() ? null : in.readLong();
                case "limit" -> builder.limit = in.readNull() ? null : in.readNumber();
                case "old" -> builder.old = in.readNull() ? null : in.readString();
                default -> unknown = in.keepUnknown(unknown);
            }
        }
        in.require("flag", builder.flag);
        in.require("small", builder.small);
        in.require("large", builder.large);
        in.require("exact", builder.exact);
        in.require("rough", builder.rough);
        in.require("instant", builder.instant);
        if (unknown != null) {
            builder.unknownMembers(unknown);
        }
        return new Thing(builder);
    }

    private static void write(JsonWriter out, Thing model) {
        out.beginObject();
        out.name("flag").value(model.flag);
        out.name("small").value(model.small);
        out.name("large").value(model.large);
        out.name("exact").value(model.exact);
        out.name("rough").value(BigDecimal.valueOf(model.rough));
        out.name("instant").value(model.instant);
        if (model.link != null) {
            out.name("link").value(model.link);
        }
        if (model.maybe != null) {
            out.name("maybe").value(model.maybe);
        }
        if (model.count != null) {
            out.name("count").value(model.count);
        }
        if (model.limit != null) {
            out.name("limit").value(model.limit);
        }
        if (model.old != null) {
            out.name("old").value(model.old);
        }
        out.unknown(model.unknownMembers).endObject();
    }

    /** Builds {@link Thing}. Setters can be called in any order; for one member the last call counts. */
    public static final class Builder {

        private @Nullable Boolean flag;
        private @Nullable Integer small;
        private @Nullable Long large;
        private @Nullable BigDecimal exact;
        private @Nullable Double rough;
        private @Nullable Instant instant;
        private @Nullable String link;
        private @Nullable Boolean maybe;
        private @Nullable Long count;
        private @Nullable BigDecimal limit;
        private @Nullable String old;
        private Map<String, JsonValue> unknownMembers = Map.of();

        private Builder() {}

        private Builder(Thing model) {
            flag = model.flag;
            small = model.small;
            large = model.large;
            exact = model.exact;
            rough = model.rough;
            instant = model.instant;
            link = model.link;
            maybe = model.maybe;
            count = model.count;
            limit = model.limit;
            old = model.old;
            unknownMembers = model.unknownMembers;
        }

        /**
         * Whether it is so.
         *
         * <p>Required.
         *
         * @param flag {@code true} if it is so
         * @return this builder
         */
        public Builder flag(boolean flag) {
            this.flag = flag;
            return this;
        }

        /**
         * 32 bits.
         *
         * <p>Required.
         *
         * @param small the small
         * @return this builder
         */
        public Builder small(int small) {
            this.small = small;
            return this;
        }

        /**
         * 64 bits.
         *
         * <p>Required.
         *
         * @param large the large
         * @return this builder
         */
        public Builder large(long large) {
            this.large = large;
            return this;
        }

        /**
         * As it was written.
         *
         * <p>Required.
         *
         * @param exact the exact
         * @return this builder
         */
        public Builder exact(long exact) {
            this.exact = BigDecimal.valueOf(exact);
            return this;
        }

        /**
         * As it was written.
         *
         * <p>Required.
         *
         * @param exact the exact
         * @return this builder
         */
        public Builder exact(BigDecimal exact) {
            this.exact = Constraints.required("exact", exact);
            return this;
        }

        /**
         * Floating point.
         *
         * <p>Required.
         *
         * @param rough the rough
         * @return this builder
         */
        public Builder rough(double rough) {
            this.rough = rough;
            return this;
        }

        /**
         * A point in time.
         *
         * <p>Required.
         *
         * @param instant the instant
         * @return this builder
         */
        public Builder instant(Instant instant) {
            this.instant = Constraints.required("instant", instant);
            return this;
        }

        /**
         * An address.
         *
         * @param link the link, or null to leave it out
         * @return this builder
         */
        public Builder link(@Nullable String link) {
            this.link = link;
            return this;
        }

        /**
         * True, false or not told.
         *
         * @param maybe {@code true} if it is so, or null to leave it out
         * @return this builder
         */
        public Builder maybe(@Nullable Boolean maybe) {
            this.maybe = maybe;
            return this;
        }

        /**
         * How many.
         *
         * @param count the count
         * @return this builder
         */
        public Builder count(long count) {
            this.count = count;
            return this;
        }

        /**
         * How many.
         *
         * @param count the count, or null to leave it out
         * @return this builder
         */
        public Builder count(@Nullable Long count) {
            this.count = count;
            return this;
        }

        /**
         * How much.
         *
         * @param limit the limit
         * @return this builder
         */
        public Builder limit(long limit) {
            this.limit = BigDecimal.valueOf(limit);
            return this;
        }

        /**
         * How much.
         *
         * @param limit the limit, or null to leave it out
         * @return this builder
         */
        public Builder limit(@Nullable BigDecimal limit) {
            this.limit = limit;
            return this;
        }

        /**
         * Not used any longer.
         *
         * @param old the old, or null to leave it out
         * @return this builder
         * @deprecated the provider says so; see above
         */
        @Deprecated
        public Builder old(@Nullable String old) {
            this.old = old;
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
