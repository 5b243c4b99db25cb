package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.rotation.RotationProblem;
import dev.accesskeys.rotation.internal.engine.Attempt.Fate;
import dev.accesskeys.rotation.internal.engine.RotationState.Idle;
import dev.accesskeys.rotation.internal.engine.RotationState.Kind;
import dev.accesskeys.rotation.internal.engine.RotationState.Restored;
import dev.accesskeys.rotation.internal.engine.RotationState.Restoring;
import dev.accesskeys.rotation.internal.engine.RotationState.UnderWay;
import dev.accesskeys.rotation.internal.engine.RotationState.Withdrawing;
import dev.accesskeys.rotation.store.StoredKey;
import java.util.Objects;

/** The way back, open until the revocation of the old key is about to be sent. */
final class Back {

    private Back() {}

    static boolean isPossible(UnderWay state, Terms terms) {
        boolean published = state.kind() == Kind.PUBLISHED || state.kind() == Kind.PUBLISHING;
        return terms.overlaps()
                && state.kind() != Kind.REVOKING
                && (!published || state.of().oldInStore());
    }

    /** Turns a rotation round. From then on every call goes back. */
    static Decision turn(Lineage lineage, UnderWay state, Sight sight, Terms terms) {
        if (!isPossible(state, terms)) {
            String why = !terms.overlaps()
                    ? "What this provider has rotated cannot be taken back."
                    : state.kind() == Kind.REVOKING
                            ? "The revocation of the old key may have been sent already."
                            : "The store never held the secret of the old key.";
            return Ends.refused(lineage, terms, RotationProblem.NO_WAY_BACK, why);
        }
        // Who cannot go back stays on the way forward: the old key is tried before anything is decided.
        if (state.of().oldInStore()
                && terms.verified()
                && !sight.isVerified(state.of().old().id())) {
            return sight.failure() == null
                    ? Forward.verify(lineage, sight, terms, state.of().old(), false)
                    : Ends.haltAfter(lineage, sight, terms, sight.failure().cause());
        }
        return Ends.go(lineage.to(state.with(state.of().with(Rotation.Goal.BACK))));
    }

    static Decision restoring(Lineage lineage, Restoring state, Sight sight, Terms terms) {
        Rotation rotation = state.of();
        if (sight.store() == null) {
            return sight.failure() == null
                    ? Ends.act(lineage, new Action.LookAtStore())
                    : Ends.haltAfter(lineage, sight, terms, sight.failure().cause());
        }
        if (isOldCurrent(sight, rotation)) {
            if (sight.providerNow() == null && sight.keys() == null) {
                return sight.failure() != null && sight.failure().action() instanceof Action.LookAtKeys
                        ? Ends.haltAfter(lineage, sight, terms, sight.failure().cause())
                        : Ends.act(lineage, new Action.LookAtKeys());
            }
            return Ends.go(lineage.to(new Restored(rotation, state.key(), Forward.graceFrom(sight, rotation))));
        }
        if (sight.failure() != null) {
            return Ends.haltAfter(lineage, sight, terms, sight.failure().cause());
        }
        return sight.isVerified(rotation.old().id())
                ? Ends.act(lineage, new Action.Restore(rotation.nonce()))
                : Forward.verify(lineage, sight, terms, rotation.old(), true);
    }

    private static boolean isOldCurrent(Sight sight, Rotation rotation) {
        return Objects.requireNonNull(sight.store())
                .current()
                .flatMap(StoredKey::accessKeyId)
                .equals(rotation.old().accessKeyId());
    }

    static Decision restored(Lineage lineage, Restored state, Sight sight, Terms terms) {
        Rotation rotation = state.of();
        if (sight.failure() != null) {
            return Ends.haltAfter(lineage, sight, terms, sight.failure().cause());
        }
        if (sight.now().isBefore(state.grace().until())) {
            return Ends.waiting(
                    lineage, terms, rotation, state.key(), state.grace().until(), true);
        }
        if (!sight.isVerified(rotation.old().id())) {
            return Forward.verify(lineage, sight, terms, rotation.old(), true);
        }
        if (sight.keys() == null) {
            return Ends.act(lineage, new Action.LookAtKeys());
        }
        if (state.grace().isUntold(sight.now(), sight.providerNow())) {
            return Ends.untold(lineage, sight, terms);
        }
        if (!state.grace().isOver(sight.now(), sight.providerNow())) {
            return Ends.waiting(
                    lineage, terms, rotation, state.key(), state.grace().end(sight.now()), true);
        }
        if (sight.store() == null) {
            return Ends.act(lineage, new Action.LookAtStore());
        }
        if (!isOldCurrent(sight, rotation)) {
            return Ends.halt(
                    lineage,
                    sight,
                    terms,
                    RotationProblem.STORE_CHANGED,
                    "The old key is not its current key any more, so the new one is not revoked.");
        }
        return Ends.go(lineage.to(new Withdrawing(rotation, state.key())));
    }

    static Decision withdrawing(Lineage lineage, Withdrawing state, Sight sight, Terms terms) {
        Rotation rotation = state.of();
        if (sight.revoked().contains(state.key().id())) {
            return withdrawn(lineage, state, sight, terms);
        }
        if (sight.failure() != null) {
            return sight.failure().action() instanceof Action.Revoke
                    ? Ends.halt(
                            lineage,
                            sight,
                            terms,
                            RotationProblem.NOT_REVOKED,
                            Ends.words(sight.failure().cause()))
                    : Ends.haltAfter(lineage, sight, terms, sight.failure().cause());
        }
        if (sight.store() == null) {
            return Ends.act(lineage, new Action.LookAtStore());
        }
        // Days may have passed since the old key was tried, and the new one may be the only one of the two that works.
        boolean loses = sight.pendingOf(rotation.nonce()).isPresent() && isOldCurrent(sight, rotation);
        if (loses && terms.verified() && !sight.isVerified(rotation.old().id())) {
            return Forward.verify(lineage, sight, terms, rotation.old(), false);
        }
        if (sight.keys() == null) {
            return Ends.act(lineage, new Action.LookAtKeys());
        }
        if (sight.isOrWasCurrent(state.key(), rotation.nonce())) {
            return Ends.halt(
                    lineage,
                    sight,
                    terms,
                    RotationProblem.STORE_CHANGED,
                    "The new key was to be revoked, but it is the current one, or was until the last rotation.");
        }
        if (!Forward.isCurrentOld(sight, rotation)) {
            return Ends.halt(
                    lineage,
                    sight,
                    terms,
                    RotationProblem.STORE_CHANGED,
                    "The old key is not its current key any more, so the new one is not revoked.");
        }
        if (!sight.lists(state.key()) && !sight.lists(rotation.old())) {
            return Ends.halt(
                    lineage,
                    sight,
                    terms,
                    RotationProblem.OTHER_ACCOUNT,
                    "Neither key is listed, so nothing is taken for revoked.");
        }
        return Ends.act(lineage, new Action.Revoke(state.key(), Action.Role.NEW));
    }

    private static Decision withdrawn(Lineage lineage, Withdrawing state, Sight sight, Terms terms) {
        if (!sight.discarded() && sight.failure() == null) {
            return Ends.act(lineage, new Action.DiscardPending(state.of().nonce()));
        }
        return Ends.rolledBack(
                lineage.withFate(state.of().nonce(), Fate.FAILED).to(new Idle()), terms, state.of(), state.key());
    }
}
