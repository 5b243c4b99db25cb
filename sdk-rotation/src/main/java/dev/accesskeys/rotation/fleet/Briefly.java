package dev.accesskeys.rotation.fleet;

import dev.accesskeys.keys.PreviousKeyState;
import dev.accesskeys.rotation.KeyReference;
import dev.accesskeys.rotation.RotationOutcome;
import dev.accesskeys.rotation.RotationOutcome.Completed;
import dev.accesskeys.rotation.RotationOutcome.NeedsOperator;
import dev.accesskeys.rotation.RotationOutcome.NotDue;
import dev.accesskeys.rotation.RotationOutcome.Refused;
import dev.accesskeys.rotation.RotationOutcome.RolledBack;
import dev.accesskeys.rotation.RotationOutcome.WaitingForGrace;
import dev.accesskeys.rotation.RotationPlan;
import dev.accesskeys.rotation.SweepReport;
import java.util.List;
import java.util.Optional;

/** Outcomes in the few words that fit into a table. */
final class Briefly {

    private Briefly() {}

    static String say(RotationOutcome outcome) {
        if (outcome instanceof Completed done) {
            String old = switch (done.fate()) {
                case REVOKED_AND_REFUSED -> "old key revoked, and seen to be refused";
                case REVOKED -> "old key revoked";
                case ENDS_BY_ITSELF ->
                    done.oldKeyValidUntil()
                            .map(time -> "old key works until " + time)
                            .orElse("old key ends by itself");
                case DEAD -> "old key ended with the rotation";
            };
            return old + warned(done.warnings());
        }
        if (outcome instanceof WaitingForGrace waiting) {
            return "until " + waiting.until() + (waiting.rollingBack() ? ", rolling back" : "")
                    + warned(waiting.warnings());
        }
        if (outcome instanceof NotDue early) {
            return early.dueAt().map(time -> "due from " + time).orElse("too early");
        }
        if (outcome instanceof Refused refused) {
            return refused.problem().sentence();
        }
        if (outcome instanceof NeedsOperator stopped) {
            return stopped.problem().sentence();
        }
        return "the old key is in use again";
    }

    static String say(RotationPlan plan) {
        String what = plan.isResuming() ? "would go on" : "would rotate";
        return plan.oldKeyAfterwards() == PreviousKeyState.DEAD ? what + ": CUT-OVER" : what;
    }

    static String say(SweepReport sweep) {
        List<KeyReference> revoked = sweep.revoked();
        return revoked.isEmpty()
                ? "nothing was left behind"
                : "revoked "
                        + String.join(", ", revoked.stream().map(Briefly::key).toList());
    }

    /** The id, and the access key id where that says more. */
    static String key(KeyReference key) {
        return key.id()
                + key.accessKeyId()
                        .filter(each -> !key.id().value().equals(each))
                        .map(each -> " (" + each + ")")
                        .orElse("");
    }

    static Optional<KeyReference> oldKey(RotationOutcome outcome) {
        if (outcome instanceof Completed done) {
            return Optional.of(done.oldKey());
        }
        if (outcome instanceof WaitingForGrace waiting) {
            return Optional.of(waiting.oldKey());
        }
        if (outcome instanceof NeedsOperator stopped) {
            return Optional.of(stopped.oldKey());
        }
        return outcome instanceof RolledBack back ? Optional.of(back.key()) : Optional.empty();
    }

    static Optional<KeyReference> newKey(RotationOutcome outcome) {
        if (outcome instanceof Completed done) {
            return Optional.of(done.newKey());
        }
        if (outcome instanceof WaitingForGrace waiting) {
            return Optional.of(waiting.newKey());
        }
        if (outcome instanceof NeedsOperator stopped) {
            return stopped.newKey();
        }
        return outcome instanceof RolledBack back ? back.withdrawn() : Optional.empty();
    }

    private static String warned(List<String> warnings) {
        return warnings.isEmpty() ? "" : "; " + String.join(" ", warnings);
    }
}
