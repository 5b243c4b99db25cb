package dev.accesskeys.rotation.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.rotation.RotationTarget;
import dev.accesskeys.rotation.fleet.FleetResult.Kind;
import dev.accesskeys.testing.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is shown while a fleet is under way. */
class FleetProgressTest {

    private static final RotationTarget TARGET = new RotationTarget("linode", "", "", "memory:a");
    private static final FleetResult WAITING =
            FleetResult.of(TARGET, Kind.WAITING_FOR_GRACE, "until 2030-01-02T03:04:05Z", "");
    private static final FleetResult REFUSED =
            FleetResult.of(TARGET, Kind.REFUSED, "the store has no current key", "Put one in.");

    private final StringBuilder out = new StringBuilder();
    private final VirtualTime time = VirtualTime.create();

    private static FleetTally tally(int done, Map<Kind, Integer> counts) {
        return new FleetTally(4, done, counts, Optional.empty());
    }

    private void run(FleetProgress progress) {
        progress.begun(tally(0, Map.of()));
        progress.finished(WAITING, tally(1, Map.of(Kind.WAITING_FOR_GRACE, 1)));
        progress.finished(REFUSED, tally(2, Map.of(Kind.WAITING_FOR_GRACE, 1, Kind.REFUSED, 1)));
        progress.ended(tally(2, Map.of(Kind.WAITING_FOR_GRACE, 1, Kind.REFUSED, 1)));
    }

    @Test
    void aTerminalGetsABarThatIsWrittenOver() {
        run(new ProgressBar(out, 80));

        assertThat(out)
                .hasToString("\r[....................] 0/4"
                        + "\r[#####...............] 1/4: 1 WAITING_FOR_GRACE"
                        + "\r[##########..........] 2/4, 1 bad: 1 WAITING_FOR_GRACE, 1 REFUSED"
                        + "\r[##########..........] 2/4, 1 bad: 1 WAITING_FOR_GRACE, 1 REFUSED"
                        + "\n");
    }

    @Test
    void everythingElseGetsALineForEachTarget() {
        run(FleetProgress.to(out, false));

        assertThat(out).hasToString("""
                        1/4 WAITING_FOR_GRACE linode -> memory:a: until 2030-01-02T03:04:05Z
                        2/4 REFUSED linode -> memory:a: the store has no current key
                        """);
    }

    @Test
    void aBarIsNeverWiderThanTheTerminal() {
        run(new ProgressBar(out, 40));

        assertThat(out.toString().split("[\r\n]")).allMatch(line -> line.length() < 40);
        assertThat(out.toString()).contains("\r[##########..........] 2/4, 1 bad: 1 WA\r");
    }

    @Test
    void aShorterBarErasesTheLongerOne() {
        ProgressBar bar = new ProgressBar(out, 80);

        bar.finished(WAITING, new FleetTally(4, 3, Map.of(), Optional.of(Duration.ofSeconds(61))));
        bar.finished(WAITING, new FleetTally(4, 4, Map.of(), Optional.empty()));

        assertThat(out)
                .hasToString("\r[###############.....] 3/4, about 2 min left"
                        + "\r[####################] 4/4                  ");
    }

    @Test
    void theRestIsRoundedUpwards() {
        assertThat(shown(Duration.ofSeconds(9))).endsWith("about 10 s left");
        assertThat(shown(Duration.ofSeconds(59))).endsWith("about 60 s left");
        assertThat(shown(Duration.ofMinutes(59))).endsWith("about 60 min left");
        assertThat(shown(Duration.ofMinutes(60))).endsWith("about 2 h left");
    }

    private static String shown(Duration remaining) {
        StringBuilder out = new StringBuilder();
        new ProgressBar(out, 80).begun(new FleetTally(4, 3, Map.of(), Optional.of(remaining)));
        return out.toString();
    }

    @Test
    void aStreamThatIsNoTerminalGetsLines() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        FleetProgress.to(new PrintStream(bytes, true, StandardCharsets.UTF_8)).finished(WAITING, tally(1, Map.of()));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("1/4 WAITING_FOR_GRACE linode -> memory:a: until 2030-01-02T03:04:05Z\n");
    }

    @Test
    void nothingIsShownByDefault() {
        run(FleetProgress.none());

        assertThat(out).isEmpty();
    }

    @Test
    void aWidthThatMakesNoSenseIsNotUsed() {
        assertThat(Terminal.width(null)).isEqualTo(80);
        assertThat(Terminal.width("wide")).isEqualTo(80);
        assertThat(Terminal.width("99999")).isEqualTo(80);
        assertThat(Terminal.width("0")).isEqualTo(40);
        assertThat(Terminal.width("500")).isEqualTo(120);
        assertThat(Terminal.width("100")).isEqualTo(100);
    }

    @Test
    void aBrokenPipeIsWrittenToNoMore() {
        List<String> tried = new ArrayList<>();
        Appendable broken = new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                tried.add(text.toString());
                throw new IOException("broken pipe");
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) {
                throw new AssertionError();
            }

            @Override
            public Appendable append(char c) {
                throw new AssertionError();
            }
        };

        run(FleetProgress.to(broken, true));

        assertThat(tried).hasSize(1);
    }

    @Test
    void aProgressThatThrowsStopsNothing() {
        FleetProgress failing = new FleetProgress() {
            @Override
            public void begun(FleetTally tally) {
                throw new IllegalStateException();
            }

            @Override
            public void finished(FleetResult result, FleetTally tally) {
                throw new IllegalStateException();
            }
        };

        FleetReport report = RotatorFleet.builder()
                .addAll(new LinodeKeys(2).rotators())
                .progress(failing)
                .build()
                .rotate();

        assertThat(report.exitStatus()).isZero();
    }

    @Test
    void aRunTellsItsBeginningEveryTargetAndItsEnd() {
        RotatorFleet.builder()
                .addAll(new LinodeKeys(2).rotators())
                .progress(FleetProgress.to(out, true))
                .build()
                .rotate();

        assertThat(out.toString())
                .startsWith("\r[....................] 0/2\r[##########..........] 1/2: 1 WAITING_FOR_GRACE\r")
                .endsWith("\r[####################] 2/2: 2 WAITING_FOR_GRACE\n");
    }

    @Test
    void theRestIsEstimatedOnceEnoughIsDone() {
        List<Optional<Duration>> remaining = paced(16, 4, 4, 4, 4, 4, 4, 4, 4, 4);

        assertThat(remaining.subList(0, 7)).containsOnly(Optional.empty());
        assertThat(remaining.get(7)).contains(Duration.ofSeconds(32));
        assertThat(remaining.get(8)).contains(Duration.ofSeconds(28));
    }

    @Test
    void nothingIsEstimatedWhereThePaceChangesMuch() {
        List<Optional<Duration>> remaining = paced(16, 0, 0, 0, 0, 30, 30, 30, 30);

        assertThat(remaining).containsOnly(Optional.empty());
        assertThat(paced(16, 0, 0, 0, 0, 0, 0, 1, 60, 60)).containsOnly(Optional.empty());
    }

    @Test
    void nothingIsEstimatedInTheFirstSeconds() {
        assertThat(paced(100, 1, 1, 1, 1, 1, 1, 1, 1, 1)).containsOnly(Optional.empty());
    }

    /** What is told as remaining after each target, the seconds of each given. */
    private List<Optional<Duration>> paced(int total, int... seconds) {
        List<Optional<Duration>> remaining = new ArrayList<>();
        FleetProgress noting = new FleetProgress() {
            @Override
            public void finished(FleetResult result, FleetTally tally) {
                remaining.add(tally.remaining());
            }
        };
        Scoreboard board = new Scoreboard(total, 1, noting, time);
        board.begin();
        for (int each : seconds) {
            time.advance(Duration.ofSeconds(each));
            board.finished(WAITING);
        }
        return remaining;
    }
}
