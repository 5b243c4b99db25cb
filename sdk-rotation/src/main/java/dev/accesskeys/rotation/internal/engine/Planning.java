package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.rotation.KeyReference;
import dev.accesskeys.rotation.RotationOutcome;
import dev.accesskeys.rotation.RotationOutcome.Refused;
import dev.accesskeys.rotation.RotationPlan;
import dev.accesskeys.rotation.RotationPlan.Check;
import dev.accesskeys.rotation.RotationPlan.Result;
import dev.accesskeys.rotation.internal.engine.RotationState.Kind;
import dev.accesskeys.rotation.internal.engine.RotationState.UnderWay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts what a dry run has found into words. */
public final class Planning {

    private final Engine.Foresight foresight;
    private final Terms terms;
    private final Pace pace;

    private Planning(Engine.Foresight foresight, Terms terms, Pace pace) {
        this.foresight = foresight;
        this.terms = terms;
        this.pace = pace;
    }

    /** Makes the plan. */
    public static RotationPlan plan(Engine.Foresight foresight, Terms terms, Pace pace) {
        return new Planning(foresight, terms, pace).plan();
    }

    private RotationPlan plan() {
        @Nullable
        RotationOutcome outcome =
                foresight.decision().action() instanceof Action.Finish finish ? finish.outcome() : null;
        boolean resuming = foresight.lineage().state() instanceof UnderWay;
        Optional<KeyReference> key = key();
        return new RotationPlan(
                terms.target(),
                key.orElse(null),
                terms.capabilities().blastRadius(),
                terms.capabilities().afterRotation(),
                outcome,
                resuming,
                outcome == null ? steps() : List.of(),
                checks(outcome, resuming),
                outcome == null ? irreversible() : List.of());
    }

    /** The key of the rotation under way, of the one that would begin, or as far as the refused one came. */
    private Optional<KeyReference> key() {
        Optional<KeyReference> known = foresight
                .decision()
                .next()
                .state()
                .rotation()
                .or(() -> foresight.lineage().state().rotation())
                .map(Rotation::old);
        if (known.isPresent() || foresight.sight().keys() == null) {
            return known;
        }
        Current current = Current.find(foresight.sight(), terms);
        return current.problem() == null ? Optional.of(KeyReference.to(current.key())) : Optional.empty();
    }

    private List<String> steps() {
        List<String> steps = new ArrayList<>();
        if (isSweepFirst()) {
            steps.add("Revoke what earlier attempts have left behind, then go on as follows.");
        }
        Kind from = foresight.lineage().state().kind();
        if (foresight
                .lineage()
                .state()
                .rotation()
                .filter(each -> each.goal() == Rotation.Goal.BACK)
                .isPresent()) {
            steps.add("Go on with the rollback: the old key current, the new one revoked after the grace.");
            return steps;
        }
        if (from == Kind.IDLE || from == Kind.INTENDED) {
            steps.add("Write down what is about to be asked for; reserve and sync space in store and journal.");
            steps.add(
                    terms.overlaps()
                            ? "Ask for a successor with the same rights, once."
                            : "Ask for the rotation, once.");
        }
        if (from == Kind.REQUESTED || from == Kind.ORPHANED) {
            steps.add(
                    "Find out, by looking, what became of the request that had no answer; revoke a key whose secret is"
                            + " lost, and ask again under a new name.");
        }
        if (terms.hasSecret()) {
            withSecret(steps, from);
        } else {
            steps.add(
                    terms.verified()
                            ? "See that the new key is in use, for up to "
                                    + pace.verification().deadline() + "."
                            : "Nothing else: there is no secret to be kept.");
        }
        return steps;
    }

    private boolean isSweepFirst() {
        return (foresight.decision().action() instanceof Action.Revoke revoke && revoke.role() == Action.Role.ORPHAN)
                || foresight.decision().action() instanceof Action.DiscardPending;
    }

    private void withSecret(List<String> steps, Kind from) {
        boolean published = from == Kind.PUBLISHED || from == Kind.REVOKING;
        String tried = "Try the new key, " + pace.verification().consecutive() + " times in a row, for up to "
                + pace.verification().deadline();
        if (!published) {
            steps.add("Keep the secret in " + terms.target().store() + " as pending, before anything else.");
            steps.add(
                    terms.kills()
                            ? "Make it the current one at once, and read it back."
                            : tried + ". If it does not work: stop, with both keys kept.");
            steps.add(
                    terms.kills()
                            ? tried + ". If it does not work: stop and ask; nothing is withdrawn."
                            : "Make it the current one, if the current one is still the old key; read it back.");
        }
        if (terms.overlaps()) {
            if (!published) {
                steps.add("Leave the old key alone for " + terms.grace() + "; a later call goes on.");
            }
            steps.add(
                    "Try the new key again, look at listing and store once more, revoke the old key, and see that it is"
                            + " refused.");
        }
    }

    private List<Check> checks(@Nullable RotationOutcome outcome, boolean resuming) {
        List<Check> checks = new ArrayList<>();
        if (outcome instanceof Refused refused) {
            checks.add(new Check(refused.problem().toString(), Result.BAD, refused.explanation()));
            return checks;
        }
        if (resuming) {
            checks.add(new Check(
                    "a rotation is under way",
                    Result.WARNING,
                    "it is " + foresight.lineage().state().kind()
                            + (foresight.lineage().halt() == null
                                    ? ""
                                    : "; it stopped because of "
                                            + foresight.lineage().halt().problem())));
            return checks;
        }
        if (foresight.sight().keys() != null) {
            quota(checks, foresight.sight().keys().size());
        }
        terms.capabilities()
                .minimumRotationInterval()
                .ifPresent(interval -> checks.add(new Check(
                        "the last rotation is at least " + interval + " ago",
                        terms.insisting() ? Result.WARNING : Result.GOOD,
                        terms.insisting() ? "passed over: insisting" : "")));
        if (terms.confirmation() != null) {
            checks.add(new Check("confirmed", Result.GOOD, "for " + terms.confirmation()));
        }
        checks.add(new Check("the credential of the rotation is not the key", Result.GOOD, ""));
        boolean oldKept = foresight.sight().store() != null
                && foresight.sight().store().current().isPresent();
        if (terms.overlaps()) {
            checks.add(new Check(
                    "a way back until the old key is revoked",
                    oldKept ? Result.GOOD : Result.WARNING,
                    oldKept ? "" : "none once the new key is current, for the store does not have the old secret"));
        }
        if (foresight.sight().providerNow() == null) {
            checks.add(new Check(
                    "the provider tells the time",
                    Result.WARNING,
                    "it does not; the grace goes by the clock here alone"));
        }
        return checks;
    }

    private void quota(List<Check> checks, int keys) {
        if (!terms.overlaps()) {
            return;
        }
        Optional<Integer> documented = terms.capabilities().documentedQuota();
        if (documented.isEmpty()) {
            checks.add(new Check(
                    "room for one more key", Result.WARNING, "the provider tells no quota; there are " + keys));
        } else {
            boolean room = keys < documented.get();
            checks.add(new Check(
                    "room for one more key",
                    room ? Result.GOOD : Result.WARNING,
                    keys + " of " + documented.get() + " by default; the quota in force cannot be read"
                            + (room ? "" : ", and nothing is deleted to make room")));
        }
    }

    private List<String> irreversible() {
        List<String> all = new ArrayList<>();
        if (terms.kills()) {
            all.add(
                    "The old key stops working for everyone the moment the provider makes the new one. There is no rollback.");
        } else if (terms.overlaps()) {
            all.add("The revocation of the old key, at the end. Until then rollback() goes back.");
        } else {
            all.add("The rotation. There is no rollback; the key before goes on for "
                    + terms.capabilities().overlap().map(Object::toString).orElse("a time") + ".");
        }
        return all;
    }
}
