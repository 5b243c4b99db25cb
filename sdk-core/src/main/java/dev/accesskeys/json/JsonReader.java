package dev.accesskeys.json;

import dev.accesskeys.Secret;
import dev.accesskeys.error.DecodingException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a JSON document value by value, in the document's own order and without reflection. It stands <em>at</em> a value;
 * each {@code read} method consumes that value.
 *
 * <pre>{@code
 * in.beginObject();
 * while (in.nextMember()) {
 *     switch (in.memberName()) {
 *         case "id" -> id = in.readLong();
 *         case "label" -> label = in.readNullableString();
 *         default -> unknown = in.keepUnknown(unknown);
 *     }
 * }
 * }</pre>
 *
 * <p>Every failure is a {@link DecodingException} with the place ({@code data[3].id}) and what was expected there. It never
 * quotes what the document holds, because that may be a secret; for the same reason the library's own exception is neither
 * repeated nor chained. Where an object has a member twice, the last one counts.
 *
 * <p>For one thread, one document.
 */
public final class JsonReader implements AutoCloseable {

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Opens a document and stands at its value.
     *
     * @param document JSON in UTF-8
     * @param limits what it may cost
     * @return the reader
     * @throws DecodingException if the document is empty or does not begin with a JSON value
     */
    public static JsonReader of(byte[] document, JsonLimits limits) {
        Objects.requireNonNull(document, "document");
        JsonReader reader = new JsonReader(parser(document, limits));
        if (reader.advance() == null) {
            throw new DecodingException("", "the document is empty");
        }
        return reader;
    }

    /** The library looks at the first bytes already here, and refuses encodings that it does not know. */
    private static JsonParser parser(byte[] document, JsonLimits limits) {
        try {
            return JsonParsers.open(document, limits);
        } catch (JacksonException e) {
            throw new DecodingException("", "the document is not JSON in UTF-8");
        }
    }

    /**
     * Enters the object at which the reader stands.
     *
     * @throws DecodingException if it does not stand at an object
     */
    public void beginObject() {
        expect(JsonToken.START_OBJECT, "an object");
    }

    /**
     * Goes to the next member of the entered object. The value of the member before must have been read or skipped.
     *
     * @return whether there is one; if not, the object has been left
     * @throws DecodingException if the document is malformed here
     */
    public boolean nextMember() {
        if (advance() == JsonToken.END_OBJECT) {
            return false;
        }
        advance();
        return true;
    }

    /**
     * Gives the name of the member at whose value the reader stands.
     *
     * @return its name
     */
    public String memberName() {
        return Objects.requireNonNull(parser.currentName(), "not inside an object");
    }

    /**
     * Enters the array at which the reader stands.
     *
     * @throws DecodingException if it does not stand at an array
     */
    public void beginArray() {
        expect(JsonToken.START_ARRAY, "an array");
    }

    /**
     * Goes to the next element of the entered array. The element before must have been read or skipped.
     *
     * @return whether there is one; if not, the array has been left
     * @throws DecodingException if the document is malformed here
     */
    public boolean nextElement() {
        return advance() != JsonToken.END_ARRAY;
    }

    /**
     * Tells whether the reader stands at {@code null}, and if so consumes it.
     *
     * @return whether it was {@code null}
     */
    public boolean readNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /**
     * Reads a text.
     *
     * @return the text
     * @throws DecodingException if it is anything else, {@code null} included, or longer than the limits allow
     */
    public String readString() {
        expect(JsonToken.VALUE_STRING, "a text");
        try {
            return parser.getString();
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /**
     * Reads a truth value.
     *
     * @return the value
     * @throws DecodingException if it is anything else
     */
    public boolean readBoolean() {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw mismatch("true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    /**
     * Reads a whole number; {@code 30.0} is one too.
     *
     * @return the number
     * @throws DecodingException if it is anything else, has a fraction, or does not fit into 64 bits
     */
    public long readLong() {
        try {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                return parser.getLongValue();
            }
            return readNumber().longValueExact();
        } catch (JacksonException | ArithmeticException e) {
            throw mismatch("a whole number of at most 64 bits");
        }
    }

    /**
     * Reads a whole number; {@code 30.0} is one too.
     *
     * @return the number
     * @throws DecodingException if it is anything else, has a fraction, or does not fit into 32 bits
     */
    public int readInt() {
        long number = readLong();
        if (number != (int) number) {
            throw mismatch("a whole number of at most 32 bits");
        }
        return (int) number;
    }

    /**
     * Reads a number of any size and precision, up to 100 characters.
     *
     * @return the number as it was written
     * @throws DecodingException if it is anything else
     */
    public BigDecimal readNumber() {
        if (!isNumber()) {
            throw mismatch("a number");
        }
        try {
            return parser.getDecimalValue();
        } catch (JacksonException e) {
            throw malformed(e);
        } catch (NumberFormatException e) {
            // Its message quotes the number.
            throw mismatch("a number with an exponent of at most nine digits");
        }
    }

    /**
     * Reads a point in time: a date and time of RFC 3339 with any number of fraction digits (those below a nanosecond are
     * dropped); one without an offset counts as UTC, for some providers write their times so.
     *
     * @return the instant
     * @throws DecodingException if it is anything else
     */
    public Instant readInstant() {
        Instant instant = DateTimes.parse(readString());
        if (instant == null) {
            throw mismatch("a date and time (RFC 3339)");
        }
        return instant;
    }

    /**
     * Reads a secret. What stands for "not shown" is no secret: {@code null}, an empty text, and the given placeholders.
     *
     * @param placeholders texts that this provider puts where it does not show the secret, such as {@code [REDACTED]}
     * @return the secret, or null where there is none
     * @throws DecodingException if it is neither a text nor {@code null}
     */
    public @Nullable Secret readSecret(String... placeholders) {
        if (readNull()) {
            return null;
        }
        String value = readString();
        if (value.isEmpty() || List.of(placeholders).contains(value)) {
            return null;
        }
        return Secret.of(value);
    }

    /**
     * Reads an array.
     *
     * @param <T> the type of its elements
     * @param element reads one element
     * @return an unmodifiable list
     * @throws DecodingException if it is anything else
     */
    public <T> List<T> readList(JsonDecoder<T> element) {
        beginArray();
        List<T> list = new ArrayList<>();
        while (nextElement()) {
            list.add(element.read(this));
        }
        return List.copyOf(list);
    }

    /**
     * Reads an object whose member names are data.
     *
     * @param <T> the type of its values
     * @param value reads one value
     * @return an unmodifiable map in the document's order
     * @throws DecodingException if it is anything else
     */
    public <T> Map<String, T> readMap(JsonDecoder<T> value) {
        beginObject();
        Map<String, T> map = new LinkedHashMap<>();
        while (nextMember()) {
            map.put(memberName(), value.read(this));
        }
        return Collections.unmodifiableMap(map);
    }

    /**
     * Reads whatever stands here.
     *
     * @return the value as a tree
     * @throws DecodingException if the document is malformed here
     */
    public JsonValue readValue() {
        return JsonValue.read(this, parser.currentToken());
    }

    /**
     * Reads the current member, which the model does not know, and keeps it.
     *
     * @param kept what has been kept so far, or null
     * @return what has been kept now, to be given to the next call
     * @throws DecodingException if the document is malformed here
     */
    public Map<String, JsonValue> keepUnknown(@Nullable Map<String, JsonValue> kept) {
        Map<String, JsonValue> all = kept == null ? new LinkedHashMap<>() : kept;
        String name = memberName();
        all.put(name, readValue());
        return all;
    }

    /**
     * Passes over whatever stands here.
     *
     * @throws DecodingException if the document is malformed here
     */
    public void skip() {
        try {
            parser.skipChildren();
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /**
     * Checks that the document ends here. An answer that was cut short, or that has something behind its end, is not taken
     * for a whole one.
     *
     * @throws DecodingException if anything follows
     */
    public void end() {
        if (advance() != null) {
            throw new DecodingException("", "something follows behind the end of the document");
        }
    }

    /**
     * Makes the error for a value of the wrong type at the current place.
     *
     * @param expected what should stand here, such as {@code "a text"}
     * @return the error, to be thrown
     */
    public DecodingException mismatch(String expected) {
        return JsonFaults.mismatch(parser, expected);
    }

    /**
     * Makes the error for a required member that the object just read does not have.
     *
     * @param member its name
     * @return the error, to be thrown
     */
    public DecodingException missing(String member) {
        return JsonFaults.missing(parser, member);
    }

    /**
     * Checks that the object just read had a member. Generated code calls this for required members.
     *
     * @param member its name
     * @param value what was read of it, or null
     * @throws DecodingException if it is null
     */
    public void require(String member, @Nullable Object value) {
        if (value == null) {
            throw missing(member);
        }
    }

    /**
     * Gives the current place, such as {@code data[3].id}.
     *
     * @return the path; empty at the root
     */
    public String path() {
        return JsonPath.of(parser.streamReadContext());
    }

    /** Gives the reader's buffers back. */
    @Override
    public void close() {
        parser.close();
    }

    private boolean isNumber() {
        JsonToken token = parser.currentToken();
        return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
    }

    private void expect(JsonToken token, String description) {
        if (parser.currentToken() != token) {
            throw mismatch(description);
        }
    }

    private @Nullable JsonToken advance() {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    private DecodingException malformed(JacksonException e) {
        return JsonFaults.malformed(parser, e);
    }
}
