package dev.accesskeys.json;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ValidationException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/**
 * Writes one JSON document into memory, value by value. For one thread, one document.
 *
 * <pre>{@code
 * out.beginObject();
 * out.name("label").value("backup");
 * out.endObject();
 * byte[] document = out.toByteArray();
 * }</pre>
 */
public final class JsonWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final ByteArrayBuilder bytes = new ByteArrayBuilder();
    private final JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes);

    /** Makes a writer with an empty document. */
    public JsonWriter() {}

    /**
     * Begins an object.
     *
     * @return this writer
     */
    public JsonWriter beginObject() {
        generator.writeStartObject();
        return this;
    }

    /**
     * Ends the object begun last.
     *
     * @return this writer
     */
    public JsonWriter endObject() {
        generator.writeEndObject();
        return this;
    }

    /**
     * Begins an array.
     *
     * @return this writer
     */
    public JsonWriter beginArray() {
        generator.writeStartArray();
        return this;
    }

    /**
     * Ends the array begun last.
     *
     * @return this writer
     */
    public JsonWriter endArray() {
        generator.writeEndArray();
        return this;
    }

    /**
     * Writes the name of a member; its value must follow.
     *
     * @param name the name
     * @return this writer
     */
    public JsonWriter name(String name) {
        requireWholeCharacters(name);
        generator.writeName(name);
        return this;
    }

    /**
     * Writes a text.
     *
     * @param value the text
     * @return this writer
     * @throws ValidationException if it has half of a surrogate pair
     */
    public JsonWriter value(String value) {
        requireWholeCharacters(value);
        generator.writeString(value);
        return this;
    }

    /**
     * Writes a whole number.
     *
     * @param value the number
     * @return this writer
     */
    public JsonWriter value(long value) {
        generator.writeNumber(value);
        return this;
    }

    /**
     * Writes a number as it is, without an exponent where it has none.
     *
     * @param value the number
     * @return this writer
     */
    public JsonWriter value(BigDecimal value) {
        generator.writeNumber(value);
        return this;
    }

    /**
     * Writes a truth value.
     *
     * @param value the value
     * @return this writer
     */
    public JsonWriter value(boolean value) {
        generator.writeBoolean(value);
        return this;
    }

    /**
     * Writes a point in time as RFC 3339 in UTC.
     *
     * @param value the instant
     * @return this writer
     */
    public JsonWriter value(Instant value) {
        return value(DateTimes.format(value));
    }

    /**
     * Writes a secret in clear.
     *
     * @param value the secret
     * @return this writer
     */
    public JsonWriter value(Secret value) {
        return value(value.reveal());
    }

    /**
     * Writes {@code null}.
     *
     * @return this writer
     */
    public JsonWriter nullValue() {
        generator.writeNull();
        return this;
    }

    /**
     * Writes a tree.
     *
     * @param value the tree
     * @return this writer
     */
    public JsonWriter value(JsonValue value) {
        value.writeTo(this);
        return this;
    }

    /**
     * Writes an array.
     *
     * @param <T> the type of its elements
     * @param list the elements
     * @param element writes one of them
     * @return this writer
     */
    public <T> JsonWriter list(List<T> list, JsonEncoder<? super T> element) {
        beginArray();
        for (T each : list) {
            element.write(this, each);
        }
        return endArray();
    }

    /**
     * Writes an object whose member names are data.
     *
     * @param <T> the type of its values
     * @param map the members, in the order of the map
     * @param value writes one value
     * @return this writer
     */
    public <T> JsonWriter map(Map<String, T> map, JsonEncoder<? super T> value) {
        beginObject();
        members(map, value);
        return endObject();
    }

    /**
     * Writes the members that a model kept without knowing them, into the object that is open.
     *
     * @param unknown the members, in the order of the map
     * @return this writer
     */
    public JsonWriter unknown(Map<String, JsonValue> unknown) {
        members(unknown, JsonWriter::value);
        return this;
    }

    /**
     * Ends the document.
     *
     * @return JSON in UTF-8
     */
    public byte[] toByteArray() {
        generator.close();
        return bytes.toByteArray();
    }

    /** Half of a surrogate pair would arrive as another character, and nobody would be told. */
    private void requireWholeCharacters(String text) {
        if (text.chars().anyMatch(each -> Character.isSurrogate((char) each))
                && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            String field = JsonPath.of(generator.streamWriteContext());
            throw new ValidationException(
                    field.isEmpty() ? "the document" : field,
                    "must be valid Unicode",
                    "a text of " + text.length() + " characters with half a surrogate pair");
        }
    }

    private <T> void members(Map<String, T> map, JsonEncoder<? super T> value) {
        map.forEach((name, each) -> {
            name(name);
            value.write(this, each);
        });
    }
}
