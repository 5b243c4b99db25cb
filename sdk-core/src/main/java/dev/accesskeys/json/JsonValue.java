package dev.accesskeys.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Any JSON value, as a tree. Models keep members that this version does not know as such values, and write them back.
 *
 * <p>{@link #toString()} tells the kind only, for an object also the names of its members: a value that nobody knows may be a
 * secret. {@link #toJson()} gives the text.
 */
public final class JsonValue {

    /** What a JSON value can be. */
    public enum Kind {
        /** An object; see {@link JsonValue#members()}. */
        OBJECT,
        /** An array; see {@link JsonValue#elements()}. */
        ARRAY,
        /** A text; see {@link JsonValue#asString()}. */
        STRING,
        /** A number; see {@link JsonValue#asNumber()}. */
        NUMBER,
        /** A truth value; see {@link JsonValue#asBoolean()}. */
        BOOLEAN,
        /** {@code null}. */
        NULL
    }

    private static final JsonValue NULL = new JsonValue(Kind.NULL, "null");

    private final Kind kind;

    /** A {@link Map}, {@link List}, {@link String}, {@link BigDecimal} or {@link Boolean}, as the kind says. */
    private final Object value;

    private JsonValue(Kind kind, Object value) {
        this.kind = kind;
        this.value = value;
    }

    /**
     * Makes an object.
     *
     * @param members its members, in the order of the map
     * @return the value
     */
    public static JsonValue object(Map<String, JsonValue> members) {
        return new JsonValue(Kind.OBJECT, Collections.unmodifiableMap(new LinkedHashMap<>(members)));
    }

    /**
     * Makes an array.
     *
     * @param elements its elements
     * @return the value
     */
    public static JsonValue array(List<JsonValue> elements) {
        return new JsonValue(Kind.ARRAY, List.copyOf(elements));
    }

    /**
     * Makes a text.
     *
     * @param text the text
     * @return the value
     */
    public static JsonValue string(String text) {
        return new JsonValue(Kind.STRING, Objects.requireNonNull(text, "text"));
    }

    /**
     * Makes a number.
     *
     * @param number the number
     * @return the value
     */
    public static JsonValue number(BigDecimal number) {
        return new JsonValue(Kind.NUMBER, Objects.requireNonNull(number, "number"));
    }

    /**
     * Makes a whole number.
     *
     * @param number the number
     * @return the value
     */
    public static JsonValue number(long number) {
        return number(BigDecimal.valueOf(number));
    }

    /**
     * Makes a truth value.
     *
     * @param truth the truth value
     * @return the value
     */
    public static JsonValue bool(boolean truth) {
        return new JsonValue(Kind.BOOLEAN, truth);
    }

    /**
     * Gives JSON's {@code null}.
     *
     * @return the value
     */
    public static JsonValue ofNull() {
        return NULL;
    }

    /**
     * Reads a whole document with the default limits.
     *
     * @param document JSON in UTF-8
     * @return its value
     * @throws dev.accesskeys.error.DecodingException if it is not well-formed
     */
    public static JsonValue parse(byte[] document) {
        try (JsonReader in = JsonReader.of(document, JsonLimits.DEFAULT)) {
            JsonValue value = in.readValue();
            in.end();
            return value;
        }
    }

    /**
     * Tells what this value is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Gives the members of an object.
     *
     * @return an unmodifiable map in the document's order; empty if this is no object
     */
    @SuppressWarnings("unchecked") // object() put it there
    public Map<String, JsonValue> members() {
        return kind == Kind.OBJECT ? (Map<String, JsonValue>) value : Map.of();
    }

    /**
     * Gives one member of an object.
     *
     * @param name its name
     * @return the member; empty if this is no object, it has no such member, or the member is {@code null}
     */
    public Optional<JsonValue> member(String name) {
        return Optional.ofNullable(members().get(name)).filter(member -> member.kind != Kind.NULL);
    }

    /**
     * Gives the elements of an array.
     *
     * @return an unmodifiable list; empty if this is no array
     */
    @SuppressWarnings("unchecked") // array() put it there
    public List<JsonValue> elements() {
        return kind == Kind.ARRAY ? (List<JsonValue>) value : List.of();
    }

    /**
     * Gives the text.
     *
     * @return the text; empty if this is none
     */
    public Optional<String> asString() {
        return kind == Kind.STRING ? Optional.of((String) value) : Optional.empty();
    }

    /**
     * Gives the number.
     *
     * @return the number; empty if this is none
     */
    public Optional<BigDecimal> asNumber() {
        return kind == Kind.NUMBER ? Optional.of((BigDecimal) value) : Optional.empty();
    }

    /**
     * Gives the truth value.
     *
     * @return the truth value; empty if this is none
     */
    public Optional<Boolean> asBoolean() {
        return kind == Kind.BOOLEAN ? Optional.of((Boolean) value) : Optional.empty();
    }

    /**
     * Writes the value as JSON on one line, whatever it holds in clear.
     *
     * @return the text
     */
    public String toJson() {
        JsonWriter out = new JsonWriter();
        writeTo(out);
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }

    /** Reads the value that begins with the given token. */
    static JsonValue read(JsonReader in, @Nullable JsonToken token) {
        if (token == null) {
            throw in.mismatch("a value");
        }
        return switch (token) {
            case START_OBJECT -> object(in.readMap(JsonReader::readValue));
            case START_ARRAY -> array(in.readList(JsonReader::readValue));
            case VALUE_STRING -> string(in.readString());
            case VALUE_TRUE, VALUE_FALSE -> bool(in.readBoolean());
            case VALUE_NULL -> ofNull();
            default -> number(in.readNumber());
        };
    }

    void writeTo(JsonWriter out) {
        switch (kind) {
            case OBJECT -> out.map(members(), JsonWriter::value);
            case ARRAY -> out.list(elements(), JsonWriter::value);
            case STRING -> out.value((String) value);
            case NUMBER -> out.value((BigDecimal) value);
            case BOOLEAN -> out.value((boolean) (Boolean) value);
            case NULL -> out.nullValue();
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonValue that && kind == that.kind && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + value.hashCode();
    }

    /** The kind, and of an object the names of its members; never a value. */
    @Override
    public String toString() {
        return kind == Kind.OBJECT ? "OBJECT" + members().keySet() : kind.toString();
    }
}
