package dev.accesskeys.testing;

import dev.accesskeys.http.Headers;
import dev.accesskeys.json.JsonValue;
import java.nio.charset.StandardCharsets;

/** What came back, by whichever face. */
public final class Answer {

    private final int status;
    private final Headers headers;
    private final byte[] body;

    Answer(int status, Headers headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public Headers headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonValue json() {
        return JsonValue.parse(body);
    }

    /** A member of the document that is a text. */
    public String text(String member) {
        return json().member(member).flatMap(JsonValue::asString).orElseThrow();
    }

    public long number(String member) {
        return json().member(member).flatMap(JsonValue::asNumber).orElseThrow().longValueExact();
    }

    public String header(String name) {
        return headers.first(name).orElseThrow();
    }
}
