package dev.accesskeys.testprovider;

import dev.accesskeys.Secret;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.json.JsonWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the invented provider keeps. */
public record Thing(
        long id,
        String name,
        @Nullable Secret secret,
        @Nullable Instant created) {

    public static Thing read(JsonReader in) {
        Long id = null;
        String name = null;
        Secret secret = null;
        Instant created = null;
        in.beginObject();
        while (in.nextMember()) {
            switch (in.memberName()) {
                case "id" -> id = in.readLong();
                case "name" -> name = in.readString();
                case "secret" -> secret = in.readSecret("[REDACTED]");
                case "created" -> created = in.readNull() ? null : in.readInstant();
                default -> in.skip();
            }
        }
        if (id == null) {
            throw in.missing("id");
        }
        if (name == null) {
            throw in.missing("name");
        }
        return new Thing(id, name, secret, created);
    }

    static void writeName(JsonWriter out, String name) {
        out.beginObject();
        out.name("name").value(name);
        out.endObject();
    }
}
