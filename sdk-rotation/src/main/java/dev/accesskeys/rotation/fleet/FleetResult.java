package dev.accesskeys.rotation.fleet;

import dev.accesskeys.rotation.KeyReference;
import dev.accesskeys.rotation.RotationOutcome;
import dev.accesskeys.rotation.RotationPlan;
import dev.accesskeys.rotation.RotationTarget;
import dev.accesskeys.rotation.SweepReport;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of one target of a {@link RotatorFleet}. Holds no exception and no journal, so that a thousand of them are little. */
public final class FleetResult {

    /** How a target can end. The first six are those of {@link RotationOutcome.Kind}. */
    public enum Kind {
        /** The new key is in use and the old one is gone, or ends by itself. */
        COMPLETED(Weight.GOOD),
        /** The key that is no longer in use is left alone until a stated time; a later run goes on. */
        WAITING_FOR_GRACE(Weight.GOOD),
        /** It is too early for another rotation. */
        NOT_DUE(Weight.GOOD),
        /** Something speaks against it; nothing was changed that was not put back. */
        REFUSED(Weight.NOTHING_DONE),
        /** The old key is in use again: a rollback that was begun has come to its end. */
        ROLLED_BACK(Weight.BAD),
        /** A rotation is under way and somebody has to look. */
        NEEDS_OPERATOR(Weight.BAD),
        /** Dry run: a rotation would begin, or go on. */
        PLANNED(Weight.GOOD),
        /** What earlier attempts had left behind is revoked, or there was nothing. */
        SWEPT(Weight.GOOD),
        /** The same account or organisation, or the very same target, was done with another member of the fleet. */
        DONE_WITH_ANOTHER(Weight.GOOD),
        /** Done with another member, but this one's store does not have the key that is in use now: somebody must put it there. */
        STORE_BEHIND(Weight.BAD),
        /** Not tried, for the member that stands for the same account or organisation did not end well. */
        HELD_BACK(Weight.NOTHING_DONE),
        /** The call ended with an exception. */
        FAILED(Weight.NOTHING_DONE),
        /** Not tried, for its provider had failed too often in a row. */
        LEFT_ALONE(Weight.NOTHING_DONE),
        /** Not tried, for the fleet was interrupted before. */
        NOT_BEGUN(Weight.NOTHING_DONE);

        private final Weight weight;

        Kind(Weight weight) {
            this.weight = weight;
        }

        /**
         * Tells whether nobody has to look.
         *
         * @return whether it is good
         */
        public boolean isGood() {
            return weight == Weight.GOOD;
        }

        /** Whether the target is as far as it was before the run, as far as the fleet knows. */
        boolean isNothingDone() {
            return weight == Weight.NOTHING_DONE;
        }
    }

    /** What a kind means for the exit status. */
    private enum Weight {
        GOOD,
        BAD,
        NOTHING_DONE
    }

    private final RotationTarget target;
    private final Kind kind;
    private final String brief;
    private final String explanation;
    private final @Nullable Object detail;

    private FleetResult(RotationTarget target, Kind kind, String brief, String explanation, @Nullable Object detail) {
        this.target = Objects.requireNonNull(target, "target");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.brief = OneLine.of(brief);
        this.explanation = OneLine.of(explanation);
        this.detail = detail;
    }

    static FleetResult of(RotationTarget target, Kind kind, String brief, String explanation) {
        return new FleetResult(target, kind, brief, explanation, null);
    }

    static FleetResult of(RotationOutcome outcome) {
        return new FleetResult(
                outcome.target(),
                Kind.valueOf(outcome.kind().name()),
                Briefly.say(outcome),
                outcome.explanation(),
                outcome);
    }

    static FleetResult of(RotationPlan plan) {
        Optional<RotationOutcome> outcome = plan.outcome();
        return outcome.isPresent()
                ? new FleetResult(
                        plan.target(),
                        Kind.valueOf(outcome.get().kind().name()),
                        Briefly.say(outcome.get()),
                        outcome.get().explanation(),
                        plan)
                : new FleetResult(plan.target(), Kind.PLANNED, Briefly.say(plan), "", plan);
    }

    static FleetResult of(SweepReport sweep) {
        return new FleetResult(sweep.target(), Kind.SWEPT, Briefly.say(sweep), "", sweep);
    }

    /**
     * Names the target.
     *
     * @return the target
     */
    public RotationTarget target() {
        return target;
    }

    /**
     * Tells how it ended.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Says in a few words until when or why.
     *
     * @return a clause on one line, without a full stop; what the last column of the table shows
     */
    public String brief() {
        return brief;
    }

    /**
     * Says what happened, how things stand and what to do.
     *
     * @return whole sentences on one line, without a secret; of exceptions that are not the SDK's own only the class is named.
     *     Empty if there is nothing to say
     */
    public String explanation() {
        return explanation;
    }

    /**
     * Gives the outcome of the rotation, or the one that a dry run foresees at once. One that
     * {@linkplain RotationOutcome.NeedsOperator#unsavedSecret() holds a secret} which no store would take is the only place where
     * that secret is: look before the process ends.
     *
     * @return the outcome; empty if the target was not tried, failed with an exception, or is about to be rotated
     */
    public Optional<RotationOutcome> outcome() {
        return detail instanceof RotationOutcome outcome ? Optional.of(outcome) : plan().flatMap(RotationPlan::outcome);
    }

    /**
     * Gives the plan.
     *
     * @return the plan of {@link RotatorFleet#plan()}; empty for all else
     */
    public Optional<RotationPlan> plan() {
        return detail instanceof RotationPlan plan ? Optional.of(plan) : Optional.empty();
    }

    /**
     * Gives what was swept.
     *
     * @return the report of {@link RotatorFleet#sweep()}; empty for all else
     */
    public Optional<SweepReport> swept() {
        return detail instanceof SweepReport sweep ? Optional.of(sweep) : Optional.empty();
    }

    /**
     * Gives the key that was in use before.
     *
     * @return the key; empty if it is not known
     */
    public Optional<KeyReference> oldKey() {
        return outcome().flatMap(Briefly::oldKey).or(() -> plan().flatMap(RotationPlan::key));
    }

    /**
     * Gives the key that the rotation has made.
     *
     * @return the key; empty if there is none, or none is known
     */
    public Optional<KeyReference> newKey() {
        return outcome().flatMap(Briefly::newKey);
    }

    /** Target, kind and reason, on one line. */
    @Override
    public String toString() {
        return kind + " " + target + (brief.isEmpty() ? "" : ": " + brief);
    }
}
