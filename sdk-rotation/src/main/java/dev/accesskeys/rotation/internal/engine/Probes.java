package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.rotation.KeyReference;
import dev.accesskeys.rotation.audit.RotationEvent;
import dev.accesskeys.rotation.store.StoreConflictException;
import dev.accesskeys.rotation.store.StoreContents;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.Verification.Answer;
import dev.accesskeys.rotation.verify.VerificationPolicy;
import dev.accesskeys.rotation.verify.VerificationRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries keys until the answer is clear or the time is over. */
final class Probes {

    private final Effects effects;
    private final VerificationPolicy policy;
    private final Events events;

    Probes(Effects effects, VerificationPolicy policy, Events events) {
        this.effects = effects;
        this.policy = policy;
        this.events = events;
    }

    /** Tries whether a key works. */
    Sight.Tried works(Action.Verify verify, Lineage lineage, View view) {
        Verification last = poll(request(verify.key(), lineage, view, false), policy::isGood);
        boolean good = policy.isGood(last.answer());
        events.tell(
                good ? RotationEvent.Type.VERIFIED : RotationEvent.Type.NOT_VERIFIED,
                lineage,
                view,
                verify.key(),
                last.toString());
        return new Sight.Tried(verify.key().id(), last, good);
    }

    /** Tries whether a revoked key is refused: only a service that says it does not know the key proves that. */
    Verification isRefused(KeyReference key, Lineage lineage, View view) {
        Verification last = poll(request(key, lineage, view, true), answer -> answer == Answer.UNKNOWN_KEY);
        if (last.answer() == Answer.UNKNOWN_KEY) {
            events.tell(RotationEvent.Type.REVOCATION_PROVEN, lineage, view, key, last.toString());
        }
        return last;
    }

    /** Gives the last answer; a wanted one only if it came often enough in a row. */
    private Verification poll(VerificationRequest request, Predicate<Answer> wanted) {
        Instant start = effects.now();
        Duration interval = policy.interval();
        // Counted as well as timed, for a clock may jump back.
        long most = policy.deadline().toMillis() / Math.max(1, interval.toMillis()) + policy.consecutive();
        int inARow = 0;
        Verification last = new Verification(Answer.UNREACHABLE, "not tried");
        for (long probe = 0; probe <= most; probe++) {
            last = effects.verify(request);
            inARow = wanted.test(last.answer()) ? inARow + 1 : 0;
            if (inARow >= policy.consecutive()) {
                return last;
            }
            if (!effects.now().isBefore(start.plus(policy.deadline()))) {
                break;
            }
            effects.pause(interval);
        }
        return inARow == 0
                ? last
                : new Verification(Answer.UNREACHABLE, "the time was over before " + last + " came often enough");
    }

    private VerificationRequest request(KeyReference key, Lineage lineage, View view, boolean previous) {
        AccessKey known = known(key, view);
        Map<String, String> before =
                lineage.state().rotation().map(Rotation::before).orElse(Map.of());
        if (!effects.hasStore()) {
            return new VerificationRequest(known, null, before);
        }
        StoreContents contents = view.store != null ? view.store : effects.readStore();
        StoredKey stored = find(contents, key, previous)
                .orElseThrow(() -> new StoreConflictException(
                        "the store does not hold the secret of " + key.id(),
                        "See who has changed it, and put the key back."));
        return new VerificationRequest(known, stored, before);
    }

    private static Optional<StoredKey> find(StoreContents contents, KeyReference key, boolean previous) {
        Stream<Optional<StoredKey>> places = previous
                ? Stream.of(contents.previous())
                : Stream.of(contents.pending(), contents.current(), contents.previous());
        return places.flatMap(Optional::stream)
                .filter(each ->
                        each.accessKeyId().isPresent() && each.accessKeyId().equals(key.accessKeyId()))
                .findFirst();
    }

    private static AccessKey known(KeyReference key, View view) {
        @Nullable AccessKey awaited = view.awaited;
        if (awaited != null && awaited.id().equals(key.id())) {
            return awaited;
        }
        if (view.keys != null) {
            for (AccessKey each : view.keys) {
                if (each.id().equals(key.id())) {
                    return each;
                }
            }
        }
        return view.sent instanceof SendResult.Answered answered
                        && answered.key().id().equals(key.id())
                ? answered.key()
                : AccessKey.builder(key.id(), key.name())
                        .accessKeyId(key.accessKeyId().orElse(null))
                        .build();
    }
}
