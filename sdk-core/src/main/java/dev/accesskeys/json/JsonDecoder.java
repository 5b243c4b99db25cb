package dev.accesskeys.json;

import dev.accesskeys.error.DecodingException;

/**
 * Reads one value of type {@code T} from the place where the reader stands.
 *
 * @param <T> what is read
 */
@FunctionalInterface
public interface JsonDecoder<T> {

    /**
     * Reads one value and leaves the reader behind it.
     *
     * @param in the reader, standing at the value
     * @return the value, never null
     * @throws DecodingException if the document does not hold such a value here
     */
    T read(JsonReader in);
}
