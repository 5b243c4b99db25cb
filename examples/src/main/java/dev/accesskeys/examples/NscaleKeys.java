package dev.accesskeys.examples;

import dev.accesskeys.nscale.NscaleClient;
import dev.accesskeys.nscale.NscaleWaiters;
import dev.accesskeys.nscale.WaitOptions;
import dev.accesskeys.nscale.WaitProgress;
import dev.accesskeys.nscale.model.CreateObjectStorageAccessKeyRequest;
import dev.accesskeys.nscale.model.CreatedObjectStorageAccessKey;
import dev.accesskeys.nscale.model.ObjectStorageAccessKey;
import dev.accesskeys.nscale.model.ObjectStorageAccessKeyCreateSpec;
import dev.accesskeys.nscale.model.ProvisioningStatus;
import dev.accesskeys.nscale.model.ResourceMetadata;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;

/** A key at nscale, where it takes time to come and to go: take the secret first, then wait. */
public final class NscaleKeys {

    private NscaleKeys() {}

    /**
     * Runs the program.
     *
     * @param arguments {@code --live} for the real nscale, with {@code NSCALE_ENDPOINT_ID}, the address and a credential
     */
    public static void main(String... arguments) {
        System.exit(run(System.out, arguments));
    }

    static int run(PrintStream out, String... arguments) {
        return new LiveOrFake("nscale", "This creates an access key at the endpoint and deletes it again.")
                .run(out, NscaleKeys::round, arguments);
    }

    private static void round(PrintStream out, Map<String, String> settings) {
        String endpoint = settings.getOrDefault("NSCALE_ENDPOINT_ID", "");
        try (NscaleClient nscale = NscaleClient.fromEnv(settings)) {
            CreatedObjectStorageAccessKey created =
                    nscale.objectStorageAccessKeys().create(endpoint, request());
            String key = created.metadata().id();
            out.println("  created    " + key + ", secret "
                    + created.spec().secret().masked() + " (shown this once)");

            NscaleWaiters waiters = nscale.waiters()
                    .with(WaitOptions.defaults()
                            .withPauses(Duration.ofMillis(200), Duration.ofSeconds(5))
                            .withListener(progress -> show(out, progress)));
            ObjectStorageAccessKey ready = waiters.untilKeyProvisioned(endpoint, key);
            out.println("  works      as " + ready.spec().accessKeyId().orElse("?"));

            nscale.objectStorageAccessKeys().delete(endpoint, key);
            waiters.untilKeyGone(endpoint, key);
            out.println("  gone       " + key);
        }
    }

    private static CreateObjectStorageAccessKeyRequest request() {
        return CreateObjectStorageAccessKeyRequest.builder()
                .metadata(ResourceMetadata.builder().name("nscale-keys-example").build())
                .spec(ObjectStorageAccessKeyCreateSpec.builder()
                        .identityPolicy("system-default-admin")
                        .build())
                .build();
    }

    private static void show(PrintStream out, WaitProgress progress) {
        String state = progress.status().map(ProvisioningStatus::value).orElse("not there");
        out.println("  waiting    " + state + " after " + progress.elapsed().toMillis() + " ms");
    }
}
