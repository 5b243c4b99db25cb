package dev.accesskeys.testing.linode;

import dev.accesskeys.error.DecodingException;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.FakeRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The {@code X-Filter} header: members are conditions, all of which have to hold; {@code +and} and {@code +or} take lists of
 * such objects; {@code +order_by} and {@code +order} sort.
 */
final class LinodeFilter {

    private static final Map<String, Function<LinodeKey, JsonValue>> FIELDS = Map.of(
            "id", key -> JsonValue.number(key.id()),
            "label", key -> JsonValue.string(key.label()),
            "access_key", key -> JsonValue.string(key.accessKey()),
            "limited", key -> JsonValue.bool(key.limited()));

    private final Predicate<LinodeKey> condition;
    private final @Nullable Comparator<LinodeKey> order;

    private LinodeFilter(Predicate<LinodeKey> condition, @Nullable Comparator<LinodeKey> order) {
        this.condition = condition;
        this.order = order;
    }

    static List<LinodeKey> apply(FakeRequest request, List<LinodeKey> keys) {
        String header = request.headers().first("X-Filter").orElse("{}");
        if (header.equals("{}")) {
            return keys;
        }
        LinodeFilter filter = parse(header);
        List<LinodeKey> found = new ArrayList<>(keys);
        found.removeIf(filter.condition.negate());
        if (filter.order != null) {
            found.sort(filter.order);
        }
        return found;
    }

    private static LinodeFilter parse(String header) {
        try {
            JsonValue filter = JsonValue.parse(header.getBytes(StandardCharsets.UTF_8));
            return new LinodeFilter(all(filter), order(filter));
        } catch (DecodingException e) {
            throw invalid("Cannot decode filter");
        }
    }

    private static Predicate<LinodeKey> all(JsonValue object) {
        if (object.kind() != JsonValue.Kind.OBJECT) {
            throw invalid("A filter must be an object");
        }
        return object.members().entrySet().stream()
                .map(member -> condition(member.getKey(), member.getValue()))
                .reduce(key -> true, Predicate::and);
    }

    private static Predicate<LinodeKey> condition(String name, JsonValue value) {
        return switch (name) {
            case "+and" -> list(name, value).stream().map(LinodeFilter::all).reduce(key -> true, Predicate::and);
            case "+or" -> list(name, value).stream().map(LinodeFilter::all).reduce(key -> false, Predicate::or);
            case "+order", "+order_by" -> key -> true;
            default -> onField(name, value);
        };
    }

    private static Predicate<LinodeKey> onField(String name, JsonValue value) {
        Function<LinodeKey, JsonValue> field = field(name);
        if (value.kind() != JsonValue.Kind.OBJECT) {
            return key -> same(field.apply(key), value);
        }
        return value.members().entrySet().stream()
                .map(each -> operator(field, each.getKey(), each.getValue()))
                .reduce(key -> true, Predicate::and);
    }

    private static Predicate<LinodeKey> operator(Function<LinodeKey, JsonValue> field, String name, JsonValue operand) {
        return switch (name) {
            case "+contains" -> key -> text(field.apply(key)).contains(text(operand));
            case "+neq" -> key -> !same(field.apply(key), operand);
            case "+gt" -> key -> compare(field.apply(key), operand) > 0;
            case "+gte" -> key -> compare(field.apply(key), operand) >= 0;
            case "+lt" -> key -> compare(field.apply(key), operand) < 0;
            case "+lte" -> key -> compare(field.apply(key), operand) <= 0;
            default -> throw invalid("Unknown operator " + name);
        };
    }

    private static @Nullable Comparator<LinodeKey> order(JsonValue filter) {
        String name = filter.member("+order_by").flatMap(JsonValue::asString).orElse(null);
        if (name == null) {
            return null;
        }
        Function<LinodeKey, JsonValue> field = field(name);
        Comparator<LinodeKey> ascending = (a, b) -> compare(field.apply(a), field.apply(b));
        String order = filter.member("+order").flatMap(JsonValue::asString).orElse("asc");
        return switch (order) {
            case "asc" -> ascending;
            case "desc" -> ascending.reversed();
            default -> throw invalid("+order must be asc or desc");
        };
    }

    private static List<JsonValue> list(String name, JsonValue value) {
        if (value.kind() != JsonValue.Kind.ARRAY) {
            throw invalid(name + " must be a list");
        }
        return value.elements();
    }

    private static Function<LinodeKey, JsonValue> field(String name) {
        Function<LinodeKey, JsonValue> field = FIELDS.get(name);
        if (field == null) {
            throw invalid("Cannot filter on " + name);
        }
        return field;
    }

    private static boolean same(JsonValue a, JsonValue b) {
        return a.kind() == b.kind() && compare(a, b) == 0;
    }

    private static int compare(JsonValue a, JsonValue b) {
        BigDecimal left = a.asNumber().orElse(null);
        BigDecimal right = b.asNumber().orElse(null);
        return left != null && right != null ? left.compareTo(right) : text(a).compareTo(text(b));
    }

    private static String text(JsonValue value) {
        return value.asString().orElseGet(value::toJson);
    }

    private static LinodeProblem invalid(String reason) {
        return LinodeProblem.invalid("X-Filter", reason);
    }
}
