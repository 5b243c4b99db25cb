package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.Secret;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.rotation.KeyReference;
import dev.accesskeys.rotation.RotationOutcome;
import dev.accesskeys.rotation.RotationOutcome.NextCall;
import dev.accesskeys.rotation.RotationProblem;
import dev.accesskeys.rotation.internal.engine.RotationState.UnderWay;
import dev.accesskeys.rotation.store.StoreConflictException;
import dev.accesskeys.rotation.store.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ends of a call, with the words that go with them. */
final class Ends {

    private static final Action AGAIN = new Action.Again();

    private Ends() {}

    static Decision go(Lineage next) {
        return new Decision(next, AGAIN);
    }

    static Decision act(Lineage lineage, Action action) {
        return new Decision(lineage, action);
    }

    static Decision refused(Lineage lineage, Terms terms, RotationProblem problem, String detail) {
        return act(
                lineage,
                new Action.Finish(
                        new RotationOutcome.Refused(terms.target(), problem, sentence(problem) + " " + detail)));
    }

    static Decision notDue(Lineage lineage, Terms terms, @Nullable Instant dueAt, String why) {
        return act(
                lineage,
                new Action.Finish(new RotationOutcome.NotDue(terms.target(), Optional.ofNullable(dueAt), why)));
    }

    static Decision waiting(
            Lineage lineage, Terms terms, Rotation rotation, KeyReference fresh, Instant until, boolean rollingBack) {
        return act(
                lineage,
                new Action.Finish(new RotationOutcome.WaitingForGrace(
                        terms.target(), rotation.run(), rotation.old(), fresh, until, rollingBack, List.of())));
    }

    static Decision completed(Lineage next, Terms terms, PastRotation past) {
        return act(next, new Action.Finish(outcomeOf(past, terms)));
    }

    static RotationOutcome outcomeOf(PastRotation past, Terms terms) {
        return new RotationOutcome.Completed(
                terms.target(),
                past.run(),
                past.old(),
                past.fresh(),
                past.at(),
                past.oldKey(),
                Optional.ofNullable(past.oldValidUntil()),
                List.of());
    }

    static RotationOutcome withWarnings(RotationOutcome outcome, List<String> warnings) {
        if (warnings.isEmpty()) {
            return outcome;
        }
        if (outcome instanceof RotationOutcome.Completed done) {
            return new RotationOutcome.Completed(
                    done.target(),
                    done.run(),
                    done.oldKey(),
                    done.newKey(),
                    done.at(),
                    done.fate(),
                    done.oldKeyValidUntil(),
                    warnings);
        }
        return outcome instanceof RotationOutcome.WaitingForGrace waiting
                ? new RotationOutcome.WaitingForGrace(
                        waiting.target(),
                        waiting.run(),
                        waiting.oldKey(),
                        waiting.newKey(),
                        waiting.until(),
                        waiting.rollingBack(),
                        warnings)
                : outcome;
    }

    static Decision rolledBack(Lineage next, Terms terms, Rotation rotation, @Nullable KeyReference withdrawn) {
        return act(
                next,
                new Action.Finish(new RotationOutcome.RolledBack(
                        terms.target(), rotation.run(), rotation.old(), Optional.ofNullable(withdrawn))));
    }

    /** Stops where it is, until somebody has looked. The same reason again is not written again. */
    static Decision halt(Lineage lineage, Sight sight, Terms terms, RotationProblem problem, String detail) {
        Halt halt = Optional.ofNullable(lineage.halt())
                .filter(before -> before.problem() == problem && before.detail().equals(detail))
                .orElseGet(() -> new Halt(problem, detail, sight.now()));
        return act(lineage.halted(halt), new Action.Finish(needsOperator(lineage, terms, halt, sight.unsaved())));
    }

    static RotationOutcome needsOperator(Lineage lineage, Terms terms, Halt halt, @Nullable Secret unsaved) {
        UnderWay state = (UnderWay) lineage.state();
        Rotation rotation = state.of();
        KeyReference fresh = state.fresh().orElse(null);
        List<NextCall> calls = nextCalls(state, halt.problem(), terms);
        return new RotationOutcome.NeedsOperator(
                terms.target(),
                rotation.run(),
                halt.problem(),
                sentence(halt.problem()) + " " + halt.detail() + " In use before: " + rotation.old() + ". New: "
                        + (fresh == null ? "none is known" : fresh) + ". " + advice(calls)
                        + (unsaved == null ? "" : " The new secret is in this outcome and nowhere else: keep it now."),
                rotation.old(),
                fresh,
                calls,
                unsaved);
    }

    static Decision untold(Lineage lineage, Sight sight, Terms terms) {
        return halt(
                lineage,
                sight,
                terms,
                RotationProblem.PROVIDER_UNREACHABLE,
                "The provider told the time when the grace began and does not tell it any more, and the clock here alone is"
                        + " not enough to revoke a key.");
    }

    /** A failure to read or write, while a rotation is under way. */
    static Decision haltAfter(Lineage lineage, Sight sight, Terms terms, AccessKeysException cause) {
        return halt(lineage, sight, terms, problemOf(cause), words(cause));
    }

    /** The whole message; every exception of ours has one. */
    static String words(AccessKeysException cause) {
        return Objects.requireNonNull(cause.getMessage());
    }

    static RotationProblem problemOf(AccessKeysException cause) {
        if (cause instanceof StoreConflictException) {
            return RotationProblem.STORE_CHANGED;
        }
        if (cause instanceof StoreException) {
            return RotationProblem.STORE_FAILED;
        }
        return cause instanceof ValidationException
                ? RotationProblem.NOT_CURRENT
                : RotationProblem.PROVIDER_UNREACHABLE;
    }

    static List<NextCall> nextCalls(UnderWay state, RotationProblem problem, Terms terms) {
        List<NextCall> calls = new ArrayList<>();
        calls.add(NextCall.ROTATE);
        if (Back.isPossible(state, terms)) {
            calls.add(NextCall.ROLLBACK);
        }
        calls.add(NextCall.ABANDON);
        if (problem == RotationProblem.NEW_KEY_GONE && calls.remove(NextCall.ROLLBACK)) {
            calls.add(0, NextCall.ROLLBACK);
        }
        return calls;
    }

    private static String advice(List<NextCall> calls) {
        StringBuilder advice = new StringBuilder("Next:");
        for (NextCall call : calls) {
            advice.append(advice.length() == 5 ? " " : "; or ")
                    .append(
                            switch (call) {
                                case ROTATE -> "rotate() once the cause is mended, which goes on from here";
                                case ROLLBACK -> "rollback() to stay with the old key";
                                case ABANDON -> "abandon() to take over by hand";
                            });
        }
        return advice.append('.').toString();
    }

    private static String sentence(RotationProblem problem) {
        String words = problem.sentence();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
