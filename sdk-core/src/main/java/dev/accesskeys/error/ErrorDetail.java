package dev.accesskeys.error;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a provider says is wrong. Providers send several at once.
 */
public final class ErrorDetail {

    private final @Nullable String code;
    private final String reason;
    private final @Nullable String field;

    /**
     * Makes a detail.
     *
     * @param code the provider's own code, or null
     * @param reason the provider's text
     * @param field the field of the request that it is about, in the provider's notation, or null
     */
    public ErrorDetail(@Nullable String code, String reason, @Nullable String field) {
        this.code = code;
        this.reason = Objects.requireNonNull(reason, "reason");
        this.field = field;
    }

    /**
     * Makes a detail that has only a reason.
     *
     * @param reason the provider's text
     * @return the detail
     */
    public static ErrorDetail of(String reason) {
        return new ErrorDetail(null, reason, null);
    }

    /**
     * Gives the provider's own code.
     *
     * @return the code; empty if the provider gave none
     */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /**
     * Gives the provider's text.
     *
     * @return the reason
     */
    public String reason() {
        return reason;
    }

    /**
     * Names the field of the request that is wrong.
     *
     * @return the field in the provider's notation, perhaps a dotted path; empty if the provider named none
     */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ErrorDetail that
                && Objects.equals(code, that.code)
                && reason.equals(that.reason)
                && Objects.equals(field, that.field);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, reason, field);
    }

    @Override
    public String toString() {
        return (code == null ? "" : code + " ") + reason + (field == null ? "" : " (" + field + ")");
    }
}
