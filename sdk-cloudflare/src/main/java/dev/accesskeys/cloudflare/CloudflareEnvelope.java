package dev.accesskeys.cloudflare;

import dev.accesskeys.json.JsonDecoder;
import dev.accesskeys.json.JsonLimits;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.operation.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cloudflare's envelope: {@code {"success": …, "errors": […], "messages": […], "result": …}}. An answer without success is a
 * failure, whatever its status. The published schema has the members of the payload beside {@code result}, the wire has them
 * inside: both are read, and inside wins.
 */
public final class CloudflareEnvelope implements Envelope {

    private static final String SUCCESS = "success";
    private static final String RESULT = "result";
    private static final Set<String> OWN = Set.of(SUCCESS, RESULT, "errors", "messages", "result_info");

    /** Made by generated code. */
    public CloudflareEnvelope() {}

    @Override
    public <T extends @Nullable Object> T unwrap(JsonReader in, JsonDecoder<T> payload) {
        Boolean success = null;
        JsonValue result = JsonValue.ofNull();
        Map<String, JsonValue> all = new LinkedHashMap<>();
        in.beginObject();
        while (in.nextMember()) {
            String name = in.memberName();
            if (name.equals(SUCCESS)) {
                success = in.readBoolean();
            } else if (name.equals(RESULT)) {
                result = in.readValue();
            } else if (OWN.contains(name)) {
                in.skip();
            } else {
                all.put(name, in.readValue());
            }
        }
        if (success == null) {
            throw in.missing(SUCCESS);
        }
        if (!success) {
            throw new FailureReportedException();
        }
        all.putAll(result.members());
        // A result of another kind goes to the decoder as it is, which refuses it.
        boolean objectOrNothing = result.kind() == JsonValue.Kind.OBJECT || result.kind() == JsonValue.Kind.NULL;
        JsonValue whole = objectOrNothing ? JsonValue.object(all) : result;
        byte[] merged = whole.toJson().getBytes(StandardCharsets.UTF_8);
        try (JsonReader again = JsonReader.of(merged, JsonLimits.DEFAULT)) {
            return payload.read(again);
        }
    }
}
