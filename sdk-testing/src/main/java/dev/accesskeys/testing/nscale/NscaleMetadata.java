package dev.accesskeys.testing.nscale;

import dev.accesskeys.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the owner says about an endpoint or key. */
record NscaleMetadata(String name, @Nullable String description, List<JsonValue> tags) {

    NscaleMetadata {
        tags = List.copyOf(tags);
    }

    static NscaleMetadata named(String name) {
        return new NscaleMetadata(name, null, List.of());
    }
}
