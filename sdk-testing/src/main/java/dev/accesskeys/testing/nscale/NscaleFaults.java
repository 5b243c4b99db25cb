package dev.accesskeys.testing.nscale;

import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.testing.Fault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Faults in the way in which nscale has them. See {@link Fault} for those that any provider can have. */
public final class NscaleFaults {

    private NscaleFaults() {}

    /**
     * Answers 403 which says that the thing is in use; the request is <strong>not</strong> applied.
     *
     * @return the fault
     */
    public static Fault inUse() {
        return Fault.answer(error(403, "forbidden", "the resource is in use")).named("inUse");
    }

    /**
     * Answers with an error; the request is <strong>not</strong> applied.
     *
     * @param status the status
     * @param code the error code
     * @param description the description
     * @return the fault
     */
    public static Fault rejected(int status, String code, String description) {
        return Fault.answer(error(status, code, description)).named("rejected");
    }

    /**
     * Applies the request and answers 500 all the same: the key exists, and its secret is lost.
     *
     * @return the fault
     */
    public static Fault appliedButFailed() {
        return Fault.applyThenAnswer(error(500, "server_error", "unhandled error"))
                .named("appliedButFailed");
    }

    /**
     * Applies the creation of a key, and answers without {@code spec.secret}.
     *
     * @return the fault
     */
    public static Fault secretMissing() {
        return inSpec(spec -> spec.remove("secret")).named("secretMissing");
    }

    /**
     * Applies the creation of a key, and answers with an empty {@code spec.secret}.
     *
     * @return the fault
     */
    public static Fault secretEmpty() {
        return inSpec(spec -> spec.put("secret", JsonValue.string(""))).named("secretEmpty");
    }

    /**
     * Applies the request, and replaces a member of {@code metadata} in the object that is answered.
     *
     * @param member the member's name
     * @param value its value
     * @return the fault
     */
    public static Fault withMetadata(String member, JsonValue value) {
        return in("metadata", metadata -> metadata.put(member, value)).named("withMetadata " + member);
    }

    private static Fault inSpec(Consumer<Map<String, JsonValue>> change) {
        return in("spec", change);
    }

    private static Fault in(String part, Consumer<Map<String, JsonValue>> change) {
        return Fault.rewriteJson(document -> {
            Map<String, JsonValue> members = new LinkedHashMap<>(document.members());
            Map<String, JsonValue> changed = new LinkedHashMap<>(
                    members.getOrDefault(part, JsonValue.object(Map.of())).members());
            change.accept(changed);
            members.put(part, JsonValue.object(changed));
            return JsonValue.object(members);
        });
    }

    private static FakeResponse error(int status, String code, String description) {
        Map<String, JsonValue> error = new LinkedHashMap<>();
        error.put("error", JsonValue.string(code));
        error.put("error_description", JsonValue.string(description));
        error.put("trace_id", JsonValue.string("f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0"));
        return FakeResponse.json(status, JsonValue.object(error));
    }
}
