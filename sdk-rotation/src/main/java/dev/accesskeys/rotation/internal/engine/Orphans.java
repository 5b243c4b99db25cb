package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyState;
import dev.accesskeys.keys.SuccessorName;
import dev.accesskeys.rotation.store.StoreContents;
import dev.accesskeys.rotation.store.StoredKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells keys that nobody can use from all others. A label alone never does: only a nonce that this journal has written down. */
final class Orphans {

    private Orphans() {}

    /** The keys of attempts that were given up, which are in none of the store's places. */
    static List<AccessKey> of(Lineage lineage, List<AccessKey> keys, @Nullable StoreContents store) {
        Set<String> failed = lineage.noncesThatFailed();
        Set<AccessKeyId> kept = kept(lineage, store);
        return keys.stream()
                .filter(key -> nonce(key).filter(failed::contains).isPresent())
                .filter(key -> key.state() != AccessKeyState.DEPROVISIONING)
                .filter(key -> !kept.contains(key.id()))
                .filter(key -> isNotOlder(lineage, key))
                .filter(key -> !isStored(key, store))
                .toList();
    }

    static Optional<String> nonce(AccessKey key) {
        return SuccessorName.nonceOf(key.name());
    }

    /** Whether a key was made by an attempt, and not there before it. */
    static boolean isOf(Lineage lineage, AccessKey key, String nonce) {
        return nonce(key).equals(Optional.of(nonce))
                && lineage.attempt(nonce)
                        .filter(attempt -> !attempt.snapshot().contains(key.id()))
                        .isPresent();
    }

    private static boolean isNotOlder(Lineage lineage, AccessKey key) {
        return nonce(key).filter(nonce -> isOf(lineage, key, nonce)).isPresent();
    }

    private static Set<AccessKeyId> kept(Lineage lineage, @Nullable StoreContents store) {
        Stream<AccessKeyId> underWay = Stream.concat(
                lineage.state().rotation().map(rotation -> rotation.old().id()).stream(),
                lineage.state().fresh().map(key -> key.id()).stream());
        return Stream.concat(underWay, stored(store).flatMap(key -> key.id().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isStored(AccessKey key, @Nullable StoreContents store) {
        return key.accessKeyId().isPresent()
                && stored(store).anyMatch(each -> each.accessKeyId().equals(key.accessKeyId()));
    }

    /** Current and previous: what is pending of an attempt that was given up is of no use to anyone. */
    private static Stream<StoredKey> stored(@Nullable StoreContents store) {
        return store == null ? Stream.empty() : Stream.concat(store.current().stream(), store.previous().stream());
    }
}
