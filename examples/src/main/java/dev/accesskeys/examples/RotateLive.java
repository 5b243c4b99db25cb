package dev.accesskeys.examples;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.examples.rotation.Everything;
import dev.accesskeys.examples.rotation.Terms;
import dev.accesskeys.keys.AccessKeyProvider;
import dev.accesskeys.keys.AccessKeyServices;
import dev.accesskeys.rotation.RotationOutcome;
import dev.accesskeys.rotation.RotationOutcome.NeedsOperator;
import dev.accesskeys.rotation.RotationPlan;
import dev.accesskeys.rotation.fleet.FleetProgress;
import dev.accesskeys.rotation.fleet.FleetReport;
import dev.accesskeys.rotation.fleet.FleetResult;
import dev.accesskeys.rotation.fleet.RotatorFleet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The same with real keys: shows the plans, asks, and makes one call. */
final class RotateLive {

    private static final Duration GRACE = Duration.ofHours(24);
    private static final int IN_FLIGHT = 4;

    private final PrintStream out;
    private final Map<String, String> settings;
    private final RotateEverythingOptions options;
    private final Predicate<PrintStream> agreement;

    RotateLive(
            PrintStream out,
            Map<String, String> settings,
            RotateEverythingOptions options,
            Predicate<PrintStream> agreement) {
        this.out = out;
        this.settings = settings;
        this.options = options;
        this.agreement = agreement;
    }

    /** Somebody has to be there: a script that feeds an answer has not read the plans. */
    @SuppressWarnings("SystemConsoleNull") // where 22 to 24 give a console all the same, nobody types yes
    static boolean askAtTheConsole(PrintStream out) {
        if (System.console() == null) {
            out.println("There is no console to ask at.");
            return false;
        }
        return Agreement.ask(out);
    }

    int run() {
        Terms terms = new Terms(
                required("--folder", options.folder()),
                required("--credentials", options.credentials()),
                GRACE,
                options.profiles(),
                options.buckets(),
                options.confirmations(),
                null,
                options.certificatesAddress());
        try (Everything everything =
                Everything.open(providers(), settings, terms, rotator -> rotator.actor("RotateEverything --live"))) {
            RotatorFleet fleet = everything.fleet(IN_FLIGHT, FleetProgress.to(out));
            List<FleetResult> plans =
                    everything.fleet(IN_FLIGHT, FleetProgress.none()).plan().results();
            plans.forEach(this::show);
            List<RotationPlan> going = plans.stream()
                    .filter(each -> each.kind() == FleetResult.Kind.PLANNED)
                    .flatMap(each -> each.plan().stream())
                    .toList();
            if (going.isEmpty()) {
                out.println("There is nothing to do now. Nothing was changed.");
                return plans.stream().allMatch(each -> each.kind().isGood()) ? 0 : 1;
            }
            going.forEach(
                    plan -> out.println("This goes to the real " + plan.target().provider() + " and hits the "
                            + plan.blastRadius().name().toLowerCase(Locale.ROOT) + " of "
                            + plan.key().map(Object::toString).orElse("a key that is not known") + "."));
            if (!agreement.test(out)) {
                out.println("Nothing was changed.");
                return 0;
            }
            return finish(fleet.rotate(), terms.folder());
        }
    }

    private void show(FleetResult result) {
        out.println(result.plan().map(RotationPlan::toString).orElse(result + "\n  " + result.explanation() + "\n"));
    }

    private int finish(FleetReport report, Path folder) {
        out.println();
        out.println(report);
        report.results().forEach(result -> result.outcome().ifPresent(outcome -> keepUnsaved(outcome, folder)));
        if (report.count(FleetResult.Kind.WAITING_FOR_GRACE) > 0) {
            out.println("Old keys that work until a stated time are revoked by the same command, called after that.");
        }
        return report.exitStatus();
    }

    /** A secret that no store would take is in this process and nowhere else. */
    private void keepUnsaved(RotationOutcome outcome, Path folder) {
        if (!(outcome instanceof NeedsOperator stopped)
                || stopped.unsavedSecret().isEmpty()) {
            return;
        }
        Secret secret = stopped.unsavedSecret().get();
        String key = stopped.newKey().map(each -> each.id().toString()).orElse("new key");
        String name = "unsaved-" + outcome.target().provider();
        for (Path file : List.of(folder.resolve(name), Path.of(System.getProperty("user.home"), name))) {
            try {
                SecretFile.create(file).add(outcome.target().provider(), key, secret);
                out.println(
                        "The secret of " + key + " could not be put into its store. It is in " + file + " instead.");
                return;
            } catch (IOException e) {
                out.println("The secret of " + key + " could not be put into " + file + ": " + e.getMessage());
            }
        }
    }

    private List<String> providers() {
        if (!options.providers().isEmpty()) {
            return options.providers();
        }
        List<AccessKeyProvider> all = AccessKeyServices.providers();
        List<String> set = all.stream()
                .filter(provider -> provider.settings().stream().anyMatch(settings::containsKey))
                .map(AccessKeyProvider::id)
                .toList();
        if (set.isEmpty()) {
            StringBuilder names = new StringBuilder();
            all.forEach(each ->
                    names.append("\n  ").append(each.id()).append(": ").append(String.join(", ", each.settings())));
            throw new ConfigurationException(
                    "no provider's settings are in the environment",
                    "Set those of the providers whose keys shall be rotated:" + names);
        }
        return set;
    }

    private static Path required(String argument, Optional<Path> given) {
        return given.orElseThrow(() -> new IllegalArgumentException("--live needs " + argument));
    }
}
