package dev.accesskeys.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.accesskeys.testing.linode.FakeLinode;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class FailedTestReportTest {

    @ExtendWith(FakeLinodeExtension.class)
    static class Sample {

        static FakeLinode last;

        @Test
        void passes(FakeLinode linode) {
            last = linode;
        }

        @Test
        void fails(FakeLinode linode) {
            last = linode;
            throw new AssertionError("on purpose");
        }
    }

    @ExtendWith(FakeLinodeExtension.class)
    static class WithConstructor {

        WithConstructor(FakeLinode linode) {
            assertThat(linode).isNotNull();
        }

        @Test
        void isNeverReached() {}
    }

    private static EngineExecutionResults run(Class<?> type, String method, Class<?>... parameters) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(type, method, parameters))
                .execute();
    }

    private static List<Map<String, String>> reports(EngineExecutionResults results) {
        return results.testEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .toList();
    }

    @Test
    void aFailedTestReportsWhatHappenedAtTheFake() {
        EngineExecutionResults results = run(Sample.class, "fails", FakeLinode.class);

        results.testEvents().assertStatistics(statistics -> statistics.failed(1));
        assertThat(reports(results))
                .singleElement()
                .satisfies(
                        report -> assertThat(report.get("ledger of FakeLinode")).contains("#  time"));
    }

    @Test
    void aPassedTestReportsNothing() {
        EngineExecutionResults results = run(Sample.class, "passes", FakeLinode.class);

        results.testEvents().assertStatistics(statistics -> statistics.succeeded(1));
        assertThat(reports(results)).isEmpty();
    }

    @Test
    void theFakeIsClosedBehindItsTest() {
        run(Sample.class, "fails", FakeLinode.class);

        assertThatThrownBy(() -> new Socket(
                        InetAddress.getLoopbackAddress(), Sample.last.baseUrl().getPort()))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void theFakeIsNotForConstructors() {
        EngineExecutionResults results = run(WithConstructor.class, "isNeverReached");

        results.testEvents()
                .assertStatistics(statistics -> statistics.succeeded(0).failed(1));
    }
}
