package dev.accesskeys.keys;

import dev.accesskeys.error.ValidationException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of an access key, which names its provider, and goes to text and back: {@code example:123},
 * or {@code example:store/123} where a key has a place. Not a secret.
 */
public final class AccessKeyId {

    private static final Pattern PROVIDER = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final int MAX_LENGTH = 256;

    private final String provider;
    private final String value;

    private AccessKeyId(String provider, String value) {
        this.provider = provider;
        this.value = value;
    }

    /**
     * Makes an id.
     *
     * @param provider the provider's id: lower-case letters, digits and hyphens, beginning with a letter, at most 32
     * @param value the provider's own id of the key: visible ASCII without blanks, at most 256 characters
     * @return the id
     * @throws ValidationException if one of them has another form
     */
    public static AccessKeyId of(String provider, String value) {
        if (!PROVIDER.matcher(provider).matches()) {
            throw new ValidationException(
                    "access key id",
                    "must name its provider in lower case",
                    "a name of " + provider.length() + " characters");
        }
        boolean visible = value.chars().allMatch(character -> character > 0x20 && character <= 0x7E);
        if (value.isEmpty() || value.length() > MAX_LENGTH || !visible) {
            throw new ValidationException(
                    "access key id",
                    "must have 1 to " + MAX_LENGTH + " visible ASCII characters behind the provider's name",
                    value.length() + " characters");
        }
        return new AccessKeyId(provider, value);
    }

    /**
     * Reads an id from the text that {@link #toString()} gives.
     *
     * @param text provider, colon, the provider's own id
     * @return the id
     * @throws ValidationException if the text has another form
     */
    public static AccessKeyId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new ValidationException(
                    "access key id", "must be written as provider:id, such as example:123", "a text without a colon");
        }
        return of(text.substring(0, colon), text.substring(colon + 1));
    }

    /**
     * Gives the id back if it is one of the given provider.
     *
     * @param expected the provider's id
     * @return the provider's own id of the key
     * @throws ValidationException if it belongs to another provider
     */
    public String valueAt(String expected) {
        if (!provider.equals(expected)) {
            throw new ValidationException("access key id", "must be one of " + expected, "one of " + provider);
        }
        return value;
    }

    /**
     * Names the provider.
     *
     * @return the provider's id, such as {@code example}
     */
    public String provider() {
        return provider;
    }

    /**
     * Gives the provider's own id.
     *
     * @return what stands behind the colon
     */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccessKeyId that && provider.equals(that.provider) && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(provider, value);
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return provider + ":" + value;
    }
}
