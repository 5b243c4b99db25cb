package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.keys.SuccessorName;
import dev.accesskeys.rotation.RotationOutcome;
import dev.accesskeys.rotation.RotationProblem;
import dev.accesskeys.rotation.audit.RotationEvent;
import dev.accesskeys.rotation.internal.engine.RotationState.UnderWay;
import dev.accesskeys.rotation.journal.JournalEntry;
import dev.accesskeys.rotation.journal.JournalException;
import dev.accesskeys.rotation.journal.JournalLease;
import java.util.Optional;
import java.util.UUID;

/**
 * Carries out what the {@link StepFunction} decides: look, decide, write down, act. What is decided is durable before it is done, so
 * that whoever comes after a crash finds in the journal what may have happened.
 */
public final class Engine {

    /** Far more than any rotation needs; whoever gets here goes round in circles. */
    private static final int MOST_STEPS = 500;

    private final Effects effects;
    private final StepFunction steps;
    private final Terms terms;
    private final Performer performer;
    private final Events events;

    private long revision;
    private Lineage lineage = Lineage.fresh();

    /** Makes an engine for one call. */
    public Engine(Effects effects, StepFunction steps, Terms terms, Pace pace, String actor) {
        this.effects = effects;
        this.steps = steps;
        this.terms = terms;
        this.events = new Events(effects, terms, actor);
        this.performer = new Performer(effects, terms, pace, events);
    }

    /** Works until there is nothing to do, or nothing that may be done. */
    public RotationOutcome run(JournalLease lease) {
        load(lease);
        View view = newView();
        events.tell(
                RotationEvent.Type.STARTED, lineage, view, null, terms.command().name());
        try {
            for (int step = 0; step < MOST_STEPS; step++) {
                Decision decision = steps.next(lineage, view.sight(effects.now(), effects.providerTime()), terms);
                write(lease, decision.next(), view);
                if (decision.action() instanceof Action.Finish finish) {
                    return ended(finish.outcome(), view);
                }
                performer.perform(decision.action(), lineage, view, lease);
            }
        } catch (JournalException e) {
            return journalFailed(e, view);
        }
        return ended(halted(RotationProblem.ENDLESS, "Please report it.", view), view);
    }

    /** Looks and decides, but stops before the first thing that would be changed. */
    public Foresight foresee(Optional<JournalEntry> entry) {
        entry.ifPresent(this::take);
        View view = newView();
        for (int step = 0; step < MOST_STEPS; step++) {
            Sight sight = view.sight(effects.now(), effects.providerTime());
            Decision decision = steps.next(lineage, sight, terms);
            boolean writes = !decision.next().equals(lineage);
            if (decision.action() instanceof Action.Finish
                    || writes
                    || decision.action().changes()) {
                return new Foresight(lineage, decision, sight);
            }
            if (decision.action() instanceof Action.Settle || decision.action() instanceof Action.Verify) {
                return new Foresight(lineage, decision, sight);
            }
            performer.perform(decision.action(), lineage, view, null);
        }
        throw new IllegalStateException("the rotation comes to no end");
    }

    private void load(JournalLease lease) {
        effects.readJournal(lease).ifPresent(this::take);
    }

    private void take(JournalEntry entry) {
        lineage = LineageCodec.read(entry.content());
        revision = entry.revision();
    }

    private static View newView() {
        return new View(SuccessorName.newNonce(), UUID.randomUUID().toString());
    }

    private void write(JournalLease lease, Lineage next, View view) {
        if (next.equals(lineage)) {
            return;
        }
        String before = nonce(lineage);
        revision =
                effects.writeJournal(lease, revision, LineageCodec.write(next)).revision();
        Lineage last = lineage;
        lineage = next;
        view.resumed = false;
        events.moved(last, next, view);
        if (!nonce(next).equals(before)) {
            view.startOver(SuccessorName.newNonce());
        }
    }

    private static String nonce(Lineage lineage) {
        return lineage.state().rotation().map(Rotation::nonce).orElse("");
    }

    private RotationOutcome halted(RotationProblem problem, String detail, View view) {
        Halt halt = new Halt(problem, detail, effects.now());
        return lineage.state() instanceof UnderWay
                ? Ends.needsOperator(lineage, terms, halt, view.unsaved)
                : new RotationOutcome.Refused(terms.target(), problem, detail);
    }

    /** The last entry still stands: it says what may have happened, and the next call looks. */
    private RotationOutcome journalFailed(JournalException failure, View view) {
        return ended(halted(RotationProblem.JOURNAL_FAILED, Ends.words(failure), view), view);
    }

    private RotationOutcome ended(RotationOutcome outcome, View view) {
        events.tell(RotationEvent.Type.ENDED, lineage, view, null, outcome.kind() + ": " + outcome.explanation());
        return Ends.withWarnings(outcome, effects.warnings());
    }

    /** What a dry run has found: how things stand, what would be done first, and what was seen. */
    public record Foresight(Lineage lineage, Decision decision, Sight sight) {}
}
