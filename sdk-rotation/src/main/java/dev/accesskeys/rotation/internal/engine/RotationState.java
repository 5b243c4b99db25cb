package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.rotation.KeyReference;
import java.util.Optional;

/**
 * Where a target stands, as the journal has it. A state whose name ends in -ing says that an effect is about to happen, or has
 * happened: whoever finds it has to look.
 */
public sealed interface RotationState {

    /** The names under which the journal keeps the states, and to switch on. */
    enum Kind {
        IDLE,
        INTENDED,
        REQUESTED,
        ORPHANED,
        STAGED,
        PUBLISHING,
        PUBLISHED,
        REVOKING,
        RESTORING,
        RESTORED,
        WITHDRAWING
    }

    Kind kind();

    default Optional<Rotation> rotation() {
        return Optional.empty();
    }

    /** The key that the rotation has made, as far as it is known. */
    default Optional<KeyReference> fresh() {
        return Optional.empty();
    }

    /** A state of a rotation that is under way. */
    sealed interface UnderWay extends RotationState {

        Rotation of();

        UnderWay with(Rotation changed);

        @Override
        default Optional<Rotation> rotation() {
            return Optional.of(of());
        }
    }

    /** A state in which the new key is known. */
    sealed interface WithKey extends UnderWay {

        KeyReference key();

        @Override
        default Optional<KeyReference> fresh() {
            return Optional.of(key());
        }
    }

    /** No rotation is under way. */
    record Idle() implements RotationState {
        @Override
        public Kind kind() {
            return Kind.IDLE;
        }
    }

    /** Everything is checked and written down; nothing was sent. */
    record Intended(Rotation of) implements UnderWay {
        @Override
        public Kind kind() {
            return Kind.INTENDED;
        }

        @Override
        public Intended with(Rotation changed) {
            return new Intended(changed);
        }
    }

    /** The request is about to leave or has left. */
    record Requested(Rotation of) implements UnderWay {
        @Override
        public Kind kind() {
            return Kind.REQUESTED;
        }

        @Override
        public Requested with(Rotation changed) {
            return new Requested(changed);
        }
    }

    /** A key of the attempt is there without its secret: it is about to be revoked. */
    record Orphaned(Rotation of, KeyReference key, boolean again) implements WithKey {
        @Override
        public Kind kind() {
            return Kind.ORPHANED;
        }

        @Override
        public Orphaned with(Rotation changed) {
            return new Orphaned(changed, key, again);
        }
    }

    /** The new key is there and its secret is safe; where keys have no secret, the key is there. */
    record Staged(Rotation of, KeyReference key, String fingerprint) implements WithKey {
        @Override
        public Kind kind() {
            return Kind.STAGED;
        }

        @Override
        public Staged with(Rotation changed) {
            return new Staged(changed, key, fingerprint);
        }
    }

    /** The new key is about to become the current one. */
    record Publishing(Rotation of, KeyReference key, String fingerprint) implements WithKey {
        @Override
        public Kind kind() {
            return Kind.PUBLISHING;
        }

        @Override
        public Publishing with(Rotation changed) {
            return new Publishing(changed, key, fingerprint);
        }
    }

    /** The new key is the current one; the old one goes on until the grace is over. */
    record Published(Rotation of, KeyReference key, Grace grace) implements WithKey {
        @Override
        public Kind kind() {
            return Kind.PUBLISHED;
        }

        @Override
        public Published with(Rotation changed) {
            return new Published(changed, key, grace);
        }
    }

    /** The old key is about to be revoked. */
    record Revoking(Rotation of, KeyReference key, Grace grace) implements WithKey {
        @Override
        public Kind kind() {
            return Kind.REVOKING;
        }

        @Override
        public Revoking with(Rotation changed) {
            return new Revoking(changed, key, grace);
        }
    }

    /** In a rollback: the old key is about to become the current one again. */
    record Restoring(Rotation of, KeyReference key) implements WithKey {
        @Override
        public Kind kind() {
            return Kind.RESTORING;
        }

        @Override
        public Restoring with(Rotation changed) {
            return new Restoring(changed, key);
        }
    }

    /** In a rollback: the old key is the current one again; the new one goes on until the grace is over. */
    record Restored(Rotation of, KeyReference key, Grace grace) implements WithKey {
        @Override
        public Kind kind() {
            return Kind.RESTORED;
        }

        @Override
        public Restored with(Rotation changed) {
            return new Restored(changed, key, grace);
        }
    }

    /** In a rollback: the new key is about to be revoked. */
    record Withdrawing(Rotation of, KeyReference key) implements WithKey {
        @Override
        public Kind kind() {
            return Kind.WITHDRAWING;
        }

        @Override
        public Withdrawing with(Rotation changed) {
            return new Withdrawing(changed, key);
        }
    }
}
