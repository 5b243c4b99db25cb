package dev.accesskeys.rotation;

import dev.accesskeys.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a call of a {@link Rotator} has ended. Whatever it is, nothing is lost: the next call goes on from here.
 *
 * <pre>{@code
 * RotationOutcome outcome = rotator.rotate();
 * switch (outcome.kind()) {
 *     case COMPLETED, NOT_DUE -> {}
 *     case WAITING_FOR_GRACE -> {} // the next run goes on
 *     case REFUSED, ROLLED_BACK, NEEDS_OPERATOR -> alert(outcome.explanation());
 * }
 * }</pre>
 */
public sealed interface RotationOutcome {

    /** The outcomes, to switch on. */
    enum Kind {
        /** The new key is in use and the old one is gone, or ends by itself. */
        COMPLETED,
        /** The key that is no longer in use is left alone until a stated time; then call again. */
        WAITING_FOR_GRACE,
        /** It is too early for another rotation; nothing was changed. */
        NOT_DUE,
        /** Something speaks against it; nothing was changed that was not put back, and a rotation under way stays as it was. */
        REFUSED,
        /** The old key is in use again and the new one is gone. */
        ROLLED_BACK,
        /** A rotation is under way and cannot go on by itself: somebody has to look. No key was lost on the way here. */
        NEEDS_OPERATOR
    }

    /** What has become of the old key of a completed rotation. */
    enum OldKey {
        /** Revoked, and seen to be refused where it was used. */
        REVOKED_AND_REFUSED,
        /** Revoked, or gone already; that it is refused could not be seen. */
        REVOKED,
        /** It works until a stated time and ends by itself. */
        ENDS_BY_ITSELF,
        /** It stopped working with the rotation. */
        DEAD
    }

    /** What the next call can be. */
    enum NextCall {
        /** {@link Rotator#rotate()} goes on. */
        ROTATE,
        /** {@link Rotator#rollback()} goes back to the old key. */
        ROLLBACK,
        /** {@link Rotator#abandon()} forgets the rotation and leaves both keys as they are. */
        ABANDON
    }

    /**
     * Tells the outcome.
     *
     * @return its kind
     */
    Kind kind();

    /**
     * Names what was rotated.
     *
     * @return the target
     */
    RotationTarget target();

    /**
     * Says what happened, how things stand and what to do, for people.
     *
     * @return whole sentences, without a secret
     */
    String explanation();

    /**
     * The new key is in use.
     *
     * @param target what was rotated
     * @param run the rotation's id
     * @param oldKey the key that was replaced
     * @param newKey the key in use
     * @param at when it was completed
     * @param fate what has become of the old key
     * @param oldKeyValidUntil until when the old key works; empty unless it ends by itself
     * @param warnings what went wrong without harm; empty if nothing did
     */
    record Completed(
            RotationTarget target,
            String run,
            KeyReference oldKey,
            KeyReference newKey,
            Instant at,
            OldKey fate,
            Optional<Instant> oldKeyValidUntil,
            List<String> warnings)
            implements RotationOutcome {

        /**
         * Copies the list.
         *
         * @param target what was rotated
         * @param run the rotation's id
         * @param oldKey the key that was replaced
         * @param newKey the key in use
         * @param at when it was completed
         * @param fate what has become of the old key
         * @param oldKeyValidUntil until when the old key works
         * @param warnings what went wrong without harm
         */
        public Completed {
            warnings = List.copyOf(warnings);
        }

        @Override
        public Kind kind() {
            return Kind.COMPLETED;
        }

        @Override
        public String explanation() {
            String old = switch (fate) {
                case REVOKED_AND_REFUSED -> " is revoked, and was seen to be refused.";
                case REVOKED -> " is revoked.";
                case ENDS_BY_ITSELF ->
                    oldKeyValidUntil.map(time -> " works until " + time + ".").orElse(" ends by itself.");
                case DEAD -> " stopped working with the rotation.";
            };
            String shown = oldKey.id().equals(newKey.id()) ? "The key before" : "The old key " + oldKey;
            return "The key " + newKey + " is in use since " + at + ". " + shown + old
                    + (warnings.isEmpty() ? "" : " " + String.join(" ", warnings));
        }
    }

    /**
     * The key that is no longer in use is left alone until its grace is over.
     *
     * @param target what is rotated
     * @param run the rotation's id
     * @param oldKey the key that was in use before the rotation
     * @param newKey the key that the rotation has made
     * @param until when to call again
     * @param rollingBack whether it is the new key that waits for its end, in a rollback
     * @param warnings what went wrong without harm; empty if nothing did
     */
    record WaitingForGrace(
            RotationTarget target,
            String run,
            KeyReference oldKey,
            KeyReference newKey,
            Instant until,
            boolean rollingBack,
            List<String> warnings)
            implements RotationOutcome {

        /**
         * Copies the list.
         *
         * @param target what is rotated
         * @param run the rotation's id
         * @param oldKey the key that was in use before the rotation
         * @param newKey the key that the rotation has made
         * @param until when to call again
         * @param rollingBack whether it is the new key that waits for its end
         * @param warnings what went wrong without harm
         */
        public WaitingForGrace {
            warnings = List.copyOf(warnings);
        }

        @Override
        public Kind kind() {
            return Kind.WAITING_FOR_GRACE;
        }

        @Override
        public String explanation() {
            return "The key " + (rollingBack ? oldKey : newKey) + " is in use. The key "
                    + (rollingBack ? newKey : oldKey)
                    + " goes on working until " + until + "; a call after that revokes it."
                    + (warnings.isEmpty() ? "" : " " + String.join(" ", warnings));
        }
    }

    /**
     * It is too early.
     *
     * @param target what would be rotated
     * @param dueAt from when on it is due; empty if that cannot be told
     * @param explanation why
     */
    record NotDue(RotationTarget target, Optional<Instant> dueAt, String explanation) implements RotationOutcome {
        @Override
        public Kind kind() {
            return Kind.NOT_DUE;
        }
    }

    /**
     * Something speaks against it.
     *
     * @param target what would be rotated
     * @param problem what it is
     * @param explanation what was seen, and what to do
     */
    record Refused(RotationTarget target, RotationProblem problem, String explanation) implements RotationOutcome {
        @Override
        public Kind kind() {
            return Kind.REFUSED;
        }
    }

    /**
     * The old key is in use again, or still.
     *
     * @param target what was rotated
     * @param run the rotation's id
     * @param key the key in use
     * @param withdrawn the key that the rotation had made and that is revoked; empty if none was made
     */
    record RolledBack(RotationTarget target, String run, KeyReference key, Optional<KeyReference> withdrawn)
            implements RotationOutcome {
        @Override
        public Kind kind() {
            return Kind.ROLLED_BACK;
        }

        @Override
        public String explanation() {
            return "The key " + key + " is in use as before. "
                    + withdrawn.map(each -> "The key " + each + " is revoked.").orElse("No other key was made.");
        }
    }

    /** A rotation is under way and cannot go on by itself. {@link #toString()} never shows the secret. */
    final class NeedsOperator implements RotationOutcome {

        private final RotationTarget target;
        private final String run;
        private final RotationProblem problem;
        private final String explanation;
        private final KeyReference oldKey;
        private final @Nullable KeyReference newKey;
        private final List<NextCall> nextCalls;
        private final @Nullable Secret unsavedSecret;

        /**
         * Makes the outcome.
         *
         * @param target what is rotated
         * @param run the rotation's id
         * @param problem what it is
         * @param explanation what was seen, and what to do
         * @param oldKey the key that was in use before the rotation
         * @param newKey the key that the rotation has made; null if none is known
         * @param nextCalls what can be called next, the best first
         * @param unsavedSecret the new key's secret, if it could be put nowhere; null otherwise
         */
        public NeedsOperator(
                RotationTarget target,
                String run,
                RotationProblem problem,
                String explanation,
                KeyReference oldKey,
                @Nullable KeyReference newKey,
                List<NextCall> nextCalls,
                @Nullable Secret unsavedSecret) {
            this.target = target;
            this.run = run;
            this.problem = problem;
            this.explanation = explanation;
            this.oldKey = oldKey;
            this.newKey = newKey;
            this.nextCalls = List.copyOf(nextCalls);
            this.unsavedSecret = unsavedSecret;
        }

        @Override
        public Kind kind() {
            return Kind.NEEDS_OPERATOR;
        }

        @Override
        public RotationTarget target() {
            return target;
        }

        @Override
        public String explanation() {
            return explanation;
        }

        /**
         * Names the rotation.
         *
         * @return its id
         */
        public String run() {
            return run;
        }

        /**
         * Tells why it stopped.
         *
         * @return the problem
         */
        public RotationProblem problem() {
            return problem;
        }

        /**
         * Gives the key that was in use before the rotation.
         *
         * @return the old key
         */
        public KeyReference oldKey() {
            return oldKey;
        }

        /**
         * Gives the key that the rotation has made.
         *
         * @return the new key; empty if none is known
         */
        public Optional<KeyReference> newKey() {
            return Optional.ofNullable(newKey);
        }

        /**
         * Tells what can be called next.
         *
         * @return the calls, the best first
         */
        public List<NextCall> nextCalls() {
            return nextCalls;
        }

        /**
         * Gives the new key's secret where the store would not take it: keep it now.
         *
         * @return the secret; empty in all other cases
         */
        public Optional<Secret> unsavedSecret() {
            return Optional.ofNullable(unsavedSecret);
        }

        @Override
        public String toString() {
            return "NeedsOperator[" + target + ", run=" + run + ", problem=" + problem + ", oldKey=" + oldKey
                    + ", newKey="
                    + newKey + ", nextCalls=" + nextCalls + ", unsavedSecret="
                    + (unsavedSecret == null ? "none" : "held") + "]";
        }
    }
}
