package dev.accesskeys.testing.nscale;

import dev.accesskeys.error.DecodingException;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.FakeRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and checks the body of a request. */
final class NscaleBody {

    private final JsonValue body;

    private NscaleBody(JsonValue body) {
        this.body = body;
    }

    static NscaleBody of(FakeRequest request) {
        try {
            JsonValue body = JsonValue.parse(request.body());
            if (body.kind() == JsonValue.Kind.OBJECT) {
                return new NscaleBody(body);
            }
        } catch (DecodingException e) {
            // Answered below, as for JSON that is no object.
        }
        throw NscaleProblem.invalid("unable to decode the body");
    }

    NscaleMetadata metadata() {
        JsonValue metadata = body.member("metadata").orElseThrow(() -> missing("metadata"));
        String name = metadata.member("name").flatMap(JsonValue::asString).orElseThrow(() -> missing("metadata.name"));
        if (name.length() > 63 || !name.matches("[0-9A-Za-z]([-0-9A-Za-z_.]*[0-9A-Za-z])?")) {
            throw NscaleProblem.invalid("metadata.name does not match the pattern");
        }
        return new NscaleMetadata(
                name,
                metadata.member("description").flatMap(JsonValue::asString).orElse(null),
                metadata.member("tags").map(JsonValue::elements).orElse(List.of()));
    }

    String spec(String member) {
        return body.member("spec")
                .flatMap(spec -> spec.member(member))
                .flatMap(JsonValue::asString)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> missing("spec." + member));
    }

    /** Null where the member is absent. */
    @Nullable
    List<JsonValue> policies() {
        Optional<JsonValue> policies = body.member("spec").flatMap(spec -> spec.member("identityPolicies"));
        policies.map(JsonValue::elements).orElse(List.of()).forEach(policy -> {
            if (policy.member("name").isEmpty() || policy.member("document").isEmpty()) {
                throw NscaleProblem.invalid("an identity policy needs a name and a document");
            }
        });
        return policies.map(JsonValue::elements).orElse(null);
    }

    private static NscaleProblem missing(String member) {
        return NscaleProblem.invalid(member + " is required");
    }
}
