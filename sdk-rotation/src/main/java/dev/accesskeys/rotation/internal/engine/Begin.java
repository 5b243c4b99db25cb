package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.error.RotationTooEarlyException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyState;
import dev.accesskeys.keys.BlastRadius;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.SuccessorName;
import dev.accesskeys.rotation.KeyReference;
import dev.accesskeys.rotation.RotationProblem;
import dev.accesskeys.rotation.internal.engine.Attempt.Fate;
import dev.accesskeys.rotation.internal.engine.RotationState.Idle;
import dev.accesskeys.rotation.internal.engine.RotationState.Intended;
import dev.accesskeys.rotation.internal.engine.RotationState.Requested;
import dev.accesskeys.rotation.journal.JournalException;
import dev.accesskeys.rotation.store.StoreConflictException;
import dev.accesskeys.rotation.store.StoredKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From nothing to the moment before the request: everything that can be known is checked first. */
final class Begin {

    private Begin() {}

    static Decision idle(Lineage lineage, Sight sight, Terms terms) {
        if (terms.command() == Terms.Command.ROLLBACK) {
            return Ends.refused(
                    lineage, terms, RotationProblem.NO_WAY_BACK, "No rotation of this target is under way.");
        }
        if (terms.capabilities().rotatesOwnCredential()) {
            return Ends.refused(
                    lineage,
                    terms,
                    RotationProblem.OWN_CREDENTIAL,
                    "Use another credential for the rotation than the key that is rotated.");
        }
        if (terms.named() != null) {
            Optional<PastRotation> done = lineage.whichReplaced(terms.named());
            if (done.isPresent()) {
                return Ends.completed(lineage, terms, done.get());
            }
        }
        if (sight.failure() != null) {
            return afterFailure(lineage, sight.failure(), terms);
        }
        if (terms.hasSecret() && sight.store() == null) {
            return Ends.act(lineage, new Action.LookAtStore());
        }
        Optional<Decision> early = lineage.noncesThatFailed().isEmpty() && sight.keys() == null
                ? currentId(sight).flatMap(id -> Due.byJournal(lineage, sight, terms, id))
                : Optional.empty();
        if (early.isPresent()) {
            return early.get();
        }
        if (sight.keys() == null) {
            return Ends.act(lineage, new Action.LookAtKeys());
        }
        Optional<Action> tidy = tidy(lineage, sight, terms);
        return tidy.isPresent() ? Ends.act(lineage, tidy.get()) : withKeys(lineage, sight, terms);
    }

    private static Optional<AccessKeyId> currentId(Sight sight) {
        return sight.store() == null
                ? Optional.empty()
                : sight.store().current().flatMap(StoredKey::id);
    }

    /** What earlier attempts have left: orphans, and a pending place that is theirs. */
    private static Optional<Action> tidy(Lineage lineage, Sight sight, Terms terms) {
        // Where a rotation makes no second key there are no orphans, whatever the names of keys look like.
        List<AccessKey> orphans = sight.keys() == null || !terms.overlaps()
                ? List.of()
                : Orphans.of(lineage, sight.keys(), sight.store());
        Optional<AccessKey> next = orphans.stream()
                .filter(key -> !sight.revoked().contains(key.id()))
                .findFirst();
        if (next.isPresent()) {
            return Optional.of(new Action.Revoke(KeyReference.to(next.get()), Action.Role.ORPHAN));
        }
        if (sight.store() == null || sight.discarded()) {
            return Optional.empty();
        }
        // A secret of what was never sent: the journal is an old copy, and the secret not ours to throw away.
        boolean staged = sight.store().pending().isPresent();
        return sight.store()
                .reservation()
                .filter(nonce -> lineage.attempt(nonce)
                        .filter(attempt -> attempt.fate() == Fate.FAILED || (attempt.fate() == Fate.UNSENT && !staged))
                        .isPresent())
                .map(Action.DiscardPending::new);
    }

    private static Decision withKeys(Lineage lineage, Sight sight, Terms terms) {
        if (sight.store() != null && sight.store().reservation().isPresent()) {
            return Ends.refused(
                    lineage,
                    terms,
                    RotationProblem.FOREIGN_PENDING,
                    "It belongs to the attempt " + sight.store().reservation().get()
                            + ". Continue that rotation with its own journal; if there is none any more, see whether a key"
                            + " with this in its name exists, revoke it or take it into use, and empty the pending place by"
                            + " hand.");
        }
        Current current = Current.find(sight, terms);
        if (current.problem() != null) {
            return Ends.refused(lineage, terms, current.problem(), current.detail());
        }
        AccessKey old = current.key();
        Optional<AccessKey> foreign = foreignSuccessor(lineage, sight, terms, old.id());
        if (foreign.isPresent()) {
            return Ends.refused(
                    lineage,
                    terms,
                    RotationProblem.FOREIGN_SUCCESSOR,
                    "The key " + KeyReference.to(foreign.get()) + " is a successor of " + old.id()
                            + " that this journal knows nothing of. If its rotation is finished, put it into the store;"
                            + " if it was given up, revoke it.");
        }
        Optional<AccessKey> predecessor = foreignPredecessor(lineage, sight, terms);
        if (predecessor.isPresent()) {
            return Ends.refused(
                    lineage,
                    terms,
                    RotationProblem.FOREIGN_SUCCESSOR,
                    "The key in use was put there by a rotation of which this journal does not know, and which is not finished: "
                            + KeyReference.to(predecessor.get()) + ", the key before, still exists, and the store would"
                            + " forget its secret. Let that rotation end, or revoke the key before.");
        }
        Optional<Decision> notDue = Due.of(lineage, sight, terms, old);
        if (notDue.isPresent()) {
            return notDue.get();
        }
        Optional<Decision> unconfirmed = unconfirmed(lineage, terms, old);
        return unconfirmed.isPresent() ? unconfirmed.get() : prepared(lineage, sight, terms, old);
    }

    static Optional<AccessKey> foreignSuccessor(Lineage lineage, Sight sight, Terms terms, AccessKeyId old) {
        if (!terms.overlaps() || sight.keys() == null) {
            return Optional.empty();
        }
        Set<String> own = lineage.nonces();
        return sight.keys().stream()
                .filter(key -> SuccessorName.isSuccessorOf(key.name(), old))
                .filter(key -> key.state() != AccessKeyState.DEPROVISIONING)
                .filter(key -> Orphans.nonce(key).filter(own::contains).isEmpty())
                .findFirst();
    }

    /**
     * The previous key, if it still exists and this journal does not know how the current one got there: because another rotator
     * put it there, or because the journal is an old copy.
     */
    private static Optional<AccessKey> foreignPredecessor(Lineage lineage, Sight sight, Terms terms) {
        if (!terms.overlaps() || sight.store() == null || sight.keys() == null) {
            return Optional.empty();
        }
        boolean foreign = sight.store()
                .current()
                .flatMap(StoredKey::attempt)
                .filter(nonce -> lineage.attempt(nonce)
                        .filter(own -> own.fate() == Fate.ADOPTED)
                        .isEmpty())
                .isPresent();
        Optional<String> previous = sight.store().previous().flatMap(StoredKey::accessKeyId);
        return foreign && previous.isPresent()
                ? sight.keys().stream()
                        .filter(key -> key.accessKeyId().equals(previous))
                        .filter(key -> key.state() != AccessKeyState.DEPROVISIONING)
                        .findFirst()
                : Optional.empty();
    }

    /** Whoever is hit beyond this key, or cannot go back, must have been named. */
    private static Optional<Decision> unconfirmed(Lineage lineage, Terms terms, AccessKey old) {
        boolean wide = terms.capabilities().blastRadius() != BlastRadius.KEY || terms.kills();
        if (!wide) {
            return Optional.empty();
        }
        String wanted = terms.capabilities().confirmation().isPresent()
                ? terms.capabilities().confirmation().get()
                : "the " + terms.capabilities().blastRadius().name().toLowerCase(Locale.ROOT) + " "
                        + old.id().value();
        if (terms.confirmation() == null) {
            return Optional.of(Ends.refused(
                    lineage,
                    terms,
                    RotationProblem.NOT_CONFIRMED,
                    "A rotation hits the "
                            + terms.capabilities().blastRadius().name().toLowerCase(Locale.ROOT)
                            + " as a whole and cannot be taken back. Confirm it with confirming(…), naming " + wanted
                            + "."));
        }
        boolean checkedByProvider = terms.capabilities().confirmation().isPresent();
        if (!checkedByProvider && !terms.confirmation().equals(old.id().value())) {
            return Optional.of(Ends.refused(
                    lineage,
                    terms,
                    RotationProblem.NOT_CONFIRMED,
                    "The confirmation names somebody else. It must name " + wanted + "."));
        }
        return Optional.empty();
    }

    private static Decision prepared(Lineage lineage, Sight sight, Terms terms, AccessKey old) {
        if (sight.prepared() == null) {
            return Ends.act(lineage, new Action.Prepare(request(lineage, terms, KeyReference.to(old), sight.nonce())));
        }
        if (terms.verified() && sight.before() == null) {
            return Ends.act(lineage, new Action.NoteBefore());
        }
        Rotation rotation = new Rotation(
                sight.run(),
                sight.now(),
                KeyReference.to(old),
                sight.store() != null && sight.store().current().isPresent(),
                sight.nonce(),
                1,
                sight.prepared(),
                sight.before() == null ? Map.of() : sight.before(),
                Rotation.Goal.FORWARD,
                terms.grace());
        return intend(lineage, rotation, sight);
    }

    /** Writes down an attempt; the snapshot is what is listed now. */
    static Decision intend(Lineage lineage, Rotation rotation, Sight sight) {
        List<AccessKeyId> snapshot = sight.keys() == null
                ? List.of()
                : sight.keys().stream().map(AccessKey::id).toList();
        return Ends.go(
                lineage.withAttempt(new Attempt(rotation.nonce(), rotation.run(), sight.now(), Fate.OPEN, snapshot))
                        .to(new Intended(rotation)));
    }

    static KeyRotation request(Lineage lineage, Terms terms, KeyReference old, String nonce) {
        KeyRotation request = KeyRotation.of(old.id()).withNonce(nonce).ignoringAttempts(lineage.noncesThatFailed());
        if (terms.confirmation() != null && terms.capabilities().confirmation().isPresent()) {
            request = request.confirming(terms.confirmation());
        }
        return terms.insisting() ? request.insisting() : request;
    }

    static Decision intended(Lineage lineage, Intended state, Sight sight, Terms terms) {
        Rotation rotation = state.of();
        Lineage unsent = lineage.withFate(rotation.nonce(), Fate.UNSENT).to(new Idle());
        if (rotation.goal() == Rotation.Goal.BACK) {
            return Ends.rolledBack(unsent, terms, rotation, null);
        }
        if (sight.resumed()) {
            // Nothing has left. What was checked then may be different now.
            return Ends.go(unsent);
        }
        if (sight.failure() != null) {
            RotationProblem problem = sight.failure().cause() instanceof StoreConflictException
                    ? RotationProblem.FOREIGN_PENDING
                    : sight.failure().cause() instanceof JournalException
                            ? RotationProblem.JOURNAL_FAILED
                            : RotationProblem.STORE_FAILED;
            return Ends.refused(
                    unsent, terms, problem, Ends.words(sight.failure().cause()));
        }
        if (!rotation.nonce().equals(sight.reserved())) {
            return Ends.act(lineage, new Action.Reserve(rotation.nonce()));
        }
        return new Decision(
                lineage.to(new Requested(rotation)),
                new Action.Send(request(lineage, terms, rotation.old(), rotation.nonce()), rotation.nonce()));
    }

    private static Decision afterFailure(Lineage lineage, Sight.Failure failure, Terms terms) {
        if (failure.cause() instanceof RotationTooEarlyException early) {
            return Ends.notDue(lineage, terms, early.safeFrom().orElse(null), Ends.words(early));
        }
        if (failure.action() instanceof Action.Prepare && failure.cause() instanceof ValidationException refused) {
            boolean confirmation = terms.confirmation() != null
                    && terms.capabilities().confirmation().isPresent()
                    && !refused.field().equals("access key id");
            return Ends.refused(
                    lineage,
                    terms,
                    confirmation ? RotationProblem.NOT_CONFIRMED : RotationProblem.NOT_CURRENT,
                    Ends.words(refused));
        }
        RotationProblem problem = failure.action() instanceof Action.Revoke
                ? RotationProblem.NOT_REVOKED
                : Ends.problemOf(failure.cause());
        return Ends.refused(lineage, terms, problem, Ends.words(failure.cause()));
    }
}
