package dev.accesskeys.rotation;

import dev.accesskeys.rotation.RotationOutcome.Kind;
import dev.accesskeys.rotation.ScheduleEvent.EditedByHand;
import dev.accesskeys.rotation.ScheduleEvent.Meanwhile;
import dev.accesskeys.rotation.ScheduleEvent.OldJournal;
import dev.accesskeys.rotation.ScheduleEvent.RevokedByHand;
import dev.accesskeys.rotation.ScheduleEvent.What;
import dev.accesskeys.rotation.internal.engine.Attempt;
import dev.accesskeys.rotation.store.StoreContents;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must be true when everybody has come to rest. */
final class ScheduleEnd {

    private final Schedule schedule;
    private final World world;
    private final List<ScheduleSeat> seats;
    private final ScheduleWatch watch;

    private ScheduleEnd(Schedule schedule, World world, List<ScheduleSeat> seats, ScheduleWatch watch) {
        this.schedule = schedule;
        this.world = world;
        this.seats = seats;
        this.watch = watch;
    }

    static void judge(Schedule schedule, World world, List<ScheduleSeat> seats, ScheduleWatch watch) {
        ScheduleEnd end = new ScheduleEnd(schedule, world, seats, watch);
        if (world.overlaps()) {
            watch.usableSuccessors().forEach(end::kept);
        }
        if (end.isTechnical()) {
            end.healed();
        }
    }

    /** A key that a rotation has made is in the rotation's store, or a person was told to look. */
    private void kept(ScheduleWatch.Known key) {
        Optional<ScheduleSeat> made =
                seats.stream().filter(seat -> attempt(seat, key).isPresent()).findFirst();
        if (schedule.has(OldJournal.class)) {
            // What came after the copy, the journal cannot know.
            return;
        }
        if (made.isEmpty()) {
            watch.broken.add("no journal knows of " + key);
            return;
        }
        ScheduleSeat seat = made.get();
        StoreContents contents = seat.store.memory.read();
        boolean stored =
                ScheduleWatch.in(contents).anyMatch(each -> each.accessKeyId().equals(Optional.of(key.accessKeyId())));
        Attempt.Fate fate = attempt(seat, key).orElseThrow().fate();
        boolean asked = seats.stream().anyMatch(each -> isToldOf(each, key));
        boolean abandoned = fate == Attempt.Fate.LEFT_TO_OPERATOR;
        if (!stored && !asked && !abandoned && !watch.wasEdited(seat.store)) {
            watch.broken.add("a key that is in no place works: " + key + ", " + fate + ", " + seat.last);
        }
    }

    /** Whether the last outcome names the key: to be looked after, or in the way. */
    private static boolean isToldOf(ScheduleSeat seat, ScheduleWatch.Known key) {
        return seat.last != null
                && (seat.last.kind() == Kind.NEEDS_OPERATOR || seat.last.kind() == Kind.REFUSED)
                && Stream.of(key.accessKeyId(), key.name()).anyMatch(seat.last.explanation()::contains);
    }

    private static Optional<Attempt> attempt(ScheduleSeat seat, ScheduleWatch.Known key) {
        return seat.attempts().stream()
                .filter(each -> key.nonce().equals(Optional.of(each.nonce())))
                .findFirst();
    }

    /** Nobody did anything by hand, and nobody else rotates: what remains is what machines do to each other. */
    private boolean isTechnical() {
        return !schedule.has(RevokedByHand.class)
                && !schedule.has(EditedByHand.class)
                && !schedule.calls(What.ABANDON)
                && !schedule.has(OldJournal.class)
                && !schedule.isWithTwo()
                && !schedule.has(Meanwhile.class);
    }

    /** From trouble that is over everybody recovers without help, where the provider leaves a way to. */
    private void healed() {
        for (ScheduleSeat seat : seats) {
            Kind kind = seat.last == null ? null : seat.last.kind();
            boolean good = kind == Kind.COMPLETED || kind == Kind.NOT_DUE;
            if (world.overlaps() && !good) {
                watch.broken.add("with all trouble over, it ends with " + seat.last);
            }
            if (!good || seat.store == null) {
                continue;
            }
            StoreContents contents = seat.store.memory.read();
            if (contents.current().isEmpty()
                    || !watch.isAccepted(contents.current().get())) {
                watch.broken.add("completed, but the current key does not work");
            }
            if (contents.pending().isPresent()) {
                watch.broken.add("completed, but the pending place is not empty");
            }
            if (world.overlaps() && world.usable().size() != 2) {
                watch.broken.add("completed, but other keys work than the one in use and somebody else's: "
                        + world.usable().keySet());
            }
        }
    }
}
