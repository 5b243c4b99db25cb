package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.error.PendingChange;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.rotation.KeyReference;
import dev.accesskeys.rotation.RotationOutcome;
import dev.accesskeys.rotation.store.StoredKey;
import java.util.Optional;

/** What to do next. Each is done by {@link Effects}, and its result stands in the next {@link Sight}. */
public sealed interface Action {

    /** Whether it changes anything outside the journal. */
    default boolean changes() {
        return false;
    }

    /** Decide again, with the new state. */
    record Again() implements Action {}

    record LookAtStore() implements Action {}

    record LookAtKeys() implements Action {}

    /** Let the provider's module make its checks and give the handle by which the rotation is known later. */
    record Prepare(KeyRotation rotation) implements Action {}

    /** Let the verifier note what is there before. */
    record NoteBefore() implements Action {}

    /** Make room in store and journal. */
    record Reserve(String nonce) implements Action {
        @Override
        public boolean changes() {
            return true;
        }
    }

    /** Ask for the new key, and keep its secret as soon as it is there. */
    record Send(KeyRotation rotation, String nonce) implements Action {
        @Override
        public boolean changes() {
            return true;
        }
    }

    /** Wait until a listing has caught up. */
    record Settle() implements Action {}

    /** Let the provider's module find out what became of the request. */
    record Reconcile(PendingChange pending) implements Action {}

    /** Wait until the provider has set up the new key. */
    record AwaitKey(AccessKeyId id) implements Action {}

    /** Keep a secret, or what more is known of its key. */
    record Stage(StoredKey key) implements Action {
        @Override
        public boolean changes() {
            return true;
        }
    }

    /** Try a key where it is used. */
    record Verify(KeyReference key, boolean previous) implements Action {}

    record Publish(String nonce, Optional<String> expectedCurrent) implements Action {
        @Override
        public boolean changes() {
            return true;
        }
    }

    /** Make the old key the current one again. */
    record Restore(String nonce) implements Action {
        @Override
        public boolean changes() {
            return true;
        }
    }

    /** Revoke a key. */
    record Revoke(KeyReference key, Role role) implements Action {
        @Override
        public boolean changes() {
            return true;
        }
    }

    /** See that a revoked key is refused where it was used. */
    record Prove(KeyReference key) implements Action {}

    record DiscardPending(String nonce) implements Action {
        @Override
        public boolean changes() {
            return true;
        }
    }

    record DiscardPrevious(String nonce) implements Action {
        @Override
        public boolean changes() {
            return true;
        }
    }

    /** The end of this call. */
    record Finish(RotationOutcome outcome) implements Action {}

    /** What a key that is revoked was. */
    enum Role {
        OLD,
        NEW,
        ORPHAN
    }
}
