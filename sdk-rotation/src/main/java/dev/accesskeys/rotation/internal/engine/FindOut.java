package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.Reconciliation;
import dev.accesskeys.rotation.KeyReference;
import dev.accesskeys.rotation.RotationProblem;
import dev.accesskeys.rotation.internal.engine.Attempt.Fate;
import dev.accesskeys.rotation.internal.engine.RotationState.Idle;
import dev.accesskeys.rotation.internal.engine.RotationState.Orphaned;
import dev.accesskeys.rotation.internal.engine.RotationState.Requested;
import dev.accesskeys.rotation.internal.engine.RotationState.Staged;
import dev.accesskeys.rotation.internal.engine.RotationState.Withdrawing;
import dev.accesskeys.rotation.store.StoredKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What became of a request: from its answer, and if there is none, by looking. A request is never sent again to find out. */
final class FindOut {

    /** Not there counts only after two looks, each after a wait. */
    static final int LOOKS = 2;

    private FindOut() {}

    static Decision requested(Lineage lineage, Requested state, Sight sight, Terms terms) {
        if (sight.sent() instanceof SendResult.NotMade notMade) {
            return notMade(lineage, state, sight, terms, notMade);
        }
        if (sight.sent() instanceof SendResult.Answered answered && sight.failure() == null) {
            return answered(lineage, state, sight, terms, answered);
        }
        if (sight.failure() != null) {
            // A reconciliation refuses a handle that was made for somebody else.
            boolean elsewhere = sight.failure().action() instanceof Action.Reconcile
                    && sight.failure().cause() instanceof ValidationException;
            return elsewhere
                    ? Ends.halt(
                            lineage,
                            sight,
                            terms,
                            RotationProblem.OTHER_ACCOUNT,
                            Ends.words(sight.failure().cause()))
                    : Ends.haltAfter(lineage, sight, terms, sight.failure().cause());
        }
        if (terms.hasSecret() && sight.store() == null) {
            return Ends.act(lineage, new Action.LookAtStore());
        }
        return terms.overlaps() ? byListing(lineage, state, sight, terms) : byProvider(lineage, state, sight, terms);
    }

    private static Decision notMade(
            Lineage lineage, Requested state, Sight sight, Terms terms, SendResult.NotMade notMade) {
        String nonce = state.of().nonce();
        if (terms.hasSecret() && !sight.discarded() && sight.failure() == null) {
            return Ends.act(lineage, new Action.DiscardPending(nonce));
        }
        return Ends.refused(
                lineage.withFate(nonce, Fate.UNSENT).to(new Idle()),
                terms,
                RotationProblem.PROVIDER_REFUSED,
                Ends.words(notMade.why()));
    }

    private static Decision answered(
            Lineage lineage, Requested state, Sight sight, Terms terms, SendResult.Answered answered) {
        KeyReference fresh = KeyReference.to(answered.key());
        if (answered.staged()) {
            return Ends.go(lineage.to(new Staged(state.of(), fresh, answered.fingerprint())));
        }
        if (terms.overlaps()) {
            return Ends.go(lineage.to(new Orphaned(state.of(), fresh, false)));
        }
        return Ends.halt(
                lineage, sight, terms, RotationProblem.STORE_FAILED, "The store would not take the new secret.");
    }

    private static Decision byListing(Lineage lineage, Requested state, Sight sight, Terms terms) {
        Rotation rotation = state.of();
        if (sight.settled() == 0) {
            return Ends.act(lineage, new Action.Settle());
        }
        if (sight.keys() == null) {
            return Ends.act(lineage, new Action.LookAtKeys());
        }
        Optional<AccessKey> found = sight.keys().stream()
                .filter(key -> Orphans.isOf(lineage, key, rotation.nonce()))
                .findFirst();
        Optional<StoredKey> staged = sight.pendingOf(rotation.nonce());
        if (found.isPresent()) {
            return found(lineage, state, terms, found.get(), staged);
        }
        if (sight.settled() < LOOKS) {
            return Ends.act(lineage, new Action.Settle());
        }
        if (staged.isPresent()) {
            return rotation.goal() == Rotation.Goal.BACK && sight.lists(rotation.old())
                    ? gone(lineage, sight, terms, rotation)
                    : Ends.halt(
                            lineage,
                            sight,
                            terms,
                            isOfThisAccount(lineage, sight, rotation)
                                    ? RotationProblem.NEW_KEY_GONE
                                    : RotationProblem.OTHER_ACCOUNT,
                            "Its secret is in the store as pending, but the key is not listed.");
        }
        if (!sight.lists(rotation.old())) {
            return Ends.halt(
                    lineage,
                    sight,
                    terms,
                    isOfThisAccount(lineage, sight, rotation)
                            ? RotationProblem.OLD_KEY_GONE
                            : RotationProblem.OTHER_ACCOUNT,
                    "The request for a new key had no answer, and without the old key in the listing it cannot be told"
                            + " what became of it.");
        }
        if (rotation.goal() == Rotation.Goal.BACK) {
            return gone(lineage, sight, terms, rotation);
        }
        return tryAgain(lineage, sight, terms, rotation);
    }

    private static Decision found(
            Lineage lineage, Requested state, Terms terms, AccessKey found, Optional<StoredKey> staged) {
        Rotation rotation = state.of();
        KeyReference fresh = KeyReference.to(found);
        if (rotation.goal() == Rotation.Goal.BACK) {
            return Ends.go(lineage.to(new Withdrawing(rotation, fresh)));
        }
        return Ends.go(lineage.to(
                staged.isPresent()
                        ? new Staged(
                                rotation,
                                fresh,
                                terms.fingerprintOf(staged.get().secret()))
                        : new Orphaned(rotation, fresh, true)));
    }

    /** Whether the listing has any key that was there when the rotation began. */
    static boolean isOfThisAccount(Lineage lineage, Sight sight, Rotation rotation) {
        if (sight.lists(rotation.old())
                || lineage.state().fresh().filter(sight::lists).isPresent()) {
            return true;
        }
        List<AccessKeyId> others = lineage.attempt(rotation.nonce()).map(Attempt::snapshot).orElse(List.of()).stream()
                .filter(id -> !id.equals(rotation.old().id()))
                .toList();
        return Objects.requireNonNull(sight.keys()).stream().anyMatch(key -> others.contains(key.id()));
    }

    private static Decision gone(Lineage lineage, Sight sight, Terms terms, Rotation rotation) {
        return terms.hasSecret() && !sight.discarded()
                ? Ends.act(lineage, new Action.DiscardPending(rotation.nonce()))
                : Ends.rolledBack(
                        lineage.withFate(rotation.nonce(), Fate.FAILED).to(new Idle()), terms, rotation, null);
    }

    /** Asks for another key, under a new nonce; the old nonce is kept, for a key that shows up late. */
    private static Decision tryAgain(Lineage lineage, Sight sight, Terms terms, Rotation rotation) {
        if (terms.hasSecret() && !sight.discarded()) {
            return Ends.act(lineage, new Action.DiscardPending(rotation.nonce()));
        }
        Lineage given = lineage.withFate(rotation.nonce(), Fate.FAILED);
        if (rotation.number() >= terms.maxAttempts()) {
            return Ends.refused(
                    given.to(new Idle()),
                    terms,
                    RotationProblem.PROVIDER_REFUSED,
                    "The answers to " + rotation.number()
                            + " requests were lost, and none of their keys is left. The old key is in use as before: try"
                            + " again later.");
        }
        if (sight.prepared() == null) {
            return Ends.act(lineage, new Action.Prepare(Begin.request(given, terms, rotation.old(), sight.nonce())));
        }
        if (sight.keys() == null) {
            return Ends.act(lineage, new Action.LookAtKeys());
        }
        Rotation next = new Rotation(
                rotation.run(),
                rotation.startedAt(),
                rotation.old(),
                rotation.oldInStore(),
                sight.nonce(),
                rotation.number() + 1,
                sight.prepared(),
                rotation.before(),
                rotation.goal(),
                rotation.grace());
        return Begin.intend(given, next, sight);
    }

    private static Decision byProvider(Lineage lineage, Requested state, Sight sight, Terms terms) {
        Rotation rotation = state.of();
        if (sight.reconciled() == null) {
            return Ends.act(lineage, new Action.Reconcile(rotation.pending()));
        }
        Reconciliation found = sight.reconciled();
        return switch (found.verdict()) {
            case APPLIED -> applied(lineage, state, sight, terms, found);
            case NOT_SEEN ->
                sight.settled() < LOOKS
                        ? Ends.act(lineage, new Action.Settle())
                        : Ends.halt(lineage, sight, terms, RotationProblem.NOT_SEEN, found.advice());
            case UNDECIDED -> Ends.halt(lineage, sight, terms, RotationProblem.UNDECIDED, found.advice());
        };
    }

    private static Decision applied(Lineage lineage, Requested state, Sight sight, Terms terms, Reconciliation found) {
        AccessKey key = found.key().orElseThrow();
        KeyReference fresh = KeyReference.to(key);
        if (!terms.hasSecret()) {
            return Ends.go(lineage.to(new Staged(state.of(), fresh, "")));
        }
        Optional<StoredKey> staged = sight.pendingOf(state.of().nonce());
        if (found.secret().isEmpty()) {
            return staged.isPresent()
                    ? Ends.go(lineage.to(new Staged(
                            state.of(), fresh, terms.fingerprintOf(staged.get().secret()))))
                    : Ends.halt(lineage, sight, terms, RotationProblem.UNDECIDED, found.advice());
        }
        if (staged.filter(each -> each.secret().equals(found.secret().get())).isPresent()) {
            return Ends.go(lineage.to(new Staged(
                    state.of(), fresh, terms.fingerprintOf(found.secret().get()))));
        }
        if (staged.isPresent() && !sight.discarded()) {
            // What the answer showed was not the new secret. What can be read now is.
            return Ends.act(lineage, new Action.DiscardPending(state.of().nonce()));
        }
        if (!Objects.requireNonNull(sight.store())
                .reservation()
                .equals(Optional.of(state.of().nonce()))) {
            return Ends.act(lineage, new Action.Reserve(state.of().nonce()));
        }
        return Ends.act(
                lineage,
                new Action.Stage(Forward.complete(
                        StoredKey.builder(found.secret().get())
                                .attempt(state.of().nonce())
                                .build(),
                        key,
                        sight)));
    }

    static Decision orphaned(Lineage lineage, Orphaned state, Sight sight, Terms terms) {
        Rotation rotation = state.of();
        if (sight.revoked().contains(state.key().id())) {
            return afterOrphan(lineage, state, sight, terms);
        }
        if (sight.failure() != null) {
            return Ends.haltAfter(lineage, sight, terms, sight.failure().cause());
        }
        if (sight.store() == null) {
            return Ends.act(lineage, new Action.LookAtStore());
        }
        if (sight.keys() == null) {
            return Ends.act(lineage, new Action.LookAtKeys());
        }
        Optional<AccessKey> listed = sight.key(state.key().id());
        if (!isOfThisAccount(lineage, sight, rotation)) {
            return Ends.halt(
                    lineage,
                    sight,
                    terms,
                    RotationProblem.OTHER_ACCOUNT,
                    "The key " + state.key() + ", whose secret is lost, cannot be revoked here.");
        }
        // In use although the journal does not know it: the journal is an old copy.
        if (sight.isOrWasCurrent(state.key(), rotation.nonce())
                || (listed.isPresent() && !Orphans.isOf(lineage, listed.get(), rotation.nonce()))) {
            return Ends.halt(
                    lineage,
                    sight,
                    terms,
                    RotationProblem.STORE_CHANGED,
                    "The key " + state.key() + " was to be revoked because its secret is lost, but it is in use.");
        }
        // Not listed yet, or not any more: its id is known, and revoking what is gone is a success.
        return Ends.act(lineage, new Action.Revoke(state.key(), Action.Role.ORPHAN));
    }

    private static Decision afterOrphan(Lineage lineage, Orphaned state, Sight sight, Terms terms) {
        Rotation rotation = state.of();
        if (state.again() && rotation.goal() == Rotation.Goal.FORWARD) {
            return sight.failure() == null
                    ? tryAgain(lineage, sight, terms, rotation)
                    : Ends.haltAfter(lineage, sight, terms, sight.failure().cause());
        }
        if (!sight.discarded() && sight.failure() == null) {
            return Ends.act(lineage, new Action.DiscardPending(rotation.nonce()));
        }
        Lineage idle = lineage.withFate(rotation.nonce(), Fate.FAILED).to(new Idle());
        return rotation.goal() == Rotation.Goal.BACK
                ? Ends.rolledBack(idle, terms, rotation, state.key())
                : Ends.refused(
                        idle,
                        terms,
                        RotationProblem.STORE_FAILED,
                        "The store would not take the new secret, so the new key " + state.key()
                                + " was revoked. The old key is in use as before.");
    }
}
