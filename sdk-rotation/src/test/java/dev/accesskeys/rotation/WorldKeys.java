package dev.accesskeys.rotation;

import dev.accesskeys.Secret;
import dev.accesskeys.testing.nscale.NscaleStatus;
import java.util.List;

/** The keys that exist at a provider where several live side by side, as the provider itself knows them. */
final class WorldKeys {

    /** A key; its id is the provider's own, without the provider's name or the endpoint. */
    record Seen(String id, String accessKeyId, String name, Secret secret) {}

    private WorldKeys() {}

    static List<Seen> of(World world) {
        if (world instanceof LinodeWorld linode) {
            return linode.fake.account().keys().stream()
                    .map(key -> new Seen(
                            Long.toString(key.id()),
                            key.accessKey(),
                            key.label(),
                            linode.fake.account().secretOf(key.id())))
                    .toList();
        }
        if (world instanceof NscaleWorld nscale) {
            return nscale.fake.project().keys().stream()
                    .filter(key -> key.status() != NscaleStatus.DEPROVISIONING && key.status() != NscaleStatus.GONE)
                    .map(key -> new Seen(
                            key.id(),
                            key.accessKeyId(),
                            key.name(),
                            nscale.fake.project().secretOf(key.id())))
                    .toList();
        }
        return List.of();
    }
}
