package dev.accesskeys.examples;

import dev.accesskeys.testing.FakeCloud;
import dev.accesskeys.testing.Lag;
import dev.accesskeys.testing.cloudflare.FakeCloudflare;
import dev.accesskeys.testing.linode.FakeLinode;
import dev.accesskeys.testing.nscale.FakeNscale;
import dev.accesskeys.testing.tensorpool.FakeTensorPool;
import java.util.Map;
import java.util.Optional;

/**
 * A provider as a fake on this machine, with the settings that lead to it.
 *
 * @param fake the fake
 * @param settings what {@link dev.accesskeys.keys.AccessKeyServices#open} needs to reach it
 * @param confirmation what confirms a change that hits more than one key; empty where none is asked for
 */
record EmbeddedCloud(FakeCloud fake, Map<String, String> settings, Optional<String> confirmation)
        implements AutoCloseable {

    static EmbeddedCloud start(String provider) {
        return switch (provider) {
            case "linode" -> linode();
            case "cloudflare" -> cloudflare();
            case "nscale" -> nscale();
            case "tensorpool" -> tensorpool();
            default -> throw new IllegalArgumentException("there is no fake of " + provider);
        };
    }

    private static EmbeddedCloud linode() {
        FakeLinode fake = FakeLinode.builder().keys(2).start();
        return new EmbeddedCloud(
                fake,
                Map.of(
                        "LINODE_TOKEN",
                        fake.token(),
                        "LINODE_URL",
                        fake.baseUrl().toString()),
                Optional.empty());
    }

    private static EmbeddedCloud cloudflare() {
        FakeCloudflare fake = FakeCloudflare.start();
        return new EmbeddedCloud(
                fake,
                Map.of(
                        "CLOUDFLARE_API_TOKEN", fake.apiToken(),
                        "CLOUDFLARE_BASE_URL", fake.baseUrl().toString(),
                        "CLOUDFLARE_ACCOUNT_ID", fake.accountId()),
                Optional.empty());
    }

    private static EmbeddedCloud nscale() {
        FakeNscale fake =
                FakeNscale.builder().keys(2).provisionedAfter(Lag.ofReads(3)).start();
        return new EmbeddedCloud(
                fake,
                Map.of(
                        "NSCALE_SERVICE_TOKEN", fake.token(),
                        "NSCALE_STORAGE_SERVICE_API_ENDPOINT", fake.baseUrl().toString(),
                        "NSCALE_ENDPOINT_ID", fake.project().endpointId()),
                Optional.empty());
    }

    private static EmbeddedCloud tensorpool() {
        FakeTensorPool fake = FakeTensorPool.builder().organisation("org-42").start();
        return new EmbeddedCloud(
                fake,
                Map.of(
                        "TENSORPOOL_KEY", fake.token(),
                        "TENSORPOOL_ENGINE", fake.baseUrl().toString(),
                        "TENSORPOOL_ORGANISATION", "org-42"),
                Optional.of("org-42"));
    }

    @Override
    public void close() {
        fake.close();
    }
}
