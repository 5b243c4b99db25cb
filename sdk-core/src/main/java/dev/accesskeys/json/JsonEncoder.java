package dev.accesskeys.json;

/**
 * Writes one value of type {@code T}.
 *
 * @param <T> what is written
 */
@FunctionalInterface
public interface JsonEncoder<T> {

    /**
     * Writes one value.
     *
     * @param out where to write
     * @param value the value, never null
     */
    void write(JsonWriter out, T value);
}
