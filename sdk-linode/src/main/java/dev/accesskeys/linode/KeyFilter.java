package dev.accesskeys.linode;

import dev.accesskeys.error.DecodingException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.operation.Constraints;
import dev.accesskeys.operation.WireValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which keys a list has, and in which order: Linode's {@code X-Filter} header.
 *
 * <pre>{@code
 * linode.objectStorageKeys().listAll(ListObjectStorageKeysRequest.builder()
 *         .filter(KeyFilter.labelContains("backup").orderedBy("label"))
 *         .build());
 * }</pre>
 *
 * Immutable.
 */
public final class KeyFilter implements WireValue {

    private static final String HEADER = "X-Filter";

    private final JsonValue filter;

    private KeyFilter(JsonValue filter) {
        this.filter = filter;
    }

    /**
     * Takes keys with exactly this label.
     *
     * @param label the label
     * @return the filter
     */
    public static KeyFilter label(String label) {
        return new KeyFilter(JsonValue.object(Map.of("label", text("label", label))));
    }

    /**
     * Takes keys with a label that has a certain text in it.
     *
     * @param part the text
     * @return the filter
     */
    public static KeyFilter labelContains(String part) {
        JsonValue contains = JsonValue.object(Map.of("+contains", text("label", part)));
        return new KeyFilter(JsonValue.object(Map.of("label", contains)));
    }

    /**
     * Takes all keys, in the order of one of their members.
     *
     * @param member the member's name in Linode's notation, such as {@code label}
     * @return the filter
     */
    public static KeyFilter allOrderedBy(String member) {
        return new KeyFilter(JsonValue.object(Map.of())).orderedBy(member);
    }

    /**
     * Takes keys that pass every one of several filters.
     *
     * @param filters the filters, at least one
     * @return the filter
     * @throws ValidationException if there is none
     */
    public static KeyFilter and(KeyFilter... filters) {
        return combined("+and", filters);
    }

    /**
     * Takes keys that pass one of several filters.
     *
     * @param filters the filters, at least one
     * @return the filter
     * @throws ValidationException if there is none
     */
    public static KeyFilter or(KeyFilter... filters) {
        return combined("+or", filters);
    }

    private static KeyFilter combined(String operator, KeyFilter... filters) {
        List<JsonValue> parts = Constraints.size(HEADER, List.of(filters), 1, Integer.MAX_VALUE).stream()
                .map(each -> each.filter)
                .toList();
        return new KeyFilter(JsonValue.object(Map.of(operator, JsonValue.array(parts))));
    }

    /**
     * Takes a filter in Linode's own syntax, for what this class has no method for.
     *
     * @param json a JSON object, such as <code>{"label": {"+contains": "backup"}}</code>
     * @return the filter
     * @throws ValidationException if it is no JSON object
     */
    public static KeyFilter raw(String json) {
        byte[] document = Constraints.required(HEADER, json).getBytes(StandardCharsets.UTF_8);
        JsonValue value;
        try {
            value = JsonValue.parse(document);
        } catch (DecodingException e) {
            throw noObject("a text of " + json.length() + " characters that is no JSON");
        }
        if (value.kind() != JsonValue.Kind.OBJECT) {
            throw noObject("JSON of another kind: " + value.kind());
        }
        return new KeyFilter(value);
    }

    private static ValidationException noObject(String given) {
        return new ValidationException(HEADER, "must be a JSON object", given);
    }

    private static JsonValue text(String field, String value) {
        return JsonValue.string(Constraints.required(field, value));
    }

    /**
     * Sets the order of the keys, ascending.
     *
     * @param member the name of a member of the keys in Linode's notation, such as {@code label}
     * @return a filter with the order
     */
    public KeyFilter orderedBy(String member) {
        return ordered(member, "asc");
    }

    /**
     * Sets the order of the keys, descending.
     *
     * @param member the name of a member of the keys in Linode's notation, such as {@code label}
     * @return a filter with the order
     */
    public KeyFilter orderedDescendingBy(String member) {
        return ordered(member, "desc");
    }

    private KeyFilter ordered(String member, String direction) {
        Map<String, JsonValue> members = new LinkedHashMap<>(filter.members());
        members.put("+order_by", text("member", member));
        members.put("+order", JsonValue.string(direction));
        return new KeyFilter(JsonValue.object(members));
    }

    /** The filter as JSON. A header holds ASCII only, so all other characters are written as escapes. */
    @Override
    public String wireValue() {
        StringBuilder ascii = new StringBuilder();
        String json = filter.toJson();
        for (int i = 0; i < json.length(); i++) {
            char character = json.charAt(i);
            if (character < 0x7F) {
                ascii.append(character);
            } else {
                ascii.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            }
        }
        return ascii.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyFilter that && filter.equals(that.filter);
    }

    @Override
    public int hashCode() {
        return filter.hashCode();
    }

    /** The filter as it is sent. */
    @Override
    public String toString() {
        return wireValue();
    }
}
