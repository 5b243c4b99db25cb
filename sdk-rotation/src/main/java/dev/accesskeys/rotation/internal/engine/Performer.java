package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.CallCancelledException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyState;
import dev.accesskeys.rotation.KeyReference;
import dev.accesskeys.rotation.audit.RotationEvent;
import dev.accesskeys.rotation.journal.JournalException;
import dev.accesskeys.rotation.journal.JournalLease;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Performs actions, and notes in the {@link View} what came of them and what they have made stale. */
final class Performer {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Effects effects;
    private final Terms terms;
    private final Pace pace;
    private final Events events;
    private final Probes probes;

    Performer(Effects effects, Terms terms, Pace pace, Events events) {
        this.effects = effects;
        this.terms = terms;
        this.pace = pace;
        this.events = events;
        this.probes = new Probes(effects, pace.verification(), events);
    }

    /** Does it. What the journal throws, and an interrupt, go on; everything else becomes a part of what is seen. */
    void perform(Action action, Lineage lineage, View view, @Nullable JournalLease lease) {
        view.failure = null;
        try {
            if (action instanceof Action.Reserve reserve) {
                if (effects.hasStore()) {
                    effects.reserve(reserve.nonce());
                }
                effects.reserveJournal(Objects.requireNonNull(lease));
                view.reserved = reserve.nonce();
                view.store = null;
            } else if (action instanceof Action.Send send) {
                send(send, lineage, view);
            } else if (action instanceof Action.Revoke revoke) {
                revoke(revoke, lineage, view);
            } else if (action.changes()) {
                changeStore(action, lineage, view);
            } else {
                look(action, lineage, view);
            }
        } catch (JournalException e) {
            if (!(action instanceof Action.Reserve)) {
                throw e;
            }
            view.failure = new Sight.Failure(action, e);
        } catch (CallCancelledException e) {
            // Somebody wants this to end. The journal has what the next call needs.
            throw e;
        } catch (AccessKeysException e) {
            view.failure = new Sight.Failure(action, e);
        }
    }

    private void send(Action.Send send, Lineage lineage, View view) {
        events.tell(RotationEvent.Type.REQUESTED, lineage, view, null, "");
        view.forgetPlaces();
        view.sent = effects.send(send.rotation(), send.nonce(), terms, secret -> view.unsaved = secret);
        if (view.sent instanceof SendResult.Answered answered) {
            events.created(lineage, answered);
        } else if (view.sent instanceof SendResult.NotMade notMade) {
            events.tell(
                    RotationEvent.Type.NOT_CREATED,
                    lineage,
                    view,
                    null,
                    notMade.why().problem());
        } else if (view.sent instanceof SendResult.Unknown unknown) {
            events.tell(
                    RotationEvent.Type.OUTCOME_UNKNOWN,
                    lineage,
                    view,
                    null,
                    unknown.why().problem());
        }
    }

    private void revoke(Action.Revoke revoke, Lineage lineage, View view) {
        KeyReference key = revoke.key();
        events.tell(
                switch (revoke.role()) {
                    case OLD -> RotationEvent.Type.REVOKING;
                    case NEW -> RotationEvent.Type.WITHDRAWING;
                    case ORPHAN -> RotationEvent.Type.ORPHAN_REVOKING;
                },
                lineage,
                view,
                key,
                "");
        view.forgetPlaces();
        effects.revoke(key.id());
        view.revoked.add(key.id());
        events.tell(
                switch (revoke.role()) {
                    case OLD -> RotationEvent.Type.REVOKED;
                    case NEW -> RotationEvent.Type.WITHDRAWN;
                    case ORPHAN -> RotationEvent.Type.ORPHAN_REVOKED;
                },
                lineage,
                view,
                key,
                "");
    }

    private void changeStore(Action action, Lineage lineage, View view) {
        view.store = null;
        if (action instanceof Action.Stage stage) {
            effects.stage(stage.key());
            view.unsaved = null;
            events.staged(lineage, stage.key());
        } else if (action instanceof Action.Publish publish) {
            forgetProofs(view);
            effects.publish(publish.nonce(), publish.expectedCurrent());
        } else if (action instanceof Action.Restore restore) {
            forgetProofs(view);
            effects.restore(restore.nonce());
        } else if (action instanceof Action.DiscardPending discard) {
            if (effects.hasStore()) {
                effects.discardPending(discard.nonce());
            }
            view.discarded = true;
        } else if (action instanceof Action.DiscardPrevious discard) {
            effects.discardPrevious(discard.nonce());
        } else {
            throw new IllegalArgumentException(action.toString());
        }
    }

    /** What was seen before another key became current does not count for what comes after, however short the grace. */
    private static void forgetProofs(View view) {
        view.keys = null;
        view.tried = null;
    }

    private void look(Action action, Lineage lineage, View view) {
        if (action instanceof Action.LookAtStore) {
            view.store = effects.readStore();
        } else if (action instanceof Action.LookAtKeys) {
            view.keys = effects.list();
        } else if (action instanceof Action.Prepare prepare) {
            view.prepared = effects.prepare(prepare.rotation());
        } else if (action instanceof Action.NoteBefore) {
            view.before = effects.noteBefore();
        } else if (action instanceof Action.Settle) {
            effects.pause(pace.settle());
            view.forgetPlaces();
            view.reconciled = null;
            view.tried = null;
            view.settled++;
        } else if (action instanceof Action.Reconcile reconcile) {
            view.reconciled = effects.reconcile(reconcile.pending());
            events.tell(
                    RotationEvent.Type.RECONCILED,
                    lineage,
                    view,
                    null,
                    view.reconciled.verdict().toString());
        } else if (action instanceof Action.AwaitKey await) {
            view.awaited = awaited(await.id());
        } else if (action instanceof Action.Verify verify) {
            view.tried = probes.works(verify, lineage, view);
            view.forgetPlaces();
        } else if (action instanceof Action.Prove prove) {
            view.proof = probes.isRefused(prove.key(), lineage, view);
        } else if (!(action instanceof Action.Again)) {
            throw new IllegalArgumentException(action.toString());
        }
    }

    /** A key that was just made may not be found for a while, and is set up only after that. */
    private AccessKey awaited(AccessKeyId id) {
        Instant start = effects.now();
        NotFoundException last = null;
        // Counted as well as timed, for a clock may jump back.
        long most = pace.provisioning().toSeconds() / BETWEEN_LOOKS.toSeconds() + 1;
        for (long look = 0; look <= most && effects.now().isBefore(start.plus(pace.provisioning())); look++) {
            try {
                AccessKey key = effects.get(id);
                last = null;
                if (key.state() == AccessKeyState.ERROR
                        || key.state() == AccessKeyState.DEPROVISIONING
                        || key.state() == AccessKeyState.DISABLED) {
                    throw new NotProvisionedException("the key " + id + " is " + key.state());
                }
                if (Forward.isReady(key)) {
                    return key;
                }
            } catch (NotFoundException e) {
                last = e;
            }
            effects.pause(BETWEEN_LOOKS);
        }
        if (last != null) {
            throw last;
        }
        throw new NotProvisionedException("the key " + id + " was not set up within " + pace.provisioning());
    }
}
