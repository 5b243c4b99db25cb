package dev.accesskeys.examples;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.tensorpool.TensorPoolClient;
import dev.accesskeys.tensorpool.WholeOrganisation;
import dev.accesskeys.tensorpool.model.ObjectStorageCredentials;
import java.io.PrintStream;
import java.util.Map;

/** The one S3 key pair of an organisation at TensorPool: a rotation hits everyone, so it has to be confirmed by name. */
public final class TensorPoolCredentials {

    private TensorPoolCredentials() {}

    /**
     * Runs the program.
     *
     * @param arguments {@code --live} for the real TensorPool, with {@code TENSORPOOL_KEY}, and the id of the
     *     organisation in {@code TENSORPOOL_ORGANISATION} as your confirmation
     */
    public static void main(String... arguments) {
        System.exit(run(System.out, arguments));
    }

    static int run(PrintStream out, String... arguments) {
        return new LiveOrFake(
                        "tensorpool",
                        "This ROTATES THE KEY PAIR OF THE WHOLE ORGANISATION: the old one is dead at once, for everyone.")
                .run(out, TensorPoolCredentials::round, arguments);
    }

    private static void round(PrintStream out, Map<String, String> settings) {
        try (TensorPoolClient tensorPool = TensorPoolClient.fromEnv(settings)) {
            ObjectStorageCredentials before = tensorPool.objectStorage().credentials();
            show(out, "now", before);
            try {
                tensorPool.objectStorage().rotate(WholeOrganisation.named("someone-else"));
            } catch (AccessKeysException e) {
                out.println("  refused    " + e.getMessage());
            }
            WholeOrganisation confirmed = WholeOrganisation.named(settings.getOrDefault("TENSORPOOL_ORGANISATION", ""));
            show(out, "rotated", tensorPool.objectStorage().rotate(confirmed));
            show(out, "read again", tensorPool.objectStorage().credentials());
        }
    }

    private static void show(PrintStream out, String what, ObjectStorageCredentials credentials) {
        out.printf(
                "  %-10s %s of %s, secret %s%n",
                what,
                credentials.accessKeyId(),
                credentials.orgId(),
                credentials.secretAccessKey().masked());
    }
}
