package example.api;

import dev.accesskeys.json.JsonDecoder;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.operation.Envelope;
import org.jspecify.annotations.Nullable;

/** An envelope, as a provider's module has it. */
public final class ExampleEnvelope implements Envelope {

    /** Makes the envelope. */
    public ExampleEnvelope() {}

    @Override
    public <T extends @Nullable Object> T unwrap(JsonReader in, JsonDecoder<T> payload) {
        return payload.read(in);
    }
}
