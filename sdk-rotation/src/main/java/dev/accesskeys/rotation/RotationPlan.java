package dev.accesskeys.rotation;

import dev.accesskeys.keys.BlastRadius;
import dev.accesskeys.keys.PreviousKeyState;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Rotator#rotate()} would do now. {@link #toString()} is made to be read by people.
 */
public final class RotationPlan {

    /** How a check has gone. */
    public enum Result {
        /** Nothing speaks against it. */
        GOOD,
        /** It cannot be known, or is worth a thought. */
        WARNING,
        /** It stops the rotation. */
        BAD
    }

    /**
     * Something that was checked.
     *
     * @param subject what
     * @param result how it went
     * @param detail more words
     */
    public record Check(String subject, Result result, String detail) {

        /**
         * Checks that nothing is null.
         *
         * @param subject what
         * @param result how it went
         * @param detail more words
         */
        public Check {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(result, "result");
            Objects.requireNonNull(detail, "detail");
        }
    }

    private final RotationTarget target;
    private final @Nullable KeyReference key;
    private final BlastRadius blastRadius;
    private final PreviousKeyState oldKeyAfterwards;
    private final @Nullable RotationOutcome outcome;
    private final boolean resuming;
    private final List<String> steps;
    private final List<Check> checks;
    private final List<String> irreversible;

    /**
     * Makes a plan.
     *
     * @param target what would be rotated
     * @param key the key that would be replaced, or null if that cannot be told
     * @param blastRadius who is hit
     * @param oldKeyAfterwards what becomes of the old key
     * @param outcome how the call would end at once; null if it would go to work
     * @param resuming whether it would go on with a rotation that is under way
     * @param steps what it would do, in order
     * @param checks what was checked
     * @param irreversible what cannot be taken back
     */
    public RotationPlan(
            RotationTarget target,
            @Nullable KeyReference key,
            BlastRadius blastRadius,
            PreviousKeyState oldKeyAfterwards,
            @Nullable RotationOutcome outcome,
            boolean resuming,
            List<String> steps,
            List<Check> checks,
            List<String> irreversible) {
        this.target = target;
        this.key = key;
        this.blastRadius = blastRadius;
        this.oldKeyAfterwards = oldKeyAfterwards;
        this.outcome = outcome;
        this.resuming = resuming;
        this.steps = List.copyOf(steps);
        this.checks = List.copyOf(checks);
        this.irreversible = List.copyOf(irreversible);
    }

    /**
     * Names what would be rotated.
     *
     * @return the target
     */
    public RotationTarget target() {
        return target;
    }

    /**
     * Gives the key that would be replaced.
     *
     * @return the key; empty if it cannot be told
     */
    public Optional<KeyReference> key() {
        return Optional.ofNullable(key);
    }

    /**
     * Tells who is hit.
     *
     * @return the radius
     */
    public BlastRadius blastRadius() {
        return blastRadius;
    }

    /**
     * Tells what becomes of the old key: whether the two overlap, or it is a cut-over.
     *
     * @return its state right after the new key was made
     */
    public PreviousKeyState oldKeyAfterwards() {
        return oldKeyAfterwards;
    }

    /**
     * Tells how {@link Rotator#rotate()} would end at once.
     *
     * @return the outcome; empty if it would go to work
     */
    public Optional<RotationOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /**
     * Tells whether a rotation is under way with which it would go on.
     *
     * @return whether there is one
     */
    public boolean isResuming() {
        return resuming;
    }

    /**
     * Tells what would be done.
     *
     * @return the steps, in order; empty if nothing would be done
     */
    public List<String> steps() {
        return steps;
    }

    /**
     * Tells what was checked.
     *
     * @return the checks
     */
    public List<Check> checks() {
        return checks;
    }

    /**
     * Tells what cannot be taken back.
     *
     * @return whole sentences
     */
    public List<String> irreversible() {
        return irreversible;
    }

    /** The plan, to be read. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Plan for ").append(target).append('\n');
        line(text, "key", key == null ? "cannot be told" : key.toString());
        line(text, "hits", "the " + name(blastRadius));
        line(
                text,
                "old key",
                switch (oldKeyAfterwards) {
                    case STILL_VALID -> "overlap: works until it is revoked";
                    case VALID_UNTIL -> "works for a time and ends by itself";
                    case DEAD -> "CUT-OVER: stops working with the rotation";
                });
        if (!checks.isEmpty()) {
            text.append("\n  Checked\n");
            for (Check check : checks) {
                text.append("    ")
                        .append(
                                switch (check.result()) {
                                    case GOOD -> "ok    ";
                                    case WARNING -> "note  ";
                                    case BAD -> "NO    ";
                                })
                        .append(check.subject())
                        .append(check.detail().isEmpty() ? "" : ": " + check.detail())
                        .append('\n');
            }
        }
        if (!steps.isEmpty()) {
            text.append(resuming ? "\n  Goes on with\n" : "\n  Steps\n");
            for (int i = 0; i < steps.size(); i++) {
                text.append(String.format("    %d. %s%n", i + 1, steps.get(i)));
            }
        }
        if (!irreversible.isEmpty()) {
            text.append("\n  Cannot be taken back\n");
            irreversible.forEach(each -> text.append("    ").append(each).append('\n'));
        }
        if (outcome != null) {
            text.append("\n  ")
                    .append(outcome.kind())
                    .append(": ")
                    .append(outcome.explanation())
                    .append('\n');
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  ").append(String.format("%-8s", name)).append(value).append('\n');
    }

    private static String name(BlastRadius radius) {
        return switch (radius) {
            case KEY -> "users of this key";
            case ENDPOINT -> "whole endpoint";
            case ACCOUNT -> "whole account";
            case ORGANISATION -> "whole organisation";
        };
    }
}
