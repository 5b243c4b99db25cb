package dev.accesskeys.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request or an answer: names without regard to case, each with one value or several. Immutable.
 * {@link #toString()} shows names only, because a value may be a token.
 */
public final class Headers {

    private static final Headers EMPTY = new Headers(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));

    private final Map<String, List<String>> values;

    private Headers(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Gives headers without any.
     *
     * @return no headers
     */
    public static Headers empty() {
        return EMPTY;
    }

    /**
     * Makes headers from a map.
     *
     * @param values the values by name; names that differ only in case are put together
     * @return the headers
     */
    public static Headers of(Map<String, List<String>> values) {
        Builder builder = builder();
        values.forEach((name, list) -> list.forEach(value -> builder.add(name, value)));
        return builder.build();
    }

    /**
     * Starts to collect headers.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Gives the first value of a header.
     *
     * @param name the header's name, in any case
     * @return its first value; empty if the header is not there
     */
    public Optional<String> first(String name) {
        List<String> all = values.get(name);
        return all == null ? Optional.empty() : Optional.of(all.get(0));
    }

    /**
     * Gives the time in the {@code Date} header: when the answer was made, by the clock of whoever made it.
     *
     * @return the time, in whole seconds; empty if there is none, or it is no HTTP date
     */
    public Optional<Instant> date() {
        try {
            return first("Date")
                    .map(text -> ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Gives all values of a header.
     *
     * @param name the header's name, in any case
     * @return its values in the order of the message; empty if the header is not there
     */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /**
     * Gives the names of all headers.
     *
     * @return the names as they were written first, in alphabetical order without regard to case
     */
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /**
     * Gives all headers.
     *
     * @return an unmodifiable map; its look-up takes no regard to case
     */
    public Map<String, List<String>> asMap() {
        return Collections.unmodifiableMap(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Headers that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (Map.Entry<String, List<String>> entry : values.entrySet()) {
            hash += entry.getKey().toLowerCase(Locale.ROOT).hashCode()
                    ^ entry.getValue().hashCode();
        }
        return hash;
    }

    /** The names of the headers, never a value. */
    @Override
    public String toString() {
        return "Headers" + names();
    }

    /** Collects headers. */
    public static final class Builder {

        private final TreeMap<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        private Builder() {}

        /**
         * Adds a value to those that the header has.
         *
         * @param name the header's name
         * @param value the value
         * @return this builder
         */
        public Builder add(String name, String value) {
            values.computeIfAbsent(name, ignored -> new ArrayList<>(1)).add(value);
            return this;
        }

        /**
         * Puts a value in the place of those that the header has.
         *
         * @param name the header's name
         * @param value the value
         * @return this builder
         */
        public Builder set(String name, String value) {
            values.remove(name);
            return add(name, value);
        }

        /**
         * Makes the headers.
         *
         * @return the headers, independent of this builder
         */
        public Headers build() {
            TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            values.forEach((name, list) -> copy.put(name, List.copyOf(list)));
            return new Headers(copy);
        }
    }
}
