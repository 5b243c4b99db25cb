package dev.accesskeys.tensorpool;

import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.Reconciliation;
import dev.accesskeys.tensorpool.model.ObjectStorageCredentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells from the credentials of now what became of a change whose answer was lost. */
final class TensorPoolReconciliation {

    static final String ENABLE = "enable";
    static final String ROTATE = "rotate";
    static final String DISABLE = "disable";

    private static final String AUTHOR = " Who changed it cannot be told: it may have been someone else.";
    private static final String PERSON_DECIDES =
            " That is no proof that the change will not show later. Look again after a while; then a person decides, for it hits"
                    + " the whole organisation.";

    private final String change;
    private final Optional<CredentialsSnapshot> before;

    private TensorPoolReconciliation(String change, Optional<CredentialsSnapshot> before) {
        this.change = change;
        this.before = before;
    }

    static PendingChange pending(String change, @Nullable CredentialsSnapshot before) {
        return new PendingChange(TensorPoolKeyMapping.PROVIDER, change, before == null ? Map.of() : before.facts());
    }

    static TensorPoolReconciliation of(PendingChange change) {
        Optional<CredentialsSnapshot> before = CredentialsSnapshot.of(change.facts());
        boolean whole = switch (change.change()) {
            case ENABLE -> before.isEmpty();
            case ROTATE, DISABLE -> before.isPresent();
            default -> false;
        };
        if (!change.provider().equals(TensorPoolKeyMapping.PROVIDER) || !whole) {
            throw new ValidationException(
                    "pending change",
                    "must be an enable, rotate or disable at tensorpool with the facts that it was made with",
                    change.change() + " at " + change.provider());
        }
        return new TensorPoolReconciliation(change.change(), before);
    }

    /** Judges by the credentials of now; empty if there are none. */
    Reconciliation judge(Optional<ObjectStorageCredentials> now) {
        return now.map(this::present).orElseGet(this::absent);
    }

    private Reconciliation absent() {
        return switch (change) {
            case ENABLE -> Reconciliation.notSeen("Object storage is not enabled." + PERSON_DECIDES);
            case DISABLE ->
                Reconciliation.applied(
                        TensorPoolKeyMapping.disabled(before.orElseThrow()),
                        null,
                        "Object storage is disabled." + AUTHOR);
            default ->
                Reconciliation.undecided(
                        List.of(), "Object storage is not enabled any more, so there is no pair to keep." + AUTHOR);
        };
    }

    private Reconciliation present(ObjectStorageCredentials now) {
        AccessKey key = TensorPoolKeyMapping.toAccessKey(now);
        if (before.isEmpty()) {
            return Reconciliation.applied(
                    key, now.secretAccessKey(), "Object storage is enabled: use this pair." + AUTHOR);
        }
        CredentialsSnapshot then = before.get();
        CredentialsSnapshot current = CredentialsSnapshot.of(now);
        if (!current.orgId().equals(then.orgId())) {
            throw new ValidationException(
                    "pending change", "must be of the organisation of this API key", "one of another organisation");
        }
        if (!current.isSamePair(then)) {
            return change.equals(ROTATE)
                    ? Reconciliation.applied(
                            key, now.secretAccessKey(), "The pair is another one now: keep it and go on." + AUTHOR)
                    : Reconciliation.undecided(
                            List.of(key), "Object storage is enabled, with another pair than before." + AUTHOR);
        }
        if (current.updatedAt().isPresent() && !current.updatedAt().equals(then.updatedAt())) {
            return Reconciliation.undecided(
                    List.of(key),
                    "The pair is the one from before, but something was changed at "
                            + current.updatedAt().get() + "." + PERSON_DECIDES);
        }
        return Reconciliation.notSeen("The pair is the one from before." + PERSON_DECIDES);
    }
}
