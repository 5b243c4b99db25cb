// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api.model;

import dev.accesskeys.operation.Constraints;
import example.api.ThingFilter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON object {@code parameters}. */
public final class FindThingsRequest {

    private final @Nullable List<String> tag;
    private final @Nullable Integer maxCount;
    private final @Nullable Instant since;
    private final @Nullable String trace;
    private final @Nullable ThingFilter filter;

    private FindThingsRequest(Builder builder) {
        tag = builder.tag;
        maxCount = builder.maxCount;
        since = builder.since;
        trace = builder.trace;
        filter = builder.filter;
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
     * Tags to look for.
     *
     * @return the tag, unmodifiable; empty if absent
     */
    public List<String> tag() {
        return tag == null ? List.of() : tag;
    }

    /**
     * How many at most.
     *
     * @return the max count; empty if absent
     */
    public Optional<Integer> maxCount() {
        return Optional.ofNullable(maxCount);
    }

    /**
     * Made since.
     *
     * @return the since; empty if absent
     */
    public Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    /**
     * A mark.
     *
     * @return the trace; empty if absent
     */
    public Optional<String> trace() {
        return Optional.ofNullable(trace);
    }

    /**
     * Which ones.
     *
     * @return the filter; empty if absent
     */
    public Optional<ThingFilter> filter() {
        return Optional.ofNullable(filter);
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
        return other instanceof FindThingsRequest that
                && Objects.equals(tag, that.tag)
                && Objects.equals(maxCount, that.maxCount)
                && Objects.equals(since, that.since)
                && Objects.equals(trace, that.trace)
                && Objects.equals(filter, that.filter);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tag, maxCount, since, trace, filter);
    }

    /** All parameters. */
    @Override
    public String toString() {
        return "FindThingsRequest[tag=" + tag
                + ", maxCount=" + maxCount
                + ", since=" + since
                + ", trace=" + trace
                + ", filter=" + filter
                + "]";
    }

    /** Holds it against the rules of the document; the path is that of the object, with a dot at its end. */
    void check(String path) {
        if (tag != null) {
            Constraints.size(path + "tag", tag, 0, 5);
            for (int i = 0; i < tag.size(); i++) {
                Constraints.length(path + "tag[" + i + "]", tag.get(i), 1, Integer.MAX_VALUE);
            }
        }
        if (maxCount != null) {
            Constraints.range(path + "max-count", maxCount, 1, 500);
        }
    }

    /** Builds {@link FindThingsRequest}. Setters can be called in any order; for one member the last call counts. */
    public static final class Builder {

        private @Nullable List<String> tag;
        private @Nullable Integer maxCount;
        private @Nullable Instant since;
        private @Nullable String trace;
        private @Nullable ThingFilter filter;

        private Builder() {}

        private Builder(FindThingsRequest model) {
            tag = model.tag;
            maxCount = model.maxCount;
            since = model.since;
            trace = model.trace;
            filter = model.filter;
        }

        /**
         * Tags to look for.
         *
         * <p>At most 5 entries; each entry at least 1 character.
         *
         * @param tag the tag
         * @return this builder
         */
        public Builder tag(String... tag) {
            return tag(List.of(tag));
        }

        /**
         * Tags to look for.
         *
         * <p>At most 5 entries; each entry at least 1 character.
         *
         * @param tag the tag, or null to leave it out
         * @return this builder
         */
        public Builder tag(@Nullable List<String> tag) {
            this.tag = tag == null ? null : List.copyOf(tag);
            return this;
        }

        /**
         * How many at most.
         *
         * <p>1 to 500.
         *
         * @param maxCount the max count, or null to leave it out
         * @return this builder
         */
        public Builder maxCount(@Nullable Integer maxCount) {
            this.maxCount = maxCount;
            return this;
        }

        /**
         * Made since.
         *
         * @param since the since, or null to leave it out
         * @return this builder
         */
        public Builder since(@Nullable Instant since) {
            this.since = since;
            return this;
        }

        /**
         * A mark.
         *
         * @param trace the trace, or null to leave it out
         * @return this builder
         */
        public Builder trace(@Nullable String trace) {
            this.trace = trace;
            return this;
        }

        /**
         * Which ones.
         *
         * @param filter the filter, or null to leave it out
         * @return this builder
         */
        public Builder filter(@Nullable ThingFilter filter) {
            this.filter = filter;
            return this;
        }

        /**
         * Ends the building.
         *
         * @return the result
         * @throws dev.accesskeys.error.ValidationException if something required is missing, or a documented rule is
         *     broken
         */
        public FindThingsRequest build() {
            FindThingsRequest built = new FindThingsRequest(this);
            built.check("");
            return built;
        }
    }
}
