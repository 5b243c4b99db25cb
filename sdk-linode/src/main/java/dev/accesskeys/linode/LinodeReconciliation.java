package dev.accesskeys.linode;

import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.Reconciliation;
import dev.accesskeys.keys.SuccessorName;
import dev.accesskeys.linode.model.ObjectStorageKey;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds out from a listing what became of a create. Proof is the id, where the answer still told it, or the nonce that a
 * rotation puts into the label; a label that the caller chose proves nothing, even if it looks like that of a rotation, because
 * labels need not be unique.
 */
final class LinodeReconciliation {

    static final String ROTATE = "rotate";

    private final String label;
    private final boolean labelIsUnique;
    private final @Nullable String id;

    private LinodeReconciliation(String label, boolean labelIsUnique, @Nullable String id) {
        this.label = label;
        this.labelIsUnique = labelIsUnique;
        this.id = id;
    }

    static LinodeReconciliation of(PendingChange change) {
        String label = change.facts().get("label");
        if (!change.provider().equals(LinodeKeyMapping.PROVIDER) || label == null) {
            throw new ValidationException(
                    "pending change", "must be one of linode, as its exception gave it", "one of " + change.provider());
        }
        return new LinodeReconciliation(
                label, change.change().equals(ROTATE), change.facts().get("id"));
    }

    Reconciliation judge(List<ObjectStorageKey> listed) {
        List<AccessKey> candidates = listed.stream()
                .filter(this::mayBeIt)
                .map(LinodeKeyMapping::toAccessKey)
                .toList();
        if (candidates.isEmpty()) {
            return Reconciliation.notSeen(
                    "No such key is listed now. Listings lag: look again after a minute or two before"
                            + " you create another key, and once more later for a late one.");
        }
        boolean proven = id != null || labelIsUnique;
        if (proven && candidates.size() == 1) {
            AccessKey key = candidates.get(0);
            return Reconciliation.applied(
                    key,
                    null,
                    "The key was made. Unless its secret was kept when the answer came, that is lost for good: revoke "
                            + key.id() + " and create another one.");
        }
        return Reconciliation.undecided(
                candidates,
                "Keys with this label are there, and nothing proves which of them came from this call: compare with what you"
                        + " knew before, and revoke only what nobody uses.");
    }

    private boolean mayBeIt(ObjectStorageKey key) {
        return id == null ? hasLabel(key) : Objects.equals(id, Long.toString(key.id()));
    }

    /** The old key may have been given another label between the preparation and the rotation: the nonce stays. */
    private boolean hasLabel(ObjectStorageKey key) {
        return key.label().equals(label) || (labelIsUnique && SuccessorName.haveSameNonce(key.label(), label));
    }
}
