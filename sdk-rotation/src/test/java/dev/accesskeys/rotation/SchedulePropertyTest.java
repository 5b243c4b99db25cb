package dev.accesskeys.rotation;

import dev.accesskeys.rotation.Schedule.Place;
import dev.accesskeys.rotation.ScheduleEvent.Aim;
import dev.accesskeys.rotation.ScheduleEvent.Call;
import dev.accesskeys.rotation.ScheduleEvent.ClockOff;
import dev.accesskeys.rotation.ScheduleEvent.Crash;
import dev.accesskeys.rotation.ScheduleEvent.Edit;
import dev.accesskeys.rotation.ScheduleEvent.EditedByHand;
import dev.accesskeys.rotation.ScheduleEvent.FaultOn;
import dev.accesskeys.rotation.ScheduleEvent.JournalFails;
import dev.accesskeys.rotation.ScheduleEvent.Meanwhile;
import dev.accesskeys.rotation.ScheduleEvent.OldJournal;
import dev.accesskeys.rotation.ScheduleEvent.Pass;
import dev.accesskeys.rotation.ScheduleEvent.RevokedByHand;
import dev.accesskeys.rotation.ScheduleEvent.StoreFails;
import dev.accesskeys.rotation.ScheduleEvent.TokenOfAnother;
import dev.accesskeys.rotation.ScheduleEvent.Trouble;
import dev.accesskeys.rotation.ScheduleEvent.VerifierSays;
import dev.accesskeys.rotation.ScheduleEvent.What;
import dev.accesskeys.rotation.ScheduleEvent.Which;
import dev.accesskeys.rotation.verify.Verification.Answer;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/**
 * Whatever happens to a rotation, and in whatever order, the promises hold. A schedule that breaks one is made as short as
 * possible and printed as the Java that makes it, with the seed that finds it again: {@code @Property(seed = "…")}, or a test
 * of its own that calls {@link ScheduleRun#of}.
 *
 * <p>Exempt are, besides what a person has done between two effects of a call: how long a key was left alone, after the store
 * was edited by hand; and what an old copy of the journal cannot know.
 */
class SchedulePropertyTest {

    /** The build's share. */
    @Property(tries = 3_000, shrinking = ShrinkingMode.BOUNDED)
    void thePromisesHoldWhateverHappens(@ForAll("schedules") Schedule schedule) {
        ScheduleRun.of(schedule);
    }

    /** The same for the whole night. */
    @Property(tries = 100_000)
    @Tag("exhaustive")
    void thePromisesHoldWhateverHappensForVeryLong(@ForAll("schedules") Schedule schedule) {
        ScheduleRun.of(schedule);
    }

    @Provide
    Arbitrary<Schedule> schedules() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, schedules(technical(), Arbitraries.of(0, 1, 24))),
                Tuple.of(2, schedules(everything(), Arbitraries.of(0, 1, 24))));
    }

    private static Arbitrary<Schedule> schedules(Arbitrary<ScheduleEvent> events, Arbitrary<Integer> grace) {
        return Combinators.combine(
                        Arbitraries.of(Place.class),
                        grace,
                        Arbitraries.of(true, false),
                        events.list().ofMinSize(1).ofMaxSize(14))
                .as(Schedule::new);
    }

    /** What machines do to each other. */
    private static Arbitrary<ScheduleEvent> technical() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, call(0, What.ROTATE)),
                Tuple.of(1, call(0, What.ROLLBACK)),
                Tuple.of(1, call(0, What.SWEEP)),
                Tuple.of(1, call(0, What.PLAN)),
                Tuple.of(5, faults()),
                Tuple.of(4, crashes()),
                Tuple.of(4, passes()),
                Tuple.of(2, clocks()),
                Tuple.of(2, storeTroubles()),
                Tuple.of(1, journalTroubles()),
                Tuple.of(1, verifierTroubles()),
                Tuple.of(1, Arbitraries.of(true, false, false).map(TokenOfAnother::new)));
    }

    /** The same, with people. */
    private static Arbitrary<ScheduleEvent> everything() {
        Arbitrary<ScheduleEvent> hands = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(Which.class).map(RevokedByHand::new)),
                Tuple.of(2, Arbitraries.of(Edit.class).map(EditedByHand::new)));
        Arbitrary<ScheduleEvent> others = Arbitraries.of(What.ROTATE, What.ROTATE, What.ROLLBACK, What.SWEEP)
                .map(what -> new Call(1, what));
        Arbitrary<ScheduleEvent> meanwhile = Combinators.combine(
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.oneOf(hands, others, call(0, What.ROTATE), passes(), clocks()))
                .as(Meanwhile::new);
        return Arbitraries.frequencyOf(
                Tuple.of(20, technical()),
                Tuple.of(1, call(0, What.ABANDON)),
                Tuple.of(1, call(0, What.ROTATE_FIRST_KEY)),
                Tuple.of(1, Arbitraries.integers().between(1, 14).map(OldJournal::new)),
                Tuple.of(4, others),
                Tuple.of(3, hands),
                Tuple.of(4, meanwhile));
    }

    private static Arbitrary<ScheduleEvent> call(int seat, What what) {
        return Arbitraries.just(new Call(seat, what));
    }

    private static Arbitrary<ScheduleEvent> faults() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.of(Aim.ANY, Aim.READ, Aim.CREATE, Aim.CREATE, Aim.CREATE, Aim.DELETE),
                        Arbitraries.of(Trouble.class))
                .as((n, aim, trouble) -> new FaultOn(
                        aim == Aim.CREATE ? (n + 3) / 4 : aim == Aim.DELETE ? (n + 1) / 2 : n,
                        aim,
                        trouble == Trouble.UNAVAILABLE && aim == Aim.CREATE ? Trouble.DROP : trouble));
    }

    private static Arbitrary<ScheduleEvent> crashes() {
        return Combinators.combine(Arbitraries.integers().between(1, 75), Arbitraries.of(true, false))
                .as(Crash::new);
    }

    private static Arbitrary<ScheduleEvent> passes() {
        return Arbitraries.of(1, 40, 200, 3_600, 86_400, 90_000, 864_000)
                .map(seconds -> new Pass(Duration.ofSeconds(seconds)));
    }

    private static Arbitrary<ScheduleEvent> clocks() {
        return Arbitraries.of(0, -60, 60, -7_200, 7_200, -172_800, 172_800, 2_592_000)
                .map(seconds -> new ClockOff(Duration.ofSeconds(seconds)));
    }

    private static Arbitrary<ScheduleEvent> storeTroubles() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12), Arbitraries.of(1, 1, 3, 5), Arbitraries.of(true, false))
                .as(StoreFails::new);
    }

    private static Arbitrary<ScheduleEvent> journalTroubles() {
        return Combinators.combine(Arbitraries.integers().between(1, 10), Arbitraries.of(true, false))
                .as(JournalFails::new);
    }

    private static Arbitrary<ScheduleEvent> verifierTroubles() {
        return Combinators.combine(
                        Arbitraries.of(Answer.class).filter(answer -> answer != Answer.ACCEPTED),
                        Arbitraries.of(1, 5, 100))
                .as(VerifierSays::new);
    }
}
