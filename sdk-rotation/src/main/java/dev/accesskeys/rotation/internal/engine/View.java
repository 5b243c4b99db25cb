package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.Secret;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.Reconciliation;
import dev.accesskeys.rotation.internal.engine.Sight.Failure;
import dev.accesskeys.rotation.internal.engine.Sight.Tried;
import dev.accesskeys.rotation.store.StoreContents;
import dev.accesskeys.rotation.verify.Verification;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers, during a call, what a {@link Sight} shows. */
final class View {

    boolean resumed = true;
    String nonce;
    final String run;

    @Nullable
    StoreContents store;

    @Nullable
    List<AccessKey> keys;

    @Nullable
    PendingChange prepared;

    @Nullable
    Map<String, String> before;

    @Nullable
    String reserved;

    @Nullable
    SendResult sent;

    @Nullable
    Reconciliation reconciled;

    int settled;

    @Nullable
    AccessKey awaited;

    @Nullable
    Tried tried;

    @Nullable
    Verification proof;

    final Set<AccessKeyId> revoked = new HashSet<>();
    boolean discarded;

    @Nullable
    Secret unsaved;

    @Nullable
    Failure failure;

    View(String nonce, String run) {
        this.nonce = nonce;
        this.run = run;
    }

    Sight sight(Instant now, @Nullable Instant providerNow) {
        return new Sight(
                now,
                resumed,
                nonce,
                run,
                store,
                keys,
                providerNow,
                prepared,
                before,
                reserved,
                sent,
                reconciled,
                settled,
                awaited,
                tried,
                proof,
                Set.copyOf(revoked),
                discarded,
                unsaved,
                failure);
    }

    /** Another attempt, or none: nothing that was seen of the last one counts. */
    void startOver(String freshNonce) {
        nonce = freshNonce;
        forgetPlaces();
        prepared = null;
        before = null;
        reserved = null;
        sent = null;
        reconciled = null;
        settled = 0;
        awaited = null;
        tried = null;
        proof = null;
        discarded = false;
        unsaved = null;
        failure = null;
    }

    /** Time has passed, or something was changed: store and listing have to be looked at again. */
    void forgetPlaces() {
        store = null;
        keys = null;
    }
}
