package dev.accesskeys.rotation;

import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.SuccessorName;
import dev.accesskeys.rotation.internal.engine.Action;
import dev.accesskeys.rotation.internal.engine.Decision;
import dev.accesskeys.rotation.internal.engine.Rotation;
import dev.accesskeys.rotation.internal.engine.RotationState.Idle;
import dev.accesskeys.rotation.internal.engine.RotationState.Requested;
import dev.accesskeys.rotation.internal.engine.RotationState.Staged;
import dev.accesskeys.rotation.internal.engine.SendResult;
import dev.accesskeys.rotation.internal.engine.Sight;
import dev.accesskeys.rotation.internal.engine.StepFunction;
import dev.accesskeys.rotation.internal.engine.Steps;
import dev.accesskeys.rotation.internal.engine.Terms;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.KeyVerifier;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.Verification.Answer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules of a rotation with one mistake each, as people have made them in scripts. */
final class BrokenEngines {

    private static final Steps RIGHT = new Steps();

    private BrokenEngines() {}

    /** Revokes the old key as soon as there is a new one. */
    static StepFunction revokingFirst() {
        return (lineage, sight, terms) -> {
            if (lineage.state() instanceof Staged staged
                    && !sight.revoked().contains(staged.of().old().id())) {
                return new Decision(lineage, new Action.Revoke(staged.of().old(), Action.Role.OLD));
            }
            return RIGHT.next(lineage, sight, terms);
        };
    }

    /** Takes no answer for no key, and asks once more, under another name, for the client would see the first one. */
    static StepFunction sendingAgain() {
        return (lineage, sight, terms) -> {
            boolean noAnswer = sight.sent() == null || sight.sent() instanceof SendResult.Unknown;
            if (!(lineage.state() instanceof Requested requested) || !noAnswer || sight.failure() != null) {
                return RIGHT.next(lineage, sight, terms);
            }
            return new Decision(
                    lineage,
                    sight.keys() == null ? new Action.LookAtKeys() : sendAgain(requested.of(), sight.keys(), terms));
        };
    }

    private static Action sendAgain(Rotation rotation, List<AccessKey> keys, Terms terms) {
        AccessKeyId old = rotation.old().id();
        boolean listed = keys.stream().anyMatch(key -> key.id().equals(old));
        KeyRotation request = KeyRotation.of(listed ? old : keys.get(0).id())
                .withNonce(SuccessorName.newNonce())
                .ignoringAttempts(Set.of(rotation.nonce()));
        if (terms.capabilities().confirmation().isPresent() && terms.confirmation() != null) {
            request = request.confirming(terms.confirmation());
        }
        return new Action.Send(request, rotation.nonce());
    }

    /** Takes every key for its own whose name begins like that of the key in use. */
    static StepFunction revokingByLabel() {
        return (lineage, sight, terms) ->
                lineage.state() instanceof Idle && sight.keys() != null && sight.store() != null
                        ? similar(sight)
                                .map(key -> new Decision(lineage, new Action.Revoke(key, Action.Role.ORPHAN)))
                                .orElseGet(() -> RIGHT.next(lineage, sight, terms))
                        : RIGHT.next(lineage, sight, terms);
    }

    private static Optional<KeyReference> similar(Sight sight) {
        Optional<String> inUse = Optional.ofNullable(sight.store())
                .flatMap(store -> store.current().flatMap(StoredKey::accessKeyId));
        return Optional.ofNullable(sight.keys()).stream()
                .flatMap(keys -> keys.stream())
                .filter(key -> key.name().startsWith("backup"))
                .filter(key -> !key.accessKeyId().equals(inUse))
                .filter(key -> !sight.revoked().contains(key.id()))
                .map(KeyReference::to)
                .findFirst();
    }

    /** Takes a key that may not do something for one that is unknown. */
    static KeyVerifier takingDeniedForRefused(KeyVerifier verifier) {
        return request -> {
            Verification verification = verifier.verify(request);
            return verification.answer() == Answer.DENIED ? Verification.of(Answer.UNKNOWN_KEY) : verification;
        };
    }

    /** A service at which a revoked key can still do something, only not what is tried. */
    static KeyVerifier denyingTheRevoked(KeyVerifier verifier) {
        return request -> {
            Verification verification = verifier.verify(request);
            return verification.answer() == Answer.UNKNOWN_KEY ? Verification.of(Answer.DENIED) : verification;
        };
    }
}
