package dev.accesskeys.linode.model;

import dev.accesskeys.json.JsonCodec;
import java.nio.charset.StandardCharsets;

/** JSON with single quotes, which tests can be read with. */
final class Json {

    private Json() {}

    static <T> T read(JsonCodec<T> codec, String json) {
        return codec.fromJson(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    static <T> String write(JsonCodec<T> codec, T value) {
        return new String(codec.toJson(value), StandardCharsets.UTF_8).replace('"', '\'');
    }
}
