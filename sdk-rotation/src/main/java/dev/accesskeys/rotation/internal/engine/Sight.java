package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.Secret;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.Reconciliation;
import dev.accesskeys.rotation.KeyReference;
import dev.accesskeys.rotation.store.StoreContents;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen outside the journal, as far as it was looked at in this call and is still true: an effect that changes
 * something takes away what it has made stale. A step that needs more asks for it.
 *
 * @param now the time by the clock here
 * @param resumed whether nothing was written yet in this call: the state is one that was found
 * @param nonce a fresh one, for the next attempt
 * @param run a fresh id, for the next rotation
 * @param store what the store holds
 * @param keys what the provider lists
 * @param providerNow the time by the provider's clock at the last answer
 * @param prepared the handle for the rotation that is about to be asked for
 * @param before what the verifier noted
 * @param reserved the attempt for whose secret, and for the journal, there is room
 * @param sent what came of the request
 * @param reconciled what the provider's module found out
 * @param settled how often it was waited for listings to catch up
 * @param awaited the new key, once it is set up
 * @param tried the last verification
 * @param proof what trying a revoked key has shown
 * @param revoked the keys that were revoked in this call
 * @param discarded whether the pending place was emptied
 * @param unsaved the secret that the store would not take
 * @param failure what went wrong with the last action
 */
public record Sight(
        Instant now,
        boolean resumed,
        String nonce,
        String run,
        @Nullable StoreContents store,
        @Nullable List<AccessKey> keys,
        @Nullable Instant providerNow,
        @Nullable PendingChange prepared,
        @Nullable Map<String, String> before,
        @Nullable String reserved,
        @Nullable SendResult sent,
        @Nullable Reconciliation reconciled,
        int settled,
        @Nullable AccessKey awaited,
        @Nullable Tried tried,
        @Nullable Verification proof,
        Set<AccessKeyId> revoked,
        boolean discarded,
        @Nullable Secret unsaved,
        @Nullable Failure failure) {

    /** A key was tried until the policy was satisfied or the time was over. */
    public record Tried(AccessKeyId id, Verification last, boolean good) {}

    /** An action failed. */
    public record Failure(Action action, AccessKeysException cause) {}

    Optional<AccessKey> key(AccessKeyId id) {
        return keys == null
                ? Optional.empty()
                : keys.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Whether a key is listed, and is the one that is meant: ids are unique within an account only. */
    boolean lists(KeyReference wanted) {
        return key(wanted.id())
                .filter(found -> found.accessKeyId().isEmpty()
                        || wanted.accessKeyId().isEmpty()
                        || found.accessKeyId().equals(wanted.accessKeyId()))
                .isPresent();
    }

    /** The pending key of an attempt, if its secret is there. */
    Optional<StoredKey> pendingOf(String nonceOfAttempt) {
        return store == null
                ? Optional.empty()
                : store.pending().filter(each -> each.attempt().equals(Optional.of(nonceOfAttempt)));
    }

    /** Whether the key of an attempt is the current one. */
    boolean isCurrent(String nonceOfAttempt) {
        return store != null && store.current().flatMap(StoredKey::attempt).equals(Optional.of(nonceOfAttempt));
    }

    /** Whether a key is the current one or was until the last rotation, told by its attempt and by its access key id. */
    boolean isOrWasCurrent(KeyReference key, String nonceOfAttempt) {
        return store != null
                && Stream.concat(store.current().stream(), store.previous().stream())
                        .anyMatch(each -> each.attempt().equals(Optional.of(nonceOfAttempt))
                                || each.id().equals(Optional.of(key.id()))
                                || (each.accessKeyId().isPresent()
                                        && each.accessKeyId().equals(key.accessKeyId())));
    }

    boolean isVerified(AccessKeyId id) {
        return tried != null && tried.good() && tried.id().equals(id);
    }
}
