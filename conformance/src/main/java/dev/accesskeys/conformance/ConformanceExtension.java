package dev.accesskeys.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Makes the test fail in which an exchange with a fake was not as documented. Found by JUnit itself, for every test. */
public final class ConformanceExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(ConformanceExtension.class);

    /** The tag of a test that does on purpose what is not documented. */
    private static final String UNDOCUMENTED = "undocumented";

    /** More than one where a test starts JUnit once more. */
    private static final AtomicInteger RUNS = new AtomicInteger();

    /** Made by JUnit. */
    public ConformanceExtension() {}

    /** Whether tests fail because of violations: whether JUnit has found this extension. */
    public static boolean isActive() {
        return RUNS.get() > 0;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(NAMESPACE).computeIfAbsent(EndOfTheRun.class);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Findings.begin();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<Violation> violations = Findings.end();
        if (!context.getTags().contains(UNDOCUMENTED)) {
            failOn(violations);
        }
    }

    /** For what was sent before the first test or behind the last one. */
    @Override
    public void afterAll(ExtensionContext context) {
        failOn(Findings.end());
    }

    private static void failOn(List<Violation> violations) {
        if (!violations.isEmpty()) {
            StringBuilder message = new StringBuilder("not as documented in specs/:");
            violations.stream()
                    .distinct()
                    .forEach(each -> message.append("\n  ").append(each));
            throw new AssertionError(message.toString());
        }
    }

    /** Closed by JUnit behind the last test. */
    static final class EndOfTheRun implements AutoCloseable {

        EndOfTheRun() {
            RUNS.incrementAndGet();
        }

        @Override
        public void close() throws IOException {
            RUNS.decrementAndGet();
            String report = System.getProperty("conformance.report", "");
            List<String> lines = Exchanges.report();
            if (!report.isEmpty() && !lines.isEmpty()) {
                Files.write(Path.of(report), lines);
            }
            failOn(Findings.end());
        }
    }
}
