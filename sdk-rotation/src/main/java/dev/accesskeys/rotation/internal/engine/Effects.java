package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.CallOptions;
import dev.accesskeys.FoundSecrets;
import dev.accesskeys.Secret;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.CallCancelledException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.keys.KeyRevocation;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.Reconciliation;
import dev.accesskeys.keys.RotatedKey;
import dev.accesskeys.listener.CallInfo;
import dev.accesskeys.listener.CallListener;
import dev.accesskeys.listener.CallResult;
import dev.accesskeys.rotation.RotationTarget;
import dev.accesskeys.rotation.audit.RotationEvent;
import dev.accesskeys.rotation.audit.RotationListener;
import dev.accesskeys.rotation.journal.JournalEntry;
import dev.accesskeys.rotation.journal.JournalLease;
import dev.accesskeys.rotation.journal.RotationJournal;
import dev.accesskeys.rotation.store.SecretStore;
import dev.accesskeys.rotation.store.StoreContents;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.KeyVerifier;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.VerificationRequest;
import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a rotation does to the world, each thing through the {@link EffectPort}. No other class of the engine touches a
 * provider, a store, a journal, a verifier, a listener or the clock; a test of the architecture sees to that.
 */
public final class Effects {

    /** How often a store is asked to keep a secret that is in the hands of this process alone. */
    private static final int STAGING_TRIES = 3;

    private final EffectPort port;
    private final AccessKeyService keys;
    private final @Nullable SecretStore store;
    private final @Nullable KeyVerifier verifier;
    private final TimeSource time;
    private final List<RotationListener> listeners;
    private final List<String> warnings = new ArrayList<>();
    private final LastAnswer lastAnswer = new LastAnswer();

    /** What the last answer of the provider has told besides its content. */
    private static final class LastAnswer implements CallListener {

        private @Nullable Instant time;
        private @Nullable String requestId;

        @Override
        public void callEnded(CallInfo call, CallResult result) {
            synchronized (this) {
                time = result.serverTime().orElse(null);
                requestId = result.requestId().orElse(null);
            }
        }

        synchronized @Nullable Instant time() {
            return time;
        }

        synchronized Optional<String> takeRequestId() {
            Optional<String> taken = Optional.ofNullable(requestId);
            requestId = null;
            return taken;
        }
    }

    /** Gathers what a rotation works with. */
    public Effects(
            EffectPort port,
            AccessKeyService keys,
            @Nullable SecretStore store,
            @Nullable KeyVerifier verifier,
            TimeSource time,
            List<RotationListener> listeners) {
        this.port = port;
        this.keys = keys.with(CallOptions.listener(lastAnswer));
        this.store = store;
        this.verifier = verifier;
        this.time = time;
        this.listeners = List.copyOf(listeners);
    }

    /** Reading a clock changes nothing and cannot be told from not reading it: it passes no port. */
    Instant now() {
        return time.now();
    }

    @Nullable
    Instant providerTime() {
        return lastAnswer.time();
    }

    Optional<String> takeRequestId() {
        return lastAnswer.takeRequestId();
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    void pause(Duration duration) {
        run("time.wait", () -> await(time.delay(duration)));
    }

    private static void await(CompletableFuture<Void> delay) {
        try {
            delay.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            delay.cancel(false);
            throw new CallCancelledException(
                    "rotation", "its thread was interrupted while it waited", Applied.UNKNOWN, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the clock cannot wait", e.getCause());
        }
    }

    // The provider.

    List<AccessKey> list() {
        return port.perform("provider.list", () -> {
            List<AccessKey> all = new ArrayList<>();
            keys.list().forEach(all::add);
            return List.copyOf(all);
        });
    }

    AccessKey get(AccessKeyId id) {
        return port.perform("provider.get", () -> keys.get(id));
    }

    PendingChange prepare(KeyRotation rotation) {
        return port.perform("provider.prepare", () -> keys.prepareRotation(rotation));
    }

    Reconciliation reconcile(PendingChange pending) {
        return port.perform("provider.reconcile", () -> keys.reconcile(pending));
    }

    /** Revokes a key; one that is gone already is as good. */
    void revoke(AccessKeyId id) {
        run("provider.revoke", () -> {
            try {
                keys.revoke(KeyRevocation.of(id));
            } catch (NotFoundException e) {
                // The callers have seen the right account's keys before.
            }
        });
    }

    /**
     * Asks for a new key. Its secret goes into the store before anything else is done with the answer; what the store will not
     * take is handed to {@code unsaved}.
     */
    SendResult send(KeyRotation rotation, String nonce, Terms terms, Consumer<Secret> unsaved) {
        Staging staging = new Staging(nonce, terms);
        SendResult result = port.perform("provider.rotate", () -> {
            try {
                RotatedKey rotated =
                        keys.with(CallOptions.secretSink(staging::accept)).rotate(rotation);
                rotated.secret().ifPresent(staging::keep);
                return new SendResult.Answered(rotated.key(), !terms.hasSecret() || staging.done, staging.fingerprint);
            } catch (OutcomeUnknownException e) {
                return new SendResult.Unknown(e);
            } catch (AccessKeysException e) {
                return e.applied() == Applied.NO ? new SendResult.NotMade(e) : new SendResult.Unknown(e);
            }
        });
        if (!staging.done && staging.secret != null) {
            unsaved.accept(staging.secret);
        }
        return result;
    }

    /** Takes the secret out of an answer and puts it into the store. */
    private final class Staging {

        private final String nonce;
        private final Terms terms;
        private @Nullable Secret secret;
        private String fingerprint = "";
        private boolean done;

        private Staging(String nonce, Terms terms) {
            this.nonce = nonce;
            this.terms = terms;
        }

        private void accept(FoundSecrets found) {
            found.secrets().values().stream().findFirst().ifPresent(this::keep);
        }

        /** Never throws what the store throws: the answer that the secret came with is worth reading all the same. */
        private void keep(Secret found) {
            if (found.equals(secret) && done) {
                return;
            }
            secret = found;
            fingerprint = terms.fingerprintOf(found);
            for (int tried = 0; tried < STAGING_TRIES && !done; tried++) {
                try {
                    stage(StoredKey.builder(found).attempt(nonce).build());
                    done = true;
                } catch (AccessKeysException e) {
                    warnings.add("The store would not take the new secret: " + e.problem() + ".");
                }
            }
        }
    }

    // The store.

    StoreContents readStore() {
        return kept("store.read", store()::read);
    }

    void reserve(String nonce) {
        keep("store.reserve", () -> store().reserve(nonce));
    }

    void stage(StoredKey key) {
        keep("store.stage", () -> store().stage(key));
    }

    void publish(String nonce, Optional<String> expected) {
        keep("store.publish", () -> store().publish(nonce, expected));
    }

    void restore(String nonce) {
        keep("store.restore", () -> store().restore(nonce));
    }

    void discardPending(String nonce) {
        keep("store.discard-pending", () -> store().discardPending(nonce));
    }

    void discardPrevious(String nonce) {
        keep("store.discard-previous", () -> store().discardPrevious(nonce));
    }

    boolean hasStore() {
        return store != null;
    }

    private SecretStore store() {
        return Objects.requireNonNull(store, "store");
    }

    // The verifier.

    boolean hasVerifier() {
        return verifier != null;
    }

    Map<String, String> noteBefore() {
        return port.perform("verifier.before", Objects.requireNonNull(verifier)::before);
    }

    Verification verify(VerificationRequest request) {
        return port.perform("verifier.verify", () -> {
            try {
                return Objects.requireNonNull(verifier).verify(request);
            } catch (RuntimeException e) {
                // Only the class: the message is the verifier's own and may quote anything.
                return new Verification(
                        Verification.Answer.UNREACHABLE, e.getClass().getSimpleName());
            }
        });
    }

    // The journal and the audit.

    /** Takes the right to write. */
    public JournalLease lease(RotationJournal journal, RotationTarget target) {
        return kept("journal.lease", () -> journal.lease(target));
    }

    Optional<JournalEntry> readJournal(JournalLease lease) {
        return kept("journal.read", lease::read);
    }

    void reserveJournal(JournalLease lease) {
        keep("journal.reserve", lease::reserve);
    }

    JournalEntry writeJournal(JournalLease lease, long revision, String content) {
        return kept("journal.write", () -> lease.write(revision, content));
    }

    /** Tells the listeners. None of them can stop a rotation, for stopping half-way is what costs keys. */
    void tell(RotationEvent event) {
        for (RotationListener listener : listeners) {
            keep("listener.event", () -> {
                try {
                    listener.onEvent(event);
                } catch (RuntimeException e) {
                    String warning = "A listener failed with " + e.getClass().getSimpleName() + ".";
                    if (!warnings.contains(warning)) {
                        warnings.add(warning);
                    }
                }
            });
        }
    }

    private void run(String effect, Runnable call) {
        port.perform(effect, returningNothing(call));
    }

    private void keep(String effect, Runnable call) {
        kept(effect, returningNothing(call));
    }

    /**
     * Keeps something although the thread was interrupted: channels to files close themselves under an interrupt, and what is to
     * be kept here is what the next call needs. The interrupt takes effect at the next wait.
     */
    private <T extends @Nullable Object> T kept(String effect, Supplier<T> call) {
        boolean interrupted = Thread.interrupted();
        try {
            return port.perform(effect, call);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Supplier<@Nullable Void> returningNothing(Runnable call) {
        return () -> {
            call.run();
            return null;
        };
    }
}
