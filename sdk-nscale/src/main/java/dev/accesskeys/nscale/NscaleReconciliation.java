package dev.accesskeys.nscale;

import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.Reconciliation;
import dev.accesskeys.keys.SuccessorName;
import dev.accesskeys.nscale.model.ObjectStorageAccessKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out from a listing what became of a create. Proof is the id, where the answer still told it, or the nonce that a
 * rotation puts into the name; a name that the caller chose proves nothing, even if it looks like that of a rotation, because
 * names need not be unique.
 */
final class NscaleReconciliation {

    static final String ROTATE = "rotate";

    private static final String ENDPOINT = "endpoint";
    private static final String NAME = "name";
    private static final String ID = "id";
    private static final String BEFORE = "before";

    private final String name;
    private final boolean nameIsUnique;
    private final @Nullable String id;
    private final Set<String> before;

    private NscaleReconciliation(String name, boolean nameIsUnique, @Nullable String id, Set<String> before) {
        this.name = name;
        this.nameIsUnique = nameIsUnique;
        this.id = id;
        this.before = before;
    }

    /**
     * What is needed to find out.
     *
     * @param change what was asked for
     * @param id the id of what was created, where the broken answer still told it, or null
     * @param before the ids of the keys that were there before
     */
    static PendingChange pending(
            String change, String endpointId, String name, @Nullable String id, List<String> before) {
        Map<String, String> facts = new TreeMap<>(Map.of(ENDPOINT, endpointId, NAME, name));
        if (id != null) {
            facts.put(ID, id);
        }
        if (!before.isEmpty()) {
            facts.put(BEFORE, String.join(" ", before));
        }
        return new PendingChange(NscaleKeyMapping.PROVIDER, change, facts);
    }

    static NscaleReconciliation of(PendingChange change, String endpointId) {
        Map<String, String> facts = change.facts();
        String name = facts.get(NAME);
        if (!change.provider().equals(NscaleKeyMapping.PROVIDER) || name == null) {
            throw new ValidationException(
                    "pending change", "must be one of nscale, as its exception gave it", "one of " + change.provider());
        }
        if (!endpointId.equals(facts.get(ENDPOINT))) {
            throw new ValidationException(
                    "pending change",
                    "must be one of endpoint " + endpointId,
                    "one of endpoint " + facts.get(ENDPOINT));
        }
        String before = facts.getOrDefault(BEFORE, "");
        return new NscaleReconciliation(
                name,
                change.change().equals(ROTATE),
                facts.get(ID),
                Arrays.stream(before.split(" ")).collect(Collectors.toUnmodifiableSet()));
    }

    Reconciliation judge(List<ObjectStorageAccessKey> listed, Function<ObjectStorageAccessKey, AccessKey> mapping) {
        List<AccessKey> candidates =
                listed.stream().filter(this::mayBeIt).map(mapping).toList();
        if (candidates.isEmpty()) {
            return Reconciliation.notSeen(
                    "No such key is listed now. Keys are set up with some delay: look again after a minute or two before you"
                            + " create another key, and once more later for a late one.");
        }
        boolean proven = id != null || nameIsUnique;
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
                "Keys with this name are there, and nothing proves which of them came from this call: compare with what you"
                        + " knew before, and revoke only what nobody uses.");
    }

    private boolean mayBeIt(ObjectStorageAccessKey key) {
        String found = key.metadata().id();
        return id == null ? hasName(key) && !before.contains(found) : Objects.equals(id, found);
    }

    private boolean hasName(ObjectStorageAccessKey key) {
        String found = key.metadata().name();
        return found.equals(name) || (nameIsUnique && SuccessorName.haveSameNonce(found, name));
    }
}
