package dev.accesskeys.testing.cloudflare;

import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.Answer;
import dev.accesskeys.testing.Calls;
import dev.accesskeys.testing.Face;
import java.util.List;

/** The calls and answers that the tests of the fake have in common. */
final class Cloudflare {

    private Cloudflare() {}

    static FakeCloudflare fake(Face face, FakeCloudflare.Builder builder) {
        return face == Face.SERVER ? builder.start() : builder.inMemory();
    }

    static Calls calls(FakeCloudflare fake, Face face) {
        return Calls.to(fake, face).withToken(fake.apiToken());
    }

    static Calls calls(FakeCloudflare fake) {
        return calls(fake, Face.IN_MEMORY);
    }

    static String keys(FakeCloudflare fake) {
        return "/accounts/" + fake.accountId() + "/access/keys";
    }

    static String rotate(FakeCloudflare fake) {
        return keys(fake) + "/rotate";
    }

    static JsonValue result(Answer answer) {
        return answer.json().member("result").orElseThrow();
    }

    static JsonValue error(Answer answer) {
        return answer.json().member("errors").orElseThrow().elements().get(0);
    }

    static long code(JsonValue error) {
        return error.member("code").flatMap(JsonValue::asNumber).orElseThrow().longValueExact();
    }

    static long code(Answer answer) {
        return code(error(answer));
    }

    static List<JsonValue> chain(Answer answer) {
        return error(answer).member("error_chain").orElseThrow().elements();
    }
}
