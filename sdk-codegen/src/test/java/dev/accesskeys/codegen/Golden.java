package dev.accesskeys.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A feature of the generator: a folder below {@code golden} with a document, the sources that are of interest for it in
 * {@code expected}, and in {@code support} what a provider would write by hand. Generated and compiled once for all tests.
 */
final class Golden {

    private static final Path FEATURES = Path.of("src/test/resources/golden");
    private static final Path RESULTS = Path.of("target/golden");

    private static final Map<String, Golden> GENERATED = new ConcurrentHashMap<>();

    private final String feature;
    private final Map<String, String> sources;
    private final List<String> complaints;

    private Golden(String feature) {
        this.feature = feature;
        this.sources = generate("sources");
        this.complaints = compile();
    }

    static Golden of(String feature) {
        return GENERATED.computeIfAbsent(feature, Golden::new);
    }

    /** The names of all features. */
    static List<String> features() {
        try (Stream<Path> features = Files.list(FEATURES)) {
            return features.map(each -> each.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was generated, by path. */
    Map<String, String> sources() {
        return sources;
    }

    /** What the compiler says about it. */
    List<String> complaints() {
        return complaints;
    }

    /** Generates once more. */
    Map<String, String> generateAgain() {
        return generate("again");
    }

    /** A generated model. */
    Class<?> model(String name) throws ClassNotFoundException {
        return Compilation.load(folder("classes")).loadClass(Generation.MODEL_PACKAGE + "." + name);
    }

    /** The sources that are compared, by path. */
    Map<String, String> expected() {
        Path expected = FEATURES.resolve(feature).resolve("expected");
        return Files.exists(expected) ? Generation.sources(expected) : Map.of();
    }

    /** Writes the sources that are compared anew; all of them if there are none. */
    void update() throws IOException {
        Map<String, String> expected = expected();
        for (Map.Entry<String, String> each : sources.entrySet()) {
            if (expected.isEmpty() || expected.containsKey(each.getKey())) {
                Path file = FEATURES.resolve(feature).resolve("expected").resolve(each.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, each.getValue());
            }
        }
    }

    private Map<String, String> generate(String name) {
        return Generation.generate(FEATURES.resolve(feature).resolve("document.yaml"), folder(name));
    }

    private List<String> compile() {
        List<String> all = new ArrayList<>(sources.values());
        Path support = FEATURES.resolve(feature).resolve("support");
        if (Files.exists(support)) {
            all.addAll(Generation.sources(support).values());
        }
        Path classes = folder("classes");
        try {
            emptied(classes);
            return Compilation.complaints(all, classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(String name) {
        return RESULTS.resolve(feature).resolve(name);
    }

    /** Empties a folder, for an earlier run may have left something in it. */
    static void emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }
}
