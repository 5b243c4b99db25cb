package dev.accesskeys.rotation.audit;

import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.rotation.RotationTarget;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that happened in a rotation. Holds no secret. Immutable. */
public final class RotationEvent {

    /** What happened. */
    public enum Type {
        /** A call has begun to work on a target. */
        STARTED,
        /** What is about to be asked for is written down. */
        INTENDED,
        /** The request that makes the new key is about to leave. */
        REQUESTED,
        /** The new secret is safe in the store. */
        STAGED,
        /** The provider has answered that the new key is there. */
        CREATED,
        /** No usable answer came: whether there is a new key is not known. */
        OUTCOME_UNKNOWN,
        /** The provider made nothing. */
        NOT_CREATED,
        /** It was found out what became of a request without an answer. */
        RECONCILED,
        /** A key was found whose secret is lost. */
        ORPHAN_FOUND,
        /** A key whose secret is lost is about to be revoked. */
        ORPHAN_REVOKING,
        /** A key whose secret is lost was revoked. */
        ORPHAN_REVOKED,
        /** A key was tried and works. */
        VERIFIED,
        /** A key was tried and does not work, or it could not be told. */
        NOT_VERIFIED,
        /** The new key is about to become the current one. */
        PUBLISHING,
        /** The new key is the current one, and was read back. */
        PUBLISHED,
        /** The old key is about to be revoked. */
        REVOKING,
        /** The provider has taken the old key away. */
        REVOKED,
        /** The old key was tried and is refused. */
        REVOCATION_PROVEN,
        /** A rollback has begun. */
        ROLLING_BACK,
        /** The old key is the current one again, and was read back. */
        RESTORED,
        /** The new key is about to be revoked. */
        WITHDRAWING,
        /** The new key was revoked. */
        WITHDRAWN,
        /** Nothing more is done until somebody has looked. */
        HALTED,
        /** Somebody has declared that a request without an answer made nothing. */
        ABANDONED,
        /** A call has ended; the detail says how. */
        ENDED
    }

    private final Type type;
    private final Instant time;
    private final String run;
    private final String actor;
    private final RotationTarget target;
    private final @Nullable AccessKeyId key;
    private final @Nullable String accessKeyId;
    private final @Nullable String fingerprint;
    private final @Nullable String requestId;
    private final String detail;

    private RotationEvent(Builder builder) {
        type = builder.type;
        time = builder.time;
        run = builder.run;
        actor = builder.actor;
        target = builder.target;
        key = builder.key;
        accessKeyId = builder.accessKeyId;
        fingerprint = builder.fingerprint;
        requestId = builder.requestId;
        detail = builder.detail;
    }

    /**
     * Starts an event.
     *
     * @param type what happened
     * @param time when
     * @param run the rotation, the same in every call that continues it; empty if none is under way
     * @param actor who runs the rotator
     * @param target what is rotated
     * @return a builder
     */
    public static Builder builder(Type type, Instant time, String run, String actor, RotationTarget target) {
        return new Builder(type, time, run, actor, target);
    }

    /**
     * Tells what happened.
     *
     * @return the type
     */
    public Type type() {
        return type;
    }

    /**
     * Tells when it happened.
     *
     * @return the time by the local clock
     */
    public Instant time() {
        return time;
    }

    /**
     * Names the rotation.
     *
     * @return an id that is the same in every call that continues the rotation; empty if none is under way
     */
    public String run() {
        return run;
    }

    /**
     * Tells who runs the rotator.
     *
     * @return the name that was given to it
     */
    public String actor() {
        return actor;
    }

    /**
     * Tells what is rotated.
     *
     * @return the target
     */
    public RotationTarget target() {
        return target;
    }

    /**
     * Names the key.
     *
     * @return its id at the provider; empty if no key is concerned or its id is not known
     */
    public Optional<AccessKeyId> key() {
        return Optional.ofNullable(key);
    }

    /**
     * Gives the public half of the key.
     *
     * @return the access key id; empty if it has none or it is not known
     */
    public Optional<String> accessKeyId() {
        return Optional.ofNullable(accessKeyId);
    }

    /**
     * Tells the secret from others.
     *
     * @return the fingerprint with the journal's key; empty if no secret is concerned
     */
    public Optional<String> fingerprint() {
        return Optional.ofNullable(fingerprint);
    }

    /**
     * Gives the provider's id of the request, which its support asks for.
     *
     * @return the id; empty if nothing was sent or the provider gave none
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * Says more.
     *
     * @return a few words; may be empty
     */
    public String detail() {
        return detail;
    }

    /** All of it on one line. */
    @Override
    public String toString() {
        return time + " " + type
                + (key == null ? "" : " " + key)
                + (accessKeyId == null ? "" : " " + accessKeyId)
                + (fingerprint == null ? "" : " fingerprint " + fingerprint)
                + (requestId == null ? "" : " request " + requestId)
                + (detail.isEmpty() ? "" : ": " + detail);
    }

    /** Describes an event. */
    public static final class Builder {

        private final Type type;
        private final Instant time;
        private final String run;
        private final String actor;
        private final RotationTarget target;
        private @Nullable AccessKeyId key;
        private @Nullable String accessKeyId;
        private @Nullable String fingerprint;
        private @Nullable String requestId;
        private String detail = "";

        private Builder(Type type, Instant time, String run, String actor, RotationTarget target) {
            this.type = Objects.requireNonNull(type, "type");
            this.time = Objects.requireNonNull(time, "time");
            this.run = Objects.requireNonNull(run, "run");
            this.actor = Objects.requireNonNull(actor, "actor");
            this.target = Objects.requireNonNull(target, "target");
        }

        /**
         * Sets the key.
         *
         * @param value its id at the provider, or null
         * @return this builder
         */
        public Builder key(@Nullable AccessKeyId value) {
            key = value;
            return this;
        }

        /**
         * Sets the public half of the key.
         *
         * @param value the access key id, or null
         * @return this builder
         */
        public Builder accessKeyId(@Nullable String value) {
            accessKeyId = value;
            return this;
        }

        /**
         * Sets the fingerprint of the secret.
         *
         * @param value the fingerprint, or null
         * @return this builder
         */
        public Builder fingerprint(@Nullable String value) {
            fingerprint = value;
            return this;
        }

        /**
         * Sets the provider's id of the request.
         *
         * @param value the id, or null
         * @return this builder
         */
        public Builder requestId(@Nullable String value) {
            requestId = value;
            return this;
        }

        /**
         * Sets what more there is to say.
         *
         * @param value a few words
         * @return this builder
         */
        public Builder detail(String value) {
            detail = Objects.requireNonNull(value, "detail");
            return this;
        }

        /**
         * Ends the description.
         *
         * @return the event
         */
        public RotationEvent build() {
            return new RotationEvent(this);
        }
    }
}
