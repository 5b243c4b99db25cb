package dev.accesskeys.rotation.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.Secret;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.rotation.KeyReference;
import dev.accesskeys.rotation.RotationOutcome;
import dev.accesskeys.rotation.RotationOutcome.Completed;
import dev.accesskeys.rotation.RotationOutcome.NeedsOperator;
import dev.accesskeys.rotation.RotationOutcome.NextCall;
import dev.accesskeys.rotation.RotationOutcome.NotDue;
import dev.accesskeys.rotation.RotationOutcome.OldKey;
import dev.accesskeys.rotation.RotationOutcome.Refused;
import dev.accesskeys.rotation.RotationOutcome.RolledBack;
import dev.accesskeys.rotation.RotationOutcome.WaitingForGrace;
import dev.accesskeys.rotation.RotationProblem;
import dev.accesskeys.rotation.RotationTarget;
import dev.accesskeys.rotation.SweepReport;
import dev.accesskeys.rotation.fleet.FleetResult.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table and the exit status. */
class FleetReportTest {

    private static final RotationTarget TARGET =
            new RotationTarget("linode", "https://api.example/v4", "", "memory:backup");
    private static final RotationTarget SHORT = new RotationTarget("tensorpool", "", "", "memory:t");
    private static final KeyReference OLD = KeyReference.of(AccessKeyId.of("linode", "17"), "AK17", "backup", null);
    private static final KeyReference NEW = KeyReference.of(AccessKeyId.of("linode", "18"), "AK18", "backup", null);
    private static final KeyReference ORGANISATION =
            KeyReference.of(AccessKeyId.of("tensorpool", "tp-1"), "tp-1", "", null);
    private static final Instant TIME = Instant.parse("2030-01-02T03:04:05Z");

    private static RotationOutcome completed() {
        return new Completed(SHORT, "run", ORGANISATION, ORGANISATION, TIME, OldKey.DEAD, Optional.empty(), List.of());
    }

    private static RotationOutcome waiting(String... warnings) {
        return new WaitingForGrace(TARGET, "run", OLD, NEW, TIME, false, List.of(warnings));
    }

    private static RotationOutcome needsOperator() {
        return new NeedsOperator(
                TARGET,
                "run",
                RotationProblem.NOT_VERIFIED,
                "A key could not be verified. Next: rotate().",
                OLD,
                NEW,
                List.of(NextCall.ROTATE),
                Secret.of("unsaved-secret"));
    }

    private static FleetResult of(Kind kind) {
        return FleetResult.of(TARGET, kind, "why", "Why it is so.");
    }

    private static int exitStatus(Kind... kinds) {
        return new FleetReport(List.of(kinds).stream().map(FleetReportTest::of).toList()).exitStatus();
    }

    @Test
    void theTableIsAlignedAndTellsWhatToLookAt() {
        FleetReport report = new FleetReport(List.of(
                FleetResult.of(waiting()),
                FleetResult.of(completed()),
                FleetResult.of(needsOperator()),
                FleetResult.of(new NotDue(SHORT, Optional.of(TIME), "Early.")),
                FleetResult.of(TARGET, Kind.LEFT_ALONE, "left alone after 3 failures", "Run again.")));

        assertThat(report).hasToString("""
                        TARGET                                          OUTCOME            OLD KEY           NEW KEY           UNTIL / WHY
                        linode https://api.example/v4 -> memory:backup  WAITING_FOR_GRACE  linode:17 (AK17)  linode:18 (AK18)  until 2030-01-02T03:04:05Z
                        tensorpool -> memory:t                          COMPLETED          tensorpool:tp-1   tensorpool:tp-1   old key ended with the rotation
                        linode https://api.example/v4 -> memory:backup  NEEDS_OPERATOR     linode:17 (AK17)  linode:18 (AK18)  a key could not be verified
                        tensorpool -> memory:t                          NOT_DUE            -                 -                 due from 2030-01-02T03:04:05Z
                        linode https://api.example/v4 -> memory:backup  LEFT_ALONE         -                 -                 left alone after 3 failures

                        5 targets: 1 COMPLETED, 1 WAITING_FOR_GRACE, 1 NOT_DUE, 1 NEEDS_OPERATOR, 1 LEFT_ALONE. Exit status 1.

                        To look at:
                          linode https://api.example/v4 -> memory:backup
                            NEEDS_OPERATOR: A key could not be verified. Next: rotate().
                          linode https://api.example/v4 -> memory:backup
                            LEFT_ALONE: Run again.
                        """);
    }

    @Test
    void aGoodReportHasNothingToLookAt() {
        FleetReport report =
                new FleetReport(List.of(FleetResult.of(new SweepReport(SHORT, List.of(OLD, ORGANISATION)))));

        assertThat(report).hasToString("""
                        TARGET                  OUTCOME  OLD KEY  NEW KEY  UNTIL / WHY
                        tensorpool -> memory:t  SWEPT    -        -        revoked linode:17 (AK17), tensorpool:tp-1

                        1 target: 1 SWEPT. Exit status 0.
                        """);
    }

    @Test
    void everyOutcomeHasFewWords() {
        assertThat(FleetResult.of(waiting("A listener failed.")).brief())
                .isEqualTo("until 2030-01-02T03:04:05Z; A listener failed.");
        assertThat(brief(OldKey.REVOKED_AND_REFUSED, null)).isEqualTo("old key revoked, and seen to be refused");
        assertThat(brief(OldKey.REVOKED, null)).isEqualTo("old key revoked");
        assertThat(brief(OldKey.ENDS_BY_ITSELF, TIME)).isEqualTo("old key works until 2030-01-02T03:04:05Z");
        assertThat(brief(OldKey.ENDS_BY_ITSELF, null)).isEqualTo("old key ends by itself");
        assertThat(FleetResult.of(new NotDue(TARGET, Optional.empty(), "Early."))
                        .brief())
                .isEqualTo("too early");
        assertThat(FleetResult.of(new Refused(TARGET, RotationProblem.STORE_EMPTY, "Empty."))
                        .brief())
                .isEqualTo("the store has no current key");
        FleetResult back = FleetResult.of(new RolledBack(TARGET, "run", OLD, Optional.of(NEW)));
        assertThat(back.brief()).isEqualTo("the old key is in use again");
        assertThat(back.newKey()).contains(NEW);
        assertThat(FleetResult.of(new WaitingForGrace(TARGET, "run", OLD, NEW, TIME, true, List.of()))
                        .brief())
                .isEqualTo("until 2030-01-02T03:04:05Z, rolling back");
    }

    private static String brief(OldKey fate, Instant until) {
        return FleetResult.of(new Completed(TARGET, "run", OLD, NEW, TIME, fate, Optional.ofNullable(until), List.of()))
                .brief();
    }

    @Test
    void aSecretThatNoStoreTookIsInTheResultAndNotInTheText() {
        FleetResult result = FleetResult.of(needsOperator());

        assertThat(result.outcome().flatMap(each -> ((NeedsOperator) each).unsavedSecret()))
                .contains(Secret.of("unsaved-secret"));
        assertThat(new FleetReport(List.of(result)).toString() + result).doesNotContain("unsaved-secret");
    }

    @Test
    void whatATextQuotesStaysOnItsLine() {
        FleetResult result = FleetResult.of(SHORT, Kind.FAILED, "two\nlines", "A proxy said:\r\n\u001b[2J and more.");

        assertThat(result).hasToString("FAILED tensorpool -> memory:t: two lines");
        assertThat(result.explanation()).isEqualTo("A proxy said:   [2J and more.");
    }

    @Test
    void theCountsLeaveOutWhatDidNotHappen() {
        FleetReport report = new FleetReport(List.of(of(Kind.REFUSED), of(Kind.COMPLETED), of(Kind.REFUSED)));

        assertThat(report.counts()).isEqualTo(Map.of(Kind.COMPLETED, 1, Kind.REFUSED, 2));
        assertThat(report.count(Kind.NOT_DUE)).isZero();
    }

    @Test
    void allGoodIsZero() {
        assertThat(exitStatus(
                        Kind.COMPLETED,
                        Kind.WAITING_FOR_GRACE,
                        Kind.NOT_DUE,
                        Kind.DONE_WITH_ANOTHER,
                        Kind.PLANNED,
                        Kind.SWEPT))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"COMPLETED", "WAITING_FOR_GRACE", "NOT_DUE", "DONE_WITH_ANOTHER", "PLANNED", "SWEPT"})
    void oneThatSomebodyHasToLookAtIsOne(Kind kind) {
        assertThat(exitStatus(Kind.COMPLETED, kind)).isEqualTo(1);
    }

    @Test
    void nothingDoneAtAllIsTwo() {
        assertThat(exitStatus(Kind.REFUSED, Kind.FAILED, Kind.LEFT_ALONE, Kind.NOT_BEGUN, Kind.HELD_BACK))
                .isEqualTo(2);
        assertThat(exitStatus(Kind.REFUSED, Kind.NEEDS_OPERATOR)).isEqualTo(1);
        assertThat(exitStatus(Kind.ROLLED_BACK)).isEqualTo(1);
    }

    @Test
    void theFirstSixKindsAreThoseOfTheOutcomes() {
        assertThat(Stream.of(Kind.values()).limit(RotationOutcome.Kind.values().length))
                .extracting(Kind::name)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(RotationOutcome.Kind.values()).map(Enum::name).toList());
    }
}
