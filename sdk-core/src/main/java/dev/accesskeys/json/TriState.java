package dev.accesskeys.json;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member of a JSON object for which "left out", {@code null} and a value mean three different things: {@code x-tri-state}
 * in a provider's document.
 *
 * @param <T> the type of the value
 */
public final class TriState<T> {

    private static final TriState<?> ABSENT = new TriState<>(false, null);
    private static final TriState<?> NULL = new TriState<>(true, null);

    private final boolean present;
    private final @Nullable T value;

    private TriState(boolean present, @Nullable T value) {
        this.present = present;
        this.value = value;
    }

    /**
     * Leaves the member out.
     *
     * @param <T> the type of the value
     * @return the state
     */
    @SuppressWarnings("unchecked") // there is no value in it
    public static <T> TriState<T> absent() {
        return (TriState<T>) ABSENT;
    }

    /**
     * Makes the member {@code null}.
     *
     * @param <T> the type of the value
     * @return the state
     */
    @SuppressWarnings("unchecked") // there is no value in it
    public static <T> TriState<T> ofNull() {
        return (TriState<T>) NULL;
    }

    /**
     * Gives the member a value.
     *
     * @param <T> the type of the value
     * @param value the value
     * @return the state
     */
    public static <T> TriState<T> of(T value) {
        return new TriState<>(true, Objects.requireNonNull(value, "value"));
    }

    /**
     * Tells whether the member is left out.
     *
     * @return whether it is
     */
    public boolean isAbsent() {
        return !present;
    }

    /**
     * Tells whether the member is there and {@code null}.
     *
     * @return whether it is
     */
    public boolean isNull() {
        return present && value == null;
    }

    /**
     * Gives the value.
     *
     * @return the value; empty if the member is left out or {@code null}
     */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /**
     * Writes the member into the object that is open, unless it is left out.
     *
     * @param out where to write
     * @param name the member's name
     * @param encoder writes the value
     */
    public void write(JsonWriter out, String name, JsonEncoder<? super T> encoder) {
        if (value != null) {
            encoder.write(out.name(name), value);
        } else if (present) {
            out.name(name).nullValue();
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TriState<?> that && present == that.present && Objects.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(present, value);
    }

    /** The value, or which of the two other states it is. */
    @Override
    public String toString() {
        return value != null ? value.toString() : present ? "null" : "absent";
    }
}
