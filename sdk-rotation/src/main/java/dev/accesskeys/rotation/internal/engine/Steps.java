package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.rotation.RotationProblem;
import dev.accesskeys.rotation.internal.engine.RotationState.Intended;
import dev.accesskeys.rotation.internal.engine.RotationState.Orphaned;
import dev.accesskeys.rotation.internal.engine.RotationState.Published;
import dev.accesskeys.rotation.internal.engine.RotationState.Publishing;
import dev.accesskeys.rotation.internal.engine.RotationState.Requested;
import dev.accesskeys.rotation.internal.engine.RotationState.Restored;
import dev.accesskeys.rotation.internal.engine.RotationState.Restoring;
import dev.accesskeys.rotation.internal.engine.RotationState.Revoking;
import dev.accesskeys.rotation.internal.engine.RotationState.Staged;
import dev.accesskeys.rotation.internal.engine.RotationState.UnderWay;
import dev.accesskeys.rotation.internal.engine.RotationState.Withdrawing;
import java.util.Optional;

/**
 * The rotation's rules. Everything that is decided is decided here and in the classes that this one calls, from what the journal
 * says and what is seen, with no effect and no memory.
 */
public final class Steps implements StepFunction {

    /** Makes the rules. */
    public Steps() {}

    @Override
    public Decision next(Lineage lineage, Sight sight, Terms terms) {
        RotationState state = lineage.state();
        if (terms.command() == Terms.Command.ROLLBACK && state instanceof UnderWay underWay) {
            if (underWay.of().goal() == Rotation.Goal.FORWARD) {
                return Back.turn(lineage, underWay, sight, terms);
            }
        }
        if (state instanceof UnderWay underWay && terms.named() != null && sight.resumed()) {
            boolean known = terms.named().equals(underWay.of().old().id())
                    || state.fresh()
                            .filter(key -> key.id().equals(terms.named()))
                            .isPresent();
            Optional<PastRotation> done = lineage.whichReplaced(terms.named());
            if (!known && done.isPresent()) {
                return Ends.completed(lineage, terms, done.get());
            }
            if (!known) {
                return Ends.refused(
                        lineage,
                        terms,
                        RotationProblem.NOT_CURRENT,
                        "A rotation of " + underWay.of().old() + " is under way; " + terms.named()
                                + " is neither that key nor its successor.");
            }
        }
        return switch (state.kind()) {
            case IDLE -> Begin.idle(lineage, sight, terms);
            case INTENDED -> Begin.intended(lineage, (Intended) state, sight, terms);
            case REQUESTED -> FindOut.requested(lineage, (Requested) state, sight, terms);
            case ORPHANED -> FindOut.orphaned(lineage, (Orphaned) state, sight, terms);
            case STAGED -> Forward.staged(lineage, (Staged) state, sight, terms);
            case PUBLISHING -> Forward.publishing(lineage, (Publishing) state, sight, terms);
            case PUBLISHED -> Finishing.published(lineage, (Published) state, sight, terms);
            case REVOKING -> Finishing.revoking(lineage, (Revoking) state, sight, terms);
            case RESTORING -> Back.restoring(lineage, (Restoring) state, sight, terms);
            case RESTORED -> Back.restored(lineage, (Restored) state, sight, terms);
            case WITHDRAWING -> Back.withdrawing(lineage, (Withdrawing) state, sight, terms);
        };
    }
}
