package dev.accesskeys.acorn;

import dev.accesskeys.keys.AccessKeyProvider;
import dev.accesskeys.keys.Capabilities;
import dev.accesskeys.keys.OpenedAccessKeys;
import java.util.List;
import java.util.Map;

/** Lets applications open Acorn by its name; see {@link dev.accesskeys.keys.AccessKeyServices}. */
public final class AcornAccessKeyProvider implements AccessKeyProvider {

    /** For {@link java.util.ServiceLoader}. */
    public AcornAccessKeyProvider() {}

    @Override
    public String id() {
        return AcornOperations.DESCRIPTION.id();
    }

    @Override
    public Capabilities capabilities() {
        return AcornAccessKeys.CAPABILITIES;
    }

    @Override
    public List<String> settings() {
        return List.of("ACORN_API_KEY", "ACORN_URL");
    }

    @Override
    public OpenedAccessKeys open(Map<String, String> configuration) {
        AcornClient client = AcornClient.fromEnv(configuration);
        return new OpenedAccessKeys(client.accessKeys(), client::close);
    }
}
