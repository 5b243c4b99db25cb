package dev.accesskeys.rotation.store;

import dev.accesskeys.Secret;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.json.JsonLimits;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.json.JsonWriter;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.S3Endpoint;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a store holds, as a text of JSON for a vault. Holds secrets. */
final class StoreDocument {

    private static final int FORMAT = 1;

    private StoreDocument() {}

    static Secret write(StoreContents contents) {
        JsonWriter out = new JsonWriter();
        out.beginObject().name("format").value(FORMAT);
        key(out, "current", contents.current());
        key(out, "pending", contents.pending());
        key(out, "previous", contents.previous());
        text(out, "reserved_for", contents.reservation());
        out.endObject();
        return Secret.of(new String(out.toByteArray(), StandardCharsets.UTF_8));
    }

    /** Reads what {@link #write} gave; whatever else is there is refused, for it would be lost by the next writing. */
    static StoreContents read(Secret document, String store) {
        byte[] bytes = document.reveal().getBytes(StandardCharsets.UTF_8);
        try (JsonReader in = JsonReader.of(bytes, JsonLimits.DEFAULT)) {
            Fields fields = new Fields(in);
            fields.readAll();
            in.end();
            if (fields.format != FORMAT) {
                throw new StoreException(
                        "the document of " + store + " has format " + fields.format + " instead of " + FORMAT,
                        "Use the version of this SDK that wrote it.",
                        null);
            }
            return new StoreContents(fields.current, fields.pending, fields.previous, fields.reservation);
        } catch (StoreException e) {
            throw e;
        } catch (AccessKeysException | IllegalArgumentException e) {
            // the cause is left out: it may tell a part of the text
            throw unreadable(store);
        }
    }

    private static StoreException unreadable(String store) {
        return new StoreException(
                "the document of " + store + " is not one that this SDK has written",
                "Look at it in the vault; put back its last good version, or remove it to begin anew.",
                null);
    }

    private static void key(JsonWriter out, String name, Optional<StoredKey> key) {
        key.ifPresent(there -> {
            out.name(name).beginObject();
            text(out, "access_key_id", there.accessKeyId());
            out.name("secret_access_key").value(there.secret());
            text(
                    out,
                    "endpoint_url",
                    there.endpoint().map(endpoint -> endpoint.url().toString()));
            text(out, "region", there.endpoint().map(S3Endpoint::region));
            text(out, "access_key_ref", there.id().map(AccessKeyId::toString));
            text(out, "rotation_attempt", there.attempt());
            out.endObject();
        });
    }

    private static void text(JsonWriter out, String name, Optional<String> value) {
        value.ifPresent(text -> out.name(name).value(text));
    }

    /** The members while they are read. */
    private static final class Fields {

        private final JsonReader in;
        private long format;
        private @Nullable StoredKey current;
        private @Nullable StoredKey pending;
        private @Nullable StoredKey previous;
        private @Nullable String reservation;

        Fields(JsonReader in) {
            this.in = in;
        }

        void readAll() {
            in.beginObject();
            while (in.nextMember()) {
                switch (in.memberName()) {
                    case "format" -> format = in.readLong();
                    case "current" -> current = key();
                    case "pending" -> pending = key();
                    case "previous" -> previous = key();
                    case "reserved_for" -> reservation = in.readString();
                    default -> throw in.mismatch("no other member");
                }
            }
        }

        private StoredKey key() {
            String accessKeyId = null;
            Secret secret = null;
            String url = null;
            String region = "";
            String ref = null;
            String attempt = null;
            in.beginObject();
            while (in.nextMember()) {
                switch (in.memberName()) {
                    case "access_key_id" -> accessKeyId = in.readString();
                    case "secret_access_key" -> secret = in.readSecret();
                    case "endpoint_url" -> url = in.readString();
                    case "region" -> region = in.readString();
                    case "access_key_ref" -> ref = in.readString();
                    case "rotation_attempt" -> attempt = in.readString();
                    default -> throw in.mismatch("no other member");
                }
            }
            if (secret == null) {
                throw in.missing("secret_access_key");
            }
            return StoredKey.builder(secret)
                    .accessKeyId(accessKeyId)
                    .endpoint(url == null ? null : new S3Endpoint(URI.create(url), region))
                    .id(ref == null ? null : AccessKeyId.parse(ref))
                    .attempt(attempt)
                    .build();
        }
    }
}
