package dev.accesskeys.examples.rotation;

import dev.accesskeys.rotation.audit.RotationEvent;
import dev.accesskeys.rotation.audit.RotationListener;
import dev.accesskeys.rotation.fleet.FleetProgress;
import dev.accesskeys.rotation.fleet.FleetReport;
import dev.accesskeys.rotation.fleet.FleetResult;
import dev.accesskeys.rotation.fleet.FleetTally;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The program that a cron job would run: it rotates what is due, goes on with what is under way, and ends. Here it runs as a
 * process of its own, so that it can be killed. Tokens come by the environment, for arguments can be seen by others.
 */
public final class RotatorProgram {

    /** What a shell tells of a process that ended by {@code kill -9}. */
    static final int KILLED = 128 + 9;

    private RotatorProgram() {}

    /**
     * Makes one call.
     *
     * @param arguments what {@link Call#arguments()} gives
     */
    public static void main(String... arguments) {
        Call call = Call.parse(arguments);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(rotate(out, call, System.getenv()).exitStatus());
    }

    private static FleetReport rotate(PrintStream out, Call call, Map<String, String> settings) {
        Terms terms = new Terms(
                call.folder(),
                call.folder().resolve("credentials"),
                call.pace().grace(),
                Map.of(),
                Map.of(),
                Map.of(
                        "tensorpool", settings.getOrDefault("TENSORPOOL_ORGANISATION", ""),
                        "cloudflare", settings.getOrDefault("CLOUDFLARE_ACCOUNT_ID", "")),
                call.s3(),
                call.certificates());
        try (Everything everything = Everything.open(
                Clouds.PROVIDERS,
                settings,
                terms,
                rotator -> rotator.settleTime(Pace.SETTLE)
                        .verification(call.pace().verification())
                        .actor("RotateEverything")
                        .listener(call.pace() == Pace.BY_HAND ? teller(out) : event -> {})
                        .listener(call.dies() ? RotatorProgram::dieOnceNscaleIsPublished : event -> {}))) {
            // One after the other, so that the timeline can be read from top to bottom and a crash hits the same spot
            // every time.
            return everything.fleet(1, lines(out)).rotate();
        }
    }

    private static RotationListener teller(PrintStream out) {
        return event -> {
            Timeline.Moment moment = Timeline.moment(event);
            if (moment.isTold() && event.type() != RotationEvent.Type.ENDED) {
                out.println("  " + moment);
            }
        };
    }

    /** Nothing is closed, no finally block runs: what the operating system has by now is all that stays. */
    private static void dieOnceNscaleIsPublished(RotationEvent event) {
        if (event.type() == RotationEvent.Type.PUBLISHED
                && event.target().provider().equals("nscale")) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private static FleetProgress lines(PrintStream out) {
        return new FleetProgress() {
            @Override
            public void finished(FleetResult result, FleetTally tally) {
                out.printf("  %-12s%s: %s%n", result.target().provider(), result.kind(), result.brief());
            }
        };
    }

    /**
     * How to make the call.
     *
     * @param folder where everything is
     * @param s3 where keys are tried
     * @param certificates where signing keys are published
     * @param pace how quickly
     * @param dies whether it dies on the way
     */
    record Call(Path folder, URI s3, URI certificates, Pace pace, boolean dies) {

        static Call parse(String... arguments) {
            return new Call(
                    Path.of(arguments[0]),
                    URI.create(arguments[1]),
                    URI.create(arguments[2]),
                    Pace.valueOf(arguments[3]),
                    Boolean.parseBoolean(arguments[4]));
        }

        String[] arguments() {
            return new String[] {
                folder.toString(), s3.toString(), certificates.toString(), pace.name(), Boolean.toString(dies)
            };
        }
    }
}
