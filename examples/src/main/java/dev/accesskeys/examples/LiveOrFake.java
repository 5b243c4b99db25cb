package dev.accesskeys.examples;

import dev.accesskeys.error.AccessKeysException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What the example of every provider has in common: embedded fake or real provider, agreement, errors, exit status. */
final class LiveOrFake {

    private final String provider;
    private final String warning;

    /**
     * Prepares a run.
     *
     * @param provider the provider's id
     * @param warning what the program changes at the real provider
     */
    LiveOrFake(String provider, String warning) {
        this.provider = provider;
        this.warning = warning;
    }

    /**
     * Runs a round and gives the exit status: 0 for success, 1 for a failure, 2 for wrong arguments.
     *
     * @param out where to print
     * @param round makes the round with the settings of the fake or of the environment
     * @param arguments {@code --live} and {@code --yes}, or none
     */
    int run(PrintStream out, BiConsumer<PrintStream, Map<String, String>> round, String... arguments) {
        List<String> given = Arrays.asList(arguments);
        if (!List.of("--live", "--yes").containsAll(given)) {
            out.println("Usage: [--live [--yes]]\n\n  --live  go to the real " + provider
                    + " with the settings in the environment; asks before it changes anything\n  --yes   do not ask");
            return 2;
        }
        try {
            if (given.contains("--live")) {
                out.println("The real " + provider + ". " + warning);
                if (!given.contains("--yes") && !Agreement.ask(out)) {
                    out.println("Nothing was sent.");
                    return 0;
                }
                round.accept(out, System.getenv());
            } else {
                onFake(out, round);
            }
            return 0;
        } catch (AccessKeysException e) {
            out.println("\n" + e.getClass().getSimpleName() + ": " + e.getMessage());
            return 1;
        }
    }

    private void onFake(PrintStream out, BiConsumer<PrintStream, Map<String, String>> round) {
        try (EmbeddedCloud cloud = EmbeddedCloud.start(provider)) {
            out.println(
                    "An embedded fake of " + provider + " at " + cloud.fake().baseUrl() + ", no account needed.\n");
            round.accept(out, cloud.settings());
            out.println("\nWhat happened at the server:");
            out.println(ServerSummary.of(cloud.fake().ledger()));
        }
    }
}
