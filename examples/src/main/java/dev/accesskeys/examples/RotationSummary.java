package dev.accesskeys.examples;

import dev.accesskeys.examples.rotation.Clouds;
import dev.accesskeys.examples.rotation.Rehearsal;
import dev.accesskeys.examples.rotation.Tally;
import dev.accesskeys.examples.rotation.Timeline;
import dev.accesskeys.keys.AccessKeyProvider;
import dev.accesskeys.keys.AccessKeyServices;
import dev.accesskeys.keys.Capabilities;
import dev.accesskeys.keys.PreviousKeyState;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a rehearsal has shown: what happened when, how the applications fared, and whether that is what was promised. */
final class RotationSummary {

    private final PrintStream out;
    private final Clouds clouds;
    private final Rehearsal.Result result;
    private final Map<String, Capabilities> capabilities;
    private final Map<String, Tally> tallies;

    RotationSummary(PrintStream out, Clouds clouds, Rehearsal.Result result) {
        this.out = out;
        this.clouds = clouds;
        this.result = result;
        this.capabilities = AccessKeyServices.providers().stream()
                .collect(Collectors.toMap(AccessKeyProvider::id, AccessKeyProvider::capabilities));
        this.tallies = result.tallies().stream().collect(Collectors.toMap(Tally::provider, Function.identity()));
    }

    /** Prints all of it and gives the exit status: 0 if every promise was kept. */
    int print() {
        out.println("\nTimeline, in seconds, from the audit log:\n");
        printTimeline();
        out.println("How the applications fared:\n");
        printTallies();
        tallies.values().stream().filter(tally -> tally.failed() > 0).forEach(this::explain);
        return verdict();
    }

    private void printTimeline() {
        Table table = new Table("s", "provider", "what happened", "key");
        for (Timeline.Moment moment : result.timeline().moments()) {
            table.row(String.format("%5s", seconds(moment.at())), moment.who(), moment.what(), moment.key());
        }
        out.println(table);
    }

    private void printTallies() {
        Table table = new Table(
                "provider", "old and new key", "writes", "failed writes", "longest gap", "keys made", "keys left");
        for (String provider : List.of("linode", "nscale", "tensorpool", "cloudflare")) {
            Tally tally = tallies.get(provider);
            table.row(
                    provider,
                    overlap(capabilitiesOf(provider)),
                    tally == null ? "–" : tally.writes(),
                    tally == null ? "–" : tally.failed(),
                    tally == null ? "–" : seconds(tally.longestGap()) + " s",
                    clouds.keysMade(provider),
                    clouds.keysLeft(provider));
        }
        out.println(table);
        out.println("""
                  Keys made: as the providers themselves count, with those whose answer was lost. Keys left: what can
                  still be used; Cloudflare publishes the previous signing key for 7 days more.
                """);
    }

    private static String overlap(Capabilities capabilities) {
        return switch (capabilities.afterRotation()) {
            case STILL_VALID -> "overlap";
            case VALID_UNTIL -> "overlap, ends by itself";
            case DEAD -> "CUT-OVER";
        };
    }

    /** Failures of a cut-over are what its name says, and are shown all the same. */
    private void explain(Tally tally) {
        out.printf(
                "  %s: %d writes failed (%s) between %s s and %s s. %s%n",
                tally.provider(),
                tally.failed(),
                tally.reasons(),
                tally.firstFailure().map(this::seconds).orElse(""),
                tally.lastFailure().map(this::seconds).orElse(""),
                overlaps(tally)
                        ? "That must not happen."
                        : "The old pair was dead and the application had not read the new one yet.");
    }

    private boolean overlaps(Tally tally) {
        return capabilitiesOf(tally.provider()).afterRotation() != PreviousKeyState.DEAD;
    }

    private Capabilities capabilitiesOf(String provider) {
        return Objects.requireNonNull(capabilities.get(provider), provider);
    }

    private int verdict() {
        int lost = result.tallies().stream()
                .filter(this::overlaps)
                .mapToInt(Tally::failed)
                .sum();
        boolean recovered = result.tallies().stream().allMatch(Tally::recovered);
        out.println("  The rotator died " + (result.deaths() == 1 ? "once" : result.deaths() + " times")
                + ". Rotated to the end: " + String.join(", ", result.timeline().completed()) + ".");
        out.println("  Failed writes where old and new key work side by side: " + (lost == 0 ? "zero" : lost) + ".");
        return lost == 0 && recovered && result.isComplete() ? 0 : 1;
    }

    private String seconds(Instant at) {
        return seconds(Duration.between(result.start(), at));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }
}
