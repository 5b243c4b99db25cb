package dev.accesskeys.examples;

import dev.accesskeys.cloudflare.CloudflareClient;
import dev.accesskeys.cloudflare.RotatedSigningKeys;
import dev.accesskeys.cloudflare.model.SigningKeySchedule;
import dev.accesskeys.cloudflare.model.UpdateSigningKeysRequest;
import dev.accesskeys.error.AccessKeysException;
import java.io.PrintStream;
import java.util.Map;

/**
 * The signing keys of Cloudflare Access: look at the schedule, change it, rotate, and see the second rotation refused because
 * it would end a key that is still in use.
 */
public final class CloudflareSigningKeys {

    private CloudflareSigningKeys() {}

    /**
     * Runs the program.
     *
     * @param arguments {@code --live} for the real Cloudflare, with {@code CLOUDFLARE_ACCOUNT_ID} and a credential
     */
    public static void main(String... arguments) {
        System.exit(run(System.out, arguments));
    }

    static int run(PrintStream out, String... arguments) {
        return new LiveOrFake("cloudflare", "This sets the rotation interval to 60 days and rotates the signing key.")
                .run(out, CloudflareSigningKeys::round, arguments);
    }

    private static void round(PrintStream out, Map<String, String> settings) {
        String account = settings.getOrDefault("CLOUDFLARE_ACCOUNT_ID", "");
        try (CloudflareClient cloudflare = CloudflareClient.fromEnv(settings)) {
            show(out, "schedule", cloudflare.signingKeys().get(account));
            show(
                    out,
                    "changed",
                    cloudflare
                            .signingKeys()
                            .update(
                                    account,
                                    UpdateSigningKeysRequest.builder()
                                            .keyRotationIntervalDays(60)
                                            .build()));
            RotatedSigningKeys rotated = cloudflare.signingKeys().rotate(account);
            out.println("  rotated    " + rotated);
            try {
                cloudflare.signingKeys().rotate(account);
            } catch (AccessKeysException e) {
                out.println("  refused    " + e.getMessage());
            }
        }
    }

    private static void show(PrintStream out, String what, SigningKeySchedule schedule) {
        out.printf("  %-10s %s%n", what, schedule);
    }
}
