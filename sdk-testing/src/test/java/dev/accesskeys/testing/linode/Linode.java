package dev.accesskeys.testing.linode;

import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.Answer;
import dev.accesskeys.testing.Calls;
import dev.accesskeys.testing.Face;
import java.io.IOException;
import java.util.List;

/** The calls and answers that the tests of the fake have in common. */
final class Linode {

    static final String KEYS = "/object-storage/keys";
    static final String KEY = "/object-storage/keys/{keyId}";

    private Linode() {}

    static FakeLinode fake(Face face, FakeLinode.Builder builder) {
        return face == Face.SERVER ? builder.start() : builder.inMemory();
    }

    static Calls calls(FakeLinode fake, Face face) {
        return Calls.to(fake, face).withToken(fake.token());
    }

    static Calls calls(FakeLinode fake) {
        return calls(fake, Face.IN_MEMORY);
    }

    static long create(Calls calls, String label) throws IOException {
        return calls.post(KEYS, "{\"label\":\"" + label + "\"}").number("id");
    }

    static List<String> labels(Answer page) {
        return page.json().members().get("data").elements().stream()
                .map(key -> key.member("label").flatMap(JsonValue::asString).orElseThrow())
                .toList();
    }

    static String reason(Answer answer) {
        return error(answer, "reason");
    }

    static String field(Answer answer) {
        return error(answer, "field");
    }

    private static String error(Answer answer, String member) {
        return answer.json()
                .members()
                .get("errors")
                .elements()
                .get(0)
                .member(member)
                .flatMap(JsonValue::asString)
                .orElse(null);
    }
}
