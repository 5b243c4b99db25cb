package dev.accesskeys.linode;

import dev.accesskeys.keys.AccessKeyProvider;
import dev.accesskeys.keys.Capabilities;
import dev.accesskeys.keys.OpenedAccessKeys;
import java.util.List;
import java.util.Map;

/** Lets applications open Linode by its name; see {@link dev.accesskeys.keys.AccessKeyServices}. */
public final class LinodeAccessKeyProvider implements AccessKeyProvider {

    /** For {@link java.util.ServiceLoader}. */
    public LinodeAccessKeyProvider() {}

    @Override
    public String id() {
        return LinodeOperations.DESCRIPTION.id();
    }

    @Override
    public Capabilities capabilities() {
        return LinodeAccessKeys.CAPABILITIES;
    }

    @Override
    public List<String> settings() {
        return List.of("LINODE_TOKEN", "LINODE_URL");
    }

    @Override
    public OpenedAccessKeys open(Map<String, String> configuration) {
        LinodeClient client = LinodeClient.fromEnv(configuration);
        return new OpenedAccessKeys(client.accessKeys(), client::close);
    }
}
