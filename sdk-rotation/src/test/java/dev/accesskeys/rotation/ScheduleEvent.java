package dev.accesskeys.rotation;

import dev.accesskeys.rotation.verify.Verification.Answer;
import java.time.Duration;

/**
 * What happens at one moment of a {@link Schedule}. The text of each is the Java that makes it, so that a schedule which has
 * failed can be put into a test as it was printed.
 */
sealed interface ScheduleEvent {

    /** What can be called. */
    enum What {
        ROTATE,
        ROTATE_FIRST_KEY,
        ROLLBACK,
        SWEEP,
        ABANDON,
        PLAN
    }

    /** Which requests a fault hits. */
    enum Aim {
        ANY,
        READ,
        CREATE,
        DELETE
    }

    /** What goes wrong with a request. */
    enum Trouble {
        APPLY_THEN_DROP,
        APPLY_THEN_500,
        DROP,
        REFUSE,
        TOO_MANY,
        UNAVAILABLE,
        CUT_BODY,
        DELAY,
        TRUNCATED,
        MALFORMED,
        SECRET_MISSING
    }

    /** Which key somebody revokes in the console. */
    enum Which {
        FIRST,
        NEWEST,
        CURRENT,
        UNRELATED
    }

    /** What somebody does to a store by hand. */
    enum Edit {
        EMPTY,
        FIRST_KEY,
        PENDING_KEY,
        KEY_OF_ANOTHER,
        WRONG_SECRET
    }

    /** A call of the rotator of a seat. */
    record Call(int seat, What what) implements ScheduleEvent {
        @Override
        public String toString() {
            return "new Call(" + seat + ", What." + what + ")";
        }
    }

    /** A fault on the n-th matching request from now. */
    record FaultOn(int n, Aim aim, Trouble trouble) implements ScheduleEvent {
        @Override
        public String toString() {
            return "new FaultOn(" + n + ", Aim." + aim + ", Trouble." + trouble + ")";
        }
    }

    /** The process of the next call ends before or after its n-th effect. */
    record Crash(int n, boolean before) implements ScheduleEvent {
        @Override
        public String toString() {
            return "new Crash(" + n + ", " + before + ")";
        }
    }

    /** Time passes. */
    record Pass(Duration time) implements ScheduleEvent {
        @Override
        public String toString() {
            return "new Pass(Duration.ofSeconds(" + time.toSeconds() + "))";
        }
    }

    /** The clock here is wrong from now on: ahead, or behind if negative. */
    record ClockOff(Duration by) implements ScheduleEvent {
        @Override
        public String toString() {
            return "new ClockOff(Duration.ofSeconds(" + by.toSeconds() + "))";
        }
    }

    /** An operator revokes a key in the console. */
    record RevokedByHand(Which which) implements ScheduleEvent {
        @Override
        public String toString() {
            return "new RevokedByHand(Which." + which + ")";
        }
    }

    /** An operator edits the store of the first seat. */
    record EditedByHand(Edit edit) implements ScheduleEvent {
        @Override
        public String toString() {
            return "new EditedByHand(Edit." + edit + ")";
        }
    }

    /** The store fails on the n-th operation from now, with the change made or not. */
    record StoreFails(int n, int times, boolean applied) implements ScheduleEvent {
        @Override
        public String toString() {
            return "new StoreFails(" + n + ", " + times + ", " + applied + ")";
        }
    }

    /** The journal fails on the n-th write from now, with the entry written or not. */
    record JournalFails(int n, boolean applied) implements ScheduleEvent {
        @Override
        public String toString() {
            return "new JournalFails(" + n + ", " + applied + ")";
        }
    }

    /** The journal of the first seat is brought back from a copy, so many entries old. */
    record OldJournal(int back) implements ScheduleEvent {
        @Override
        public String toString() {
            return "new OldJournal(" + back + ")";
        }
    }

    /** The first seat has the token of another account from now on, or its own again. */
    record TokenOfAnother(boolean on) implements ScheduleEvent {
        @Override
        public String toString() {
            return "new TokenOfAnother(" + on + ")";
        }
    }

    /** The next probes get another answer than the true one. */
    record VerifierSays(Answer answer, int times) implements ScheduleEvent {
        @Override
        public String toString() {
            return "new VerifierSays(Answer." + answer + ", " + times + ")";
        }
    }

    /** Something happens just before the n-th effect of the next call. */
    record Meanwhile(int n, ScheduleEvent event) implements ScheduleEvent {
        @Override
        public String toString() {
            return "new Meanwhile(" + n + ", " + event + ")";
        }
    }
}
