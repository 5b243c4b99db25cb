package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyState;
import dev.accesskeys.keys.S3Endpoint;
import dev.accesskeys.rotation.KeyReference;
import dev.accesskeys.rotation.RotationOutcome.OldKey;
import dev.accesskeys.rotation.RotationProblem;
import dev.accesskeys.rotation.internal.engine.Attempt.Fate;
import dev.accesskeys.rotation.internal.engine.RotationState.Idle;
import dev.accesskeys.rotation.internal.engine.RotationState.Published;
import dev.accesskeys.rotation.internal.engine.RotationState.Publishing;
import dev.accesskeys.rotation.internal.engine.RotationState.Staged;
import dev.accesskeys.rotation.internal.engine.RotationState.Withdrawing;
import dev.accesskeys.rotation.store.StoredKey;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** From a secret that is safe to a key that is in use. */
final class Forward {

    private Forward() {}

    static Decision staged(Lineage lineage, Staged state, Sight sight, Terms terms) {
        Rotation rotation = state.of();
        if (sight.failure() != null) {
            return afterFailure(lineage, sight, terms);
        }
        if (!terms.hasSecret()) {
            return withoutSecret(lineage, state, sight, terms);
        }
        if (sight.store() == null) {
            return Ends.act(lineage, new Action.LookAtStore());
        }
        if (sight.isCurrent(rotation.nonce())) {
            return Ends.go(lineage.to(new Publishing(rotation, state.key(), state.fingerprint())));
        }
        if (rotation.goal() == Rotation.Goal.BACK) {
            return Ends.go(lineage.to(new Withdrawing(rotation, state.key())));
        }
        Optional<Decision> incomplete = incomplete(lineage, state, sight, terms);
        if (incomplete.isPresent()) {
            return incomplete.get();
        }
        // Where the old key is dead already, every moment without the new one is an outage: it is published first.
        if (!terms.kills() && !sight.isVerified(state.key().id())) {
            return Forward.verify(lineage, sight, terms, state.key(), false);
        }
        if (!terms.kills() && sight.keys() == null) {
            return Ends.act(lineage, new Action.LookAtKeys());
        }
        Optional<Decision> halted = unfit(lineage, state, sight, terms);
        return halted.isPresent()
                ? halted.get()
                : Ends.go(lineage.to(new Publishing(rotation, state.key(), state.fingerprint())));
    }

    /** What speaks against going on with the new key. */
    private static Optional<Decision> unfit(Lineage lineage, Staged state, Sight sight, Terms terms) {
        Rotation rotation = state.of();
        if (!terms.kills() && !FindOut.isOfThisAccount(lineage, sight, rotation)) {
            return Optional.of(Ends.halt(
                    lineage, sight, terms, RotationProblem.OTHER_ACCOUNT, "The listing is of somebody else's keys."));
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
        if (sight.pendingOf(rotation.nonce())
                .filter(each -> terms.fingerprintOf(each.secret()).equals(state.fingerprint()))
                .isEmpty()) {
            return Optional.of(Ends.halt(
                    lineage,
                    sight,
                    terms,
                    RotationProblem.STORE_CHANGED,
                    "The pending place does not hold the secret that was put there."));
        }
        return isCurrentOld(sight, rotation)
                ? Optional.empty()
                : Optional.of(Ends.halt(
                        lineage,
                        sight,
                        terms,
                        RotationProblem.STORE_CHANGED,
                        "Its current key is neither the old one nor the new one."));
    }

    static boolean isCurrentOld(Sight sight, Rotation rotation) {
        Optional<StoredKey> current = Objects.requireNonNull(sight.store()).current();
        return rotation.oldInStore()
                ? current.flatMap(StoredKey::accessKeyId).equals(rotation.old().accessKeyId())
                        && !current.flatMap(StoredKey::attempt).equals(Optional.of(rotation.nonce()))
                : current.isEmpty();
    }

    /** What is still to be learned of the new key, and to be kept with its secret; empty if nothing is. */
    private static Optional<Decision> incomplete(Lineage lineage, Staged state, Sight sight, Terms terms) {
        Optional<AccessKey> known = known(state.key(), sight).filter(Forward::isReady);
        Optional<StoredKey> pending = sight.pendingOf(state.of().nonce());
        if (pending.isEmpty()) {
            // Somebody has emptied the place: said below, once it is known whose keys these are.
            return Optional.empty();
        }
        boolean whole = pending.get().id().isPresent()
                && pending.get().accessKeyId().isPresent()
                && pending.get().accessKeyId().equals(state.key().accessKeyId());
        if (known.isEmpty() && !whole && terms.kills()) {
            // The journal knows enough to publish it; waiting for the provider would be an outage.
            known = remembered(state.key());
        }
        if (known.isEmpty()) {
            return whole
                    ? Optional.empty()
                    : Optional.of(
                            Ends.act(lineage, new Action.AwaitKey(state.key().id())));
        }
        StoredKey complete = complete(pending.get(), known.get(), sight);
        if (!complete.equals(pending.get())) {
            return Optional.of(Ends.act(lineage, new Action.Stage(complete)));
        }
        KeyReference reference = KeyReference.to(known.get());
        return reference.equals(state.key())
                ? Optional.empty()
                : Optional.of(Ends.go(lineage.to(new Staged(state.of(), reference, state.fingerprint()))));
    }

    private static Optional<AccessKey> remembered(KeyReference key) {
        return key.accessKeyId()
                .map(id -> AccessKey.builder(key.id(), key.name())
                        .accessKeyId(id)
                        .createdAt(key.createdAt().orElse(null))
                        .build());
    }

    private static Optional<AccessKey> known(KeyReference key, Sight sight) {
        if (sight.awaited() != null) {
            return Optional.of(sight.awaited());
        }
        return sight.key(key.id())
                .or(() -> sight.sent() instanceof SendResult.Answered answered
                        ? Optional.of(answered.key())
                        : Optional.empty());
    }

    static boolean isReady(AccessKey key) {
        return key.accessKeyId().isPresent()
                && (key.state() == AccessKeyState.ACTIVE || key.state() == AccessKeyState.UNKNOWN);
    }

    /** The stored key with all that is known of it; an address that the store's owner has chosen stays. */
    static StoredKey complete(StoredKey stored, AccessKey key, Sight sight) {
        S3Endpoint endpoint = Objects.requireNonNull(sight.store())
                .current()
                .flatMap(StoredKey::endpoint)
                .or(() -> key.endpoints().stream().findFirst())
                .or(stored::endpoint)
                .orElse(null);
        return stored.toBuilder()
                .id(key.id())
                .accessKeyId(key.accessKeyId().orElse(null))
                .endpoint(endpoint)
                .build();
    }

    /** Tries a key, or stops if it was tried in vain. */
    static Decision verify(Lineage lineage, Sight sight, Terms terms, KeyReference key, boolean previous) {
        if (sight.tried() == null || !sight.tried().id().equals(key.id())) {
            return Ends.act(lineage, new Action.Verify(key, previous));
        }
        return Ends.halt(
                lineage,
                sight,
                terms,
                RotationProblem.NOT_VERIFIED,
                "Trying the key " + key.id() + " until the deadline, the last answer was "
                        + sight.tried().last() + ".");
    }

    private static Decision withoutSecret(Lineage lineage, Staged state, Sight sight, Terms terms) {
        if (terms.verified() && !sight.isVerified(state.key().id())) {
            // The key may be new under its old id: what was tried before the rotation does not count, and is not in
            // this sight.
            if (sight.keys() == null) {
                return Ends.act(lineage, new Action.LookAtKeys());
            }
            return verify(lineage, sight, terms, state.key(), false);
        }
        return complete(lineage, state.of(), state.key(), sight, terms);
    }

    /** The end of a rotation whose old key needs no revocation. */
    static Decision complete(Lineage lineage, Rotation rotation, KeyReference fresh, Sight sight, Terms terms) {
        Instant since = fresh.createdAt().orElse(sight.now());
        PastRotation past = new PastRotation(
                rotation.run(),
                rotation.old(),
                fresh,
                sight.now(),
                terms.kills() ? OldKey.DEAD : OldKey.ENDS_BY_ITSELF,
                terms.capabilities().overlap().map(since::plus).orElse(null));
        return Ends.completed(
                lineage.withFate(rotation.nonce(), Fate.ADOPTED).withPast(past).to(new Idle()), terms, past);
    }

    static Decision publishing(Lineage lineage, Publishing state, Sight sight, Terms terms) {
        Rotation rotation = state.of();
        if (sight.failure() != null && !(sight.failure().action() instanceof Action.Publish)) {
            return afterFailure(lineage, sight, terms);
        }
        if (sight.store() == null) {
            return sight.failure() == null
                    ? Ends.act(lineage, new Action.LookAtStore())
                    : Ends.haltAfter(lineage, sight, terms, sight.failure().cause());
        }
        if (sight.isCurrent(rotation.nonce())) {
            return readBack(lineage, state, sight, terms);
        }
        if (sight.failure() != null) {
            return Ends.haltAfter(lineage, sight, terms, sight.failure().cause());
        }
        if (rotation.goal() == Rotation.Goal.BACK) {
            return Ends.go(lineage.to(new Withdrawing(rotation, state.key())));
        }
        if (sight.resumed()) {
            // Perhaps days have passed: it is looked at again as if it had only been staged.
            return Ends.go(lineage.to(new Staged(rotation, state.key(), state.fingerprint())));
        }
        return Ends.act(
                lineage,
                new Action.Publish(
                        rotation.nonce(), rotation.oldInStore() ? rotation.old().accessKeyId() : Optional.empty()));
    }

    private static Decision readBack(Lineage lineage, Publishing state, Sight sight, Terms terms) {
        String found = terms.fingerprintOf(
                Objects.requireNonNull(sight.store()).current().orElseThrow().secret());
        if (!found.equals(state.fingerprint())) {
            return Ends.halt(
                    lineage,
                    sight,
                    terms,
                    RotationProblem.STORE_CHANGED,
                    "Read back, the current key has another secret than the one that was published.");
        }
        if (sight.providerNow() == null && terms.overlaps() && sight.keys() == null) {
            return Ends.act(lineage, new Action.LookAtKeys());
        }
        return Ends.go(lineage.withFate(state.of().nonce(), Fate.ADOPTED)
                .to(new Published(state.of(), state.key(), graceFrom(sight, state.of()))));
    }

    static Grace graceFrom(Sight sight, Rotation rotation) {
        return new Grace(
                sight.now().plus(rotation.grace()),
                sight.providerNow() == null ? null : sight.providerNow().plus(rotation.grace()));
    }

    private static Decision afterFailure(Lineage lineage, Sight sight, Terms terms) {
        Sight.Failure failure = Objects.requireNonNull(sight.failure());
        if (failure.action() instanceof Action.AwaitKey) {
            boolean gone = failure.cause() instanceof dev.accesskeys.error.NotFoundException;
            boolean unfinished = failure.cause() instanceof NotProvisionedException;
            if (gone || unfinished) {
                return Ends.halt(
                        lineage,
                        sight,
                        terms,
                        gone ? RotationProblem.NEW_KEY_GONE : RotationProblem.NOT_PROVISIONED,
                        Ends.words(failure.cause()));
            }
        }
        return Ends.haltAfter(lineage, sight, terms, failure.cause());
    }
}
