package dev.accesskeys.operation;

import dev.accesskeys.json.JsonDecoder;
import dev.accesskeys.json.JsonReader;
import org.jspecify.annotations.Nullable;

/** The payload is one member of an object. */
final class MemberEnvelope implements Envelope {

    private final String name;

    MemberEnvelope(String name) {
        this.name = name;
    }

    @Override
    public <T extends @Nullable Object> T unwrap(JsonReader in, JsonDecoder<T> payload) {
        in.beginObject();
        while (in.nextMember()) {
            if (!in.memberName().equals(name)) {
                in.skip();
                continue;
            }
            T value = payload.read(in);
            while (in.nextMember()) {
                if (in.memberName().equals(name)) {
                    value = payload.read(in);
                } else {
                    in.skip();
                }
            }
            return value;
        }
        throw in.missing(name);
    }
}
