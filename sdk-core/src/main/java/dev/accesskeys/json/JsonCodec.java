package dev.accesskeys.json;

import dev.accesskeys.error.DecodingException;
import java.util.Objects;

/**
 * The JSON form of a type, both ways. Every generated model has one as its constant {@code CODEC}:
 *
 * <pre>{@code
 * byte[] document = ObjectStorageKey.CODEC.toJson(key);
 * ObjectStorageKey again = ObjectStorageKey.CODEC.fromJson(document);
 * }</pre>
 *
 * <p>A document made this way holds the secrets of the model in clear.
 *
 * @param <T> the type
 */
public interface JsonCodec<T> extends JsonDecoder<T>, JsonEncoder<T> {

    /**
     * Makes a codec of its two halves.
     *
     * @param <T> the type
     * @param decoder reads a value
     * @param encoder writes a value
     * @return the codec
     */
    static <T> JsonCodec<T> of(JsonDecoder<T> decoder, JsonEncoder<T> encoder) {
        Objects.requireNonNull(decoder, "decoder");
        Objects.requireNonNull(encoder, "encoder");
        return new JsonCodec<>() {
            @Override
            public T read(JsonReader in) {
                return decoder.read(in);
            }

            @Override
            public void write(JsonWriter out, T value) {
                encoder.write(out, value);
            }
        };
    }

    /**
     * Reads a whole document with the {@linkplain JsonLimits#DEFAULT default limits}.
     *
     * @param document JSON in UTF-8
     * @return the value
     * @throws DecodingException if the document is no such value, is cut short, or has something behind its end
     */
    default T fromJson(byte[] document) {
        try (JsonReader in = JsonReader.of(document, JsonLimits.DEFAULT)) {
            T value = read(in);
            in.end();
            return value;
        }
    }

    /**
     * Writes a whole document.
     *
     * @param value the value
     * @return JSON in UTF-8, on one line
     */
    default byte[] toJson(T value) {
        JsonWriter out = new JsonWriter();
        write(out, Objects.requireNonNull(value, "value"));
        return out.toByteArray();
    }
}
