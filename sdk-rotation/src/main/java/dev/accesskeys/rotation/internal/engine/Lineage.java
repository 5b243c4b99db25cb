package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.rotation.internal.engine.Attempt.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that the journal knows of a target. Immutable.
 *
 * @param state where it stands
 * @param halt why the last call stopped there; null if nothing is wrong
 * @param attempts every attempt of every rotation
 * @param past the rotations that were completed, the last one at the end
 */
public record Lineage(RotationState state, @Nullable Halt halt, List<Attempt> attempts, List<PastRotation> past) {

    /** So many completed rotations are remembered, and so many attempts: years of daily rotations, in a small file. */
    private static final int KEPT_PAST = 20;

    private static final int KEPT_ATTEMPTS = 200;

    public Lineage {
        attempts = List.copyOf(attempts);
        past = List.copyOf(past);
    }

    static Lineage fresh() {
        return new Lineage(new RotationState.Idle(), null, List.of(), List.of());
    }

    /** Moves on; what was wrong is not wrong any more. */
    Lineage to(RotationState next) {
        return new Lineage(next, null, attempts, past);
    }

    Lineage halted(Halt why) {
        return new Lineage(state, why, attempts, past);
    }

    Lineage withAttempt(Attempt attempt) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.add(attempt);
        while (all.size() > KEPT_ATTEMPTS) {
            all.remove(0);
        }
        return new Lineage(state, halt, all, past);
    }

    Lineage withFate(String nonce, Fate fate) {
        return new Lineage(
                state,
                halt,
                attempts.stream()
                        .map(each -> each.nonce().equals(nonce) ? each.with(fate) : each)
                        .toList(),
                past);
    }

    Lineage withPast(PastRotation rotation) {
        List<PastRotation> all = new ArrayList<>(past);
        all.add(rotation);
        while (all.size() > KEPT_PAST) {
            all.remove(0);
        }
        return new Lineage(state, halt, attempts, all);
    }

    Optional<Attempt> attempt(String nonce) {
        return attempts.stream().filter(each -> each.nonce().equals(nonce)).findFirst();
    }

    Set<String> nonces() {
        return attempts.stream().map(Attempt::nonce).collect(Collectors.toUnmodifiableSet());
    }

    Set<String> noncesThatFailed() {
        return attempts.stream()
                .filter(each -> each.fate() == Fate.FAILED)
                .map(Attempt::nonce)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The last rotation that made a key; empty if this journal did not make it. */
    Optional<PastRotation> whichMade(AccessKeyId id) {
        return last(past.stream().filter(each -> each.fresh().id().equals(id)).toList());
    }

    /** The last rotation that replaced a key by another one. */
    Optional<PastRotation> whichReplaced(AccessKeyId id) {
        return last(past.stream()
                .filter(each -> each.old().id().equals(id) && !each.fresh().id().equals(id))
                .toList());
    }

    private static Optional<PastRotation> last(List<PastRotation> found) {
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }
}
