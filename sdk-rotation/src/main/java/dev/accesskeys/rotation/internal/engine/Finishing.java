package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.rotation.KeyReference;
import dev.accesskeys.rotation.RotationOutcome.OldKey;
import dev.accesskeys.rotation.RotationProblem;
import dev.accesskeys.rotation.internal.engine.Attempt.Fate;
import dev.accesskeys.rotation.internal.engine.RotationState.Published;
import dev.accesskeys.rotation.internal.engine.RotationState.Restoring;
import dev.accesskeys.rotation.internal.engine.RotationState.Revoking;
import dev.accesskeys.rotation.internal.engine.RotationState.WithKey;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.Verification.Answer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** From a new key that is in use to an old one that is gone. */
final class Finishing {

    private Finishing() {}

    static Decision published(Lineage lineage, Published state, Sight sight, Terms terms) {
        Rotation rotation = state.of();
        if (sight.failure() != null) {
            return Ends.haltAfter(lineage, sight, terms, sight.failure().cause());
        }
        if (!terms.overlaps()) {
            return withoutRevocation(lineage, state, sight, terms);
        }
        if (rotation.goal() == Rotation.Goal.BACK) {
            return back(lineage, state, sight, terms);
        }
        if (sight.now().isBefore(state.grace().until())) {
            return Ends.waiting(
                    lineage, terms, rotation, state.key(), state.grace().until(), false);
        }
        Optional<Decision> notYet = mayBeRevoked(lineage, state, state.grace(), sight, terms);
        return notYet.isPresent()
                ? notYet.get()
                : Ends.go(lineage.to(new Revoking(rotation, state.key(), state.grace())));
    }

    private static Decision withoutRevocation(Lineage lineage, Published state, Sight sight, Terms terms) {
        if (terms.verified() && !sight.isVerified(state.key().id())) {
            return Forward.verify(lineage, sight, terms, state.key(), false);
        }
        if (sight.store() == null) {
            return Ends.act(lineage, new Action.LookAtStore());
        }
        if (!sight.isCurrent(state.of().nonce())) {
            return Ends.halt(
                    lineage,
                    sight,
                    terms,
                    RotationProblem.STORE_CHANGED,
                    "The new key is not its current key any more.");
        }
        if (sight.store().previous().isPresent() && terms.kills()) {
            return Ends.act(lineage, new Action.DiscardPrevious(state.of().nonce()));
        }
        return Forward.complete(lineage, state.of(), state.key(), sight, terms);
    }

    private static Decision back(Lineage lineage, Published state, Sight sight, Terms terms) {
        return sight.isVerified(state.of().old().id())
                ? Ends.go(lineage.to(new Restoring(state.of(), state.key())))
                : Forward.verify(lineage, sight, terms, state.of().old(), true);
    }

    /** Everything that must be true in this moment before the old key is revoked; empty if it all is. */
    private static Optional<Decision> mayBeRevoked(
            Lineage lineage, WithKey state, Grace grace, Sight sight, Terms terms) {
        Rotation rotation = state.of();
        // What was seen before the new key was tried may not be true any more: the key first, then the rest.
        if (!sight.isVerified(state.key().id())) {
            return Optional.of(Forward.verify(lineage, sight, terms, state.key(), false));
        }
        if (sight.keys() == null) {
            return Optional.of(Ends.act(lineage, new Action.LookAtKeys()));
        }
        if (grace.isUntold(sight.now(), sight.providerNow())) {
            return Optional.of(Ends.untold(lineage, sight, terms));
        }
        if (!grace.isOver(sight.now(), sight.providerNow())) {
            return Optional.of(Ends.waiting(lineage, terms, rotation, state.key(), grace.end(sight.now()), false));
        }
        if (sight.store() == null) {
            return Optional.of(Ends.act(lineage, new Action.LookAtStore()));
        }
        return wrongBeforeRevocation(lineage, state, sight, terms);
    }

    private static Optional<Decision> wrongBeforeRevocation(Lineage lineage, WithKey state, Sight sight, Terms terms) {
        Rotation rotation = state.of();
        if (!sight.lists(state.key())) {
            if (sight.settled() < FindOut.LOOKS) {
                return Optional.of(Ends.act(lineage, new Action.Settle()));
            }
            boolean here = FindOut.isOfThisAccount(lineage, sight, rotation);
            return Optional.of(Ends.halt(
                    lineage,
                    sight,
                    terms,
                    here ? RotationProblem.NEW_KEY_GONE : RotationProblem.OTHER_ACCOUNT,
                    "The new key is not listed, so the old one is not revoked."));
        }
        Optional<AccessKey> foreign =
                Begin.foreignSuccessor(lineage, sight, terms, rotation.old().id());
        if (foreign.isPresent()) {
            return Optional.of(Ends.halt(
                    lineage,
                    sight,
                    terms,
                    RotationProblem.FOREIGN_SUCCESSOR,
                    "The key " + KeyReference.to(foreign.get()) + " is another successor of the same key."));
        }
        Optional<StoredKey> current = Objects.requireNonNull(sight.store()).current();
        boolean right = sight.isCurrent(rotation.nonce())
                && current.flatMap(StoredKey::accessKeyId).equals(state.key().accessKeyId())
                && !current.flatMap(StoredKey::accessKeyId)
                        .equals(rotation.old().accessKeyId());
        return right
                ? Optional.empty()
                : Optional.of(Ends.halt(
                        lineage,
                        sight,
                        terms,
                        RotationProblem.STORE_CHANGED,
                        "The new key is not its current key any more, so the old one is not revoked."));
    }

    static Decision revoking(Lineage lineage, Revoking state, Sight sight, Terms terms) {
        Rotation rotation = state.of();
        if (sight.revoked().contains(rotation.old().id())) {
            return revoked(lineage, state, sight, terms);
        }
        if (sight.failure() != null) {
            return sight.failure().action() instanceof Action.Revoke
                    ? notRevoked(lineage, state, sight, terms, sight.failure().cause())
                    : Ends.haltAfter(lineage, sight, terms, sight.failure().cause());
        }
        Optional<Decision> notYet = mayBeRevoked(lineage, state, state.grace(), sight, terms);
        if (notYet.isPresent()) {
            return notYet.get();
        }
        // Gone already, by an earlier try of this revocation or by hand; the new key in the listing shows the right
        // account.
        // A listing may lag behind: revoking what is gone is a success, too.
        return Ends.act(lineage, new Action.Revoke(rotation.old(), Action.Role.OLD));
    }

    /** What was certainly not revoked can be gone back to. */
    private static Decision notRevoked(
            Lineage lineage, Revoking state, Sight sight, Terms terms, AccessKeysException cause) {
        Lineage stands = cause.applied() == Applied.NO
                ? lineage.to(new Published(state.of(), state.key(), state.grace()))
                : lineage;
        return Ends.halt(stands, sight, terms, RotationProblem.NOT_REVOKED, Ends.words(cause));
    }

    private static Decision revoked(Lineage lineage, Revoking state, Sight sight, Terms terms) {
        Rotation rotation = state.of();
        if (sight.store() == null && sight.failure() == null) {
            return Ends.act(lineage, new Action.LookAtStore());
        }
        boolean provable = terms.verified()
                && sight.store() != null
                && sight.store()
                        .previous()
                        .flatMap(StoredKey::accessKeyId)
                        .equals(rotation.old().accessKeyId());
        if (provable && sight.proof() == null && sight.failure() == null) {
            return Ends.act(lineage, new Action.Prove(rotation.old()));
        }
        if (sight.proof() != null && (sight.proof().answer() == Answer.ACCEPTED)) {
            return Ends.halt(
                    lineage,
                    sight,
                    terms,
                    RotationProblem.STILL_ACCEPTED,
                    "The provider says that " + rotation.old()
                            + " is revoked, but until the deadline it went on working.");
        }
        return swept(lineage, state, sight, terms);
    }

    private static Decision swept(Lineage lineage, Revoking state, Sight sight, Terms terms) {
        if (!lineage.noncesThatFailed().isEmpty() && sight.failure() == null) {
            if (sight.keys() == null) {
                return Ends.act(lineage, new Action.LookAtKeys());
            }
            List<AccessKey> orphans = Orphans.of(lineage, sight.keys(), sight.store()).stream()
                    .filter(key -> !sight.revoked().contains(key.id()))
                    .toList();
            if (!orphans.isEmpty()) {
                return Ends.act(lineage, new Action.Revoke(KeyReference.to(orphans.get(0)), Action.Role.ORPHAN));
            }
        }
        if (sight.store() != null && sight.store().previous().isPresent() && sight.failure() == null) {
            return Ends.act(lineage, new Action.DiscardPrevious(state.of().nonce()));
        }
        return complete(lineage, state, sight, terms);
    }

    private static Decision complete(Lineage lineage, Revoking state, Sight sight, Terms terms) {
        boolean proven = sight.proof() != null && sight.proof().answer() == Answer.UNKNOWN_KEY;
        PastRotation past = new PastRotation(
                state.of().run(),
                state.of().old(),
                state.key(),
                sight.now(),
                proven ? OldKey.REVOKED_AND_REFUSED : OldKey.REVOKED,
                null);
        return Ends.completed(
                lineage.withFate(state.of().nonce(), Fate.ADOPTED)
                        .withPast(past)
                        .to(new RotationState.Idle()),
                terms,
                past);
    }
}
