package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.rotation.RotationProblem;
import dev.accesskeys.rotation.store.StoredKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which key a target has in use, or why that cannot be told. */
final class Current {

    private final @Nullable AccessKey key;
    private final @Nullable RotationProblem problem;
    private final String detail;

    private Current(@Nullable AccessKey key, @Nullable RotationProblem problem, String detail) {
        this.key = key;
        this.problem = problem;
        this.detail = detail;
    }

    static Current find(Sight sight, Terms terms) {
        List<AccessKey> keys = Objects.requireNonNull(sight.keys());
        Optional<StoredKey> stored =
                sight.store() == null ? Optional.empty() : sight.store().current();
        if (stored.isEmpty()) {
            return withoutStored(keys, terms);
        }
        Current found = ofStored(stored.get(), keys);
        if (found.key != null && terms.named() != null && !found.key.id().equals(terms.named())) {
            return wrong(
                    RotationProblem.NOT_CURRENT, "In use is " + found.key.id() + "; named was " + terms.named() + ".");
        }
        return found;
    }

    private static Current withoutStored(List<AccessKey> keys, Terms terms) {
        AccessKeyId named = terms.named();
        if (named == null && terms.hasSecret()) {
            return wrong(
                    RotationProblem.STORE_EMPTY,
                    "Put the key that is in use into the store "
                            + terms.target().store()
                            + ", or name it in the call; without its secret there is no way back.");
        }
        if (named == null && keys.size() == 1) {
            return new Current(keys.get(0), null, "");
        }
        return keys.stream()
                .filter(key -> key.id().equals(named))
                .findFirst()
                .map(key -> new Current(key, null, ""))
                .orElseGet(() -> notListed(named == null ? "a key" : named.toString()));
    }

    /** By the access key id, for that is what is in use; the reference beside it may be left over from another key. */
    private static Current ofStored(StoredKey stored, List<AccessKey> keys) {
        Optional<AccessKey> byAccessKeyId = stored.accessKeyId().isEmpty()
                ? Optional.empty()
                : keys.stream()
                        .filter(key -> key.accessKeyId().equals(stored.accessKeyId()))
                        .findFirst();
        if (byAccessKeyId.isEmpty()) {
            return notListed(stored.accessKeyId().orElse("without an access key id"));
        }
        AccessKey key = byAccessKeyId.get();
        if (stored.id().isPresent() && !stored.id().get().equals(key.id())) {
            return wrong(
                    RotationProblem.STORE_CHANGED,
                    "Its access key id is that of " + key.id() + ", but it refers to "
                            + stored.id().get() + ". Correct the one or remove the other.");
        }
        return new Current(key, null, "");
    }

    private static Current notListed(String what) {
        return wrong(
                RotationProblem.UNKNOWN_KEY,
                "The key in use, " + what
                        + ", is not listed. It was revoked, or the token is that of another account.");
    }

    private static Current wrong(RotationProblem problem, String detail) {
        return new Current(null, problem, detail);
    }

    AccessKey key() {
        return Objects.requireNonNull(key);
    }

    @Nullable
    RotationProblem problem() {
        return problem;
    }

    String detail() {
        return detail;
    }
}
