package dev.accesskeys.testing.tensorpool;

import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.FakeResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forms in which the provider's errors come. */
public enum TensorPoolErrorForm {
    /** {@code {"detail": "…"}}. */
    DETAIL,
    /** {@code {"detail": [{"loc": […], "msg": "…", "type": "…"}]}}, as for status 422. */
    PROBLEMS,
    /** {@code {"error": "…"}}. */
    ERROR,
    /** {@code {"message": "…"}}. */
    MESSAGE,
    /** {@code {"external_message": "…"}}. */
    EXTERNAL_MESSAGE,
    /** The text as it is. */
    PLAIN_TEXT;

    FakeResponse answer(int status, String text) {
        return switch (this) {
            case DETAIL -> json(status, "detail", JsonValue.string(text));
            case PROBLEMS -> json(status, "detail", JsonValue.array(List.of(problem(text))));
            case ERROR -> json(status, "error", JsonValue.string(text));
            case MESSAGE -> json(status, "message", JsonValue.string(text));
            case EXTERNAL_MESSAGE -> json(status, "external_message", JsonValue.string(text));
            case PLAIN_TEXT -> FakeResponse.of(status, "text/plain", text);
        };
    }

    private static JsonValue problem(String text) {
        Map<String, JsonValue> problem = new LinkedHashMap<>();
        problem.put("loc", JsonValue.array(List.of(JsonValue.string("body"), JsonValue.number(0))));
        problem.put("msg", JsonValue.string(text));
        problem.put("type", JsonValue.string("value_error"));
        return JsonValue.object(problem);
    }

    private static FakeResponse json(int status, String member, JsonValue value) {
        return FakeResponse.json(status, JsonValue.object(Map.of(member, value)));
    }
}
