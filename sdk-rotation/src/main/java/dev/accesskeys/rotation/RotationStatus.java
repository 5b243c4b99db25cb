package dev.accesskeys.rotation;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How things stand with a target, by its journal. */
public final class RotationStatus {

    /** Where a target stands. {@code docs/rotation.md} has a picture. */
    public enum State {
        /** No rotation is under way. */
        IDLE,
        /** Everything is checked; nothing was sent. */
        INTENDED,
        /** The request for the new key has left, or was about to. */
        REQUESTED,
        /** A new key is there whose secret is lost; it is about to be revoked. */
        ORPHANED,
        /** The new key's secret is safe. */
        STAGED,
        /** The new key is becoming the current one. */
        PUBLISHING,
        /** The new key is the current one; the old one is left alone until the grace is over. */
        PUBLISHED,
        /** The old key is being revoked. */
        REVOKING,
        /** Rolling back: the old key is becoming the current one again. */
        RESTORING,
        /** Rolling back: the old key is the current one; the new one is left alone until the grace is over. */
        RESTORED,
        /** Rolling back: the new key is being revoked. */
        WITHDRAWING
    }

    private final RotationTarget target;
    private final State state;
    private final @Nullable String run;
    private final @Nullable KeyReference oldKey;
    private final @Nullable KeyReference newKey;
    private final @Nullable Instant graceUntil;
    private final @Nullable RotationProblem problem;
    private final String detail;

    /**
     * Makes a status.
     *
     * @param target the target
     * @param state where it stands
     * @param run the rotation under way, or null
     * @param oldKey the key that it replaces, or null
     * @param newKey the key that it has made, or the one that the last rotation has made, or null
     * @param graceUntil until when a key is left alone, or null
     * @param problem why the last call stopped, or null
     * @param detail more words about it; may be empty
     */
    public RotationStatus(
            RotationTarget target,
            State state,
            @Nullable String run,
            @Nullable KeyReference oldKey,
            @Nullable KeyReference newKey,
            @Nullable Instant graceUntil,
            @Nullable RotationProblem problem,
            String detail) {
        this.target = target;
        this.state = state;
        this.run = run;
        this.oldKey = oldKey;
        this.newKey = newKey;
        this.graceUntil = graceUntil;
        this.problem = problem;
        this.detail = detail;
    }

    /**
     * Names the target.
     *
     * @return the target
     */
    public RotationTarget target() {
        return target;
    }

    /**
     * Tells where it stands.
     *
     * @return the state
     */
    public State state() {
        return state;
    }

    /**
     * Names the rotation under way.
     *
     * @return its id; empty if none is
     */
    public Optional<String> run() {
        return Optional.ofNullable(run);
    }

    /**
     * Gives the key that the rotation replaces, or that the last one has replaced.
     *
     * @return the old key; empty if none is known
     */
    public Optional<KeyReference> oldKey() {
        return Optional.ofNullable(oldKey);
    }

    /**
     * Gives the key that the rotation, or the last one, has made.
     *
     * @return the new key; empty if none is known
     */
    public Optional<KeyReference> newKey() {
        return Optional.ofNullable(newKey);
    }

    /**
     * Tells until when the key that is not in use any more is left alone.
     *
     * @return the time by the clock here; empty if nothing is waited for
     */
    public Optional<Instant> graceUntil() {
        return Optional.ofNullable(graceUntil);
    }

    /**
     * Tells why the last call stopped.
     *
     * @return the problem; empty if there is none
     */
    public Optional<RotationProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /**
     * Says more about the problem.
     *
     * @return whole sentences; may be empty
     */
    public String detail() {
        return detail;
    }

    /** All of it, a line each. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(target.toString()).append("\n  state    ").append(state);
        line(text, "run", run);
        line(text, "old key", oldKey);
        line(text, "new key", newKey);
        line(text, "until", graceUntil);
        line(text, "problem", problem == null ? null : problem + ": " + detail);
        return text.toString();
    }

    private static void line(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            text.append("\n  ").append(String.format("%-9s", name)).append(value);
        }
    }
}
