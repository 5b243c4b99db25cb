package dev.accesskeys.examples.rotation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A {@link RotatorProgram} in a JVM of its own, the same one that this program runs on. */
final class RotatorProcess implements AutoCloseable {

    private final Process process;

    private RotatorProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts the process.
     *
     * @param settings its environment: these and nothing else, so that it cannot reach a real provider
     */
    static RotatorProcess start(RotatorProgram.Call call, Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-classpath",
                System.getProperty("java.class.path"),
                RotatorProgram.class.getName()));
        command.addAll(List.of(call.arguments()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(settings);
        return new RotatorProcess(builder.start());
    }

    long pid() {
        return process.pid();
    }

    /** Hands on each line that it prints, until it ends; gives the exit status. */
    int await(Consumer<String> lines) throws IOException, InterruptedException {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.accept(line);
            }
        }
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
