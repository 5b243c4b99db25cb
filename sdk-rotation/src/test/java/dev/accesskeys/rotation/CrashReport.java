package dev.accesskeys.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.rotation.Promises.Violation;
import dev.accesskeys.rotation.RotationOutcome.Kind;
import dev.accesskeys.rotation.internal.file.SimulatedDisk;
import dev.accesskeys.rotation.internal.file.SimulatedDisk.Loss;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Counts runs and what came of them, prints that in a line, and keeps it for the page that tells of it. */
final class CrashReport {

    private static final Path FILE = Path.of("target", "rotation-proof.properties");
    private static final int SHOWN = 10;
    private static final int THREADS = 4;

    private final String name;
    private final Map<Kind, Integer> ends = new EnumMap<>(Kind.class);
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<String> violations = new ArrayList<>();
    private final long start = System.nanoTime();
    private int runs;

    CrashReport(String name) {
        this.name = name;
    }

    /** A run to be made: which processes die where, and what of the disk is lost then. */
    record Case(CrashScene scene, List<Integer> crashes, String lost, Consumer<SimulatedDisk> loss) {

        static Case of(CrashScene scene, List<Integer> crashes, Loss loss) {
            return new Case(scene, crashes, loss.toString(), disk -> disk.crash(loss));
        }

        /** Chance decides, the same each time. */
        static Case of(CrashScene scene, List<Integer> crashes, long seed) {
            return new Case(scene, crashes, "by seed " + seed, new Chance(seed));
        }

        @Override
        public String toString() {
            return scene + " died at " + crashes + ", lost " + lost;
        }
    }

    private static final class Chance implements Consumer<SimulatedDisk> {

        private final Random random;

        Chance(long seed) {
            random = new Random(seed);
        }

        @Override
        public void accept(SimulatedDisk disk) {
            disk.crash(random);
        }
    }

    /** Runs them all, some at a time: most of a run is waiting for another thread. */
    List<CrashRun.Result> runAll(List<Case> cases) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<CrashRun.Result>> running = new ArrayList<>();
            cases.forEach(
                    each -> running.add(threads.submit(() -> CrashRun.of(each.scene(), each.crashes(), each.loss()))));
            List<CrashRun.Result> results = new ArrayList<>();
            for (int i = 0; i < cases.size(); i++) {
                CrashRun.Result result = running.get(i).get();
                add(result, cases.get(i).toString());
                results.add(result);
            }
            return results;
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError("a run did not come to its end", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void add(CrashRun.Result result, String how) {
        runs++;
        ends.merge(result.end(), 1, Integer::sum);
        String where = " ("
                + String.join(
                        "; ", result.points().stream().map(CrashReport::last).toList()) + ")";
        for (Violation violation : result.violations()) {
            violations.add(how + where + ": " + violation);
        }
    }

    private static String last(List<String> points) {
        return points.isEmpty() ? "at once" : "after " + points.get(points.size() - 1);
    }

    void number(String what, int value) {
        numbers.merge(what, value, Integer::sum);
    }

    int count(Kind end) {
        return ends.getOrDefault(end, 0);
    }

    /** Prints and keeps the counts; fails if a promise was broken. */
    void finish() {
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println("crash " + name + ": " + runs + " runs " + numbers + " " + ends + " violations="
                + violations.size() + " in " + millis + " ms");
        Map<String, Integer> all = new LinkedHashMap<>();
        numbers.forEach((what, value) -> all.put("crash." + what + "." + name, value));
        all.put("crash.runs." + name, runs);
        ends.forEach((end, count) -> all.put("crash.ends." + name + "." + end, count));
        keep(all);
        assertThat(violations.subList(0, Math.min(SHOWN, violations.size())))
                .as("%d violations", violations.size())
                .isEmpty();
    }

    /** Adds numbers to those of other tests. */
    static void keep(Map<String, Integer> counts) {
        Properties properties = new Properties();
        try {
            Files.createDirectories(FILE.getParent());
            if (Files.exists(FILE)) {
                try (Reader reader = Files.newBufferedReader(FILE)) {
                    properties.load(reader);
                }
            }
            counts.forEach((key, value) -> properties.setProperty(key, value.toString()));
            try (Writer writer = Files.newBufferedWriter(FILE)) {
                properties.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
