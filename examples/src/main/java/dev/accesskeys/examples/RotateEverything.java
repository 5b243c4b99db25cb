package dev.accesskeys.examples;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.examples.rotation.Clouds;
import dev.accesskeys.examples.rotation.Pace;
import dev.accesskeys.examples.rotation.Rehearsal;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rotates the keys of all four providers while applications write with them. On the way an answer is lost, and the program that
 * rotates is killed and started again; no write fails where old and new key work side by side. Runs on embedded fakes and an S3
 * server on this machine unless {@code --live} is given.
 */
public final class RotateEverything {

    private RotateEverything() {}

    /**
     * Runs the program.
     *
     * @param arguments see {@link RotateEverythingOptions#USAGE}
     */
    public static void main(String... arguments) {
        System.exit(run(System.out, arguments));
    }

    /** Runs the program and gives the exit status: 0 for success, 1 for a failure, 2 for wrong arguments. */
    static int run(PrintStream out, String... arguments) {
        try {
            RotateEverythingOptions options = RotateEverythingOptions.parse(arguments);
            return options.live()
                    ? new RotateLive(out, System.getenv(), options, RotateLive::askAtTheConsole).run()
                    : rehearse(out, options.byHand());
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage() + "\n\n" + RotateEverythingOptions.USAGE);
            return 2;
        } catch (AccessKeysException e) {
            out.println("\n" + e.getClass().getSimpleName() + ": " + e.getMessage());
            return 1;
        } catch (IOException e) {
            out.println("\nThe work folder cannot be used: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            out.println("\nInterrupted.");
            return 1;
        }
    }

    private static int rehearse(PrintStream out, boolean byHand) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("rotate-everything-");
        try (Clouds clouds = Clouds.start()) {
            return rehearse(out, clouds, folder, byHand);
        } finally {
            delete(folder);
        }
    }

    static int rehearse(PrintStream out, Clouds clouds, Path folder, boolean byHand)
            throws IOException, InterruptedException {
        out.println(
                "Four providers as embedded fakes and an S3 server on this machine; no account needed.\n"
                        + "Three applications write objects all the while, each with the key of its profile in one credentials file.\n"
                        + (byHand
                                ? "Kill the rotator once while it works: kill -9 with the pid that it shows.\n"
                                : "Ordered: Linode's first answer is lost, and the rotator dies once nscale's new key is published.\n"));
        Rehearsal.Result result = new Rehearsal(
                        out,
                        clouds,
                        folder,
                        byHand ? Pace.BY_HAND : Pace.QUICK,
                        byHand ? () -> awaitEnter(out) : () -> {})
                .run();
        return new RotationSummary(out, clouds, result).print();
    }

    private static void awaitEnter(PrintStream out) throws InterruptedException {
        out.println("  press Enter to start it again; it is in 3 seconds anyway");
        for (int tenths = 0; tenths < 30 && !isSomethingTyped(); tenths++) {
            Thread.sleep(100);
        }
    }

    private static boolean isSomethingTyped() {
        try {
            return System.in.available() > 0 && System.in.skip(System.in.available()) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
