package dev.accesskeys.tensorpool;

import dev.accesskeys.keys.AccessKeyProvider;
import dev.accesskeys.keys.Capabilities;
import dev.accesskeys.keys.OpenedAccessKeys;
import java.util.List;
import java.util.Map;

/** Lets applications open TensorPool by its name; see {@link dev.accesskeys.keys.AccessKeyServices}. */
public final class TensorPoolAccessKeyProvider implements AccessKeyProvider {

    /** For {@link java.util.ServiceLoader}. */
    public TensorPoolAccessKeyProvider() {}

    @Override
    public String id() {
        return TensorPoolOperations.DESCRIPTION.id();
    }

    @Override
    public Capabilities capabilities() {
        return TensorPoolAccessKeys.CAPABILITIES;
    }

    @Override
    public List<String> settings() {
        return List.of("TENSORPOOL_KEY", "TENSORPOOL_ENGINE");
    }

    @Override
    public OpenedAccessKeys open(Map<String, String> configuration) {
        TensorPoolClient client = TensorPoolClient.fromEnv(configuration);
        return new OpenedAccessKeys(client.accessKeys(), client::close);
    }
}
