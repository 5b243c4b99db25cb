package dev.accesskeys;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that must not be seen: a secret access key, an API token.
 *
 * <p>{@link #toString()} never shows the value, the class is not serialisable, {@link #equals} takes the same time wherever
 * two values differ, and {@link #hashCode()} is the same for all. The value leaves through one method only,
 * {@link #reveal()}, so that a search over an application finds every place that reads one:
 *
 * <pre>{@code
 * String forTheVault = key.secretKey().orElseThrow().reveal();
 * }</pre>
 *
 * <p>What this class cannot do: the value is a {@link String} on the heap for as long as it is referenced and until it is
 * collected. A heap dump, a debugger or a core file shows it. Keep references short, and keep dumps as safe as the secret.
 */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Wraps a value.
     *
     * @param value the secret, not empty
     * @return the wrapped secret
     * @throws IllegalArgumentException if the value is empty: an empty text is never a secret
     */
    public static Secret of(String value) {
        Objects.requireNonNull(value, "value");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a secret must not be empty");
        }
        return new Secret(value);
    }

    /**
     * Gives the value itself. The caller takes over the duty to keep it out of logs, messages and files that others can read.
     *
     * @return the secret in clear
     */
    public String reveal() {
        return value;
    }

    /**
     * Gives a form for a screen, from which the secret cannot be guessed: the first four characters of a value that has at
     * least sixteen, and an ellipsis. Shorter values show nothing at all.
     *
     * @return a few characters and {@code …}
     */
    public String masked() {
        return value.length() >= 16 ? value.substring(0, 4) + "…" : "…";
    }

    /** Compares two secrets in a time that does not depend on where they differ. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && isSame(value, secret.value);
    }

    /** Character by character: as bytes, two values that are not valid Unicode could look the same. */
    private static boolean isSame(String one, String other) {
        int difference = one.length() ^ other.length();
        for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
            difference |= one.charAt(i) ^ other.charAt(i);
        }
        return difference == 0;
    }

    /** The same number for every secret: a hash of the value could be used to guess it. */
    @Override
    public int hashCode() {
        return 1;
    }

    /** Always {@code Secret[redacted]}. */
    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}
