package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.rotation.KeyReference;
import dev.accesskeys.rotation.audit.RotationEvent;
import dev.accesskeys.rotation.store.StoredKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of what happens. */
final class Events {

    private final Effects effects;
    private final Terms terms;
    private final String actor;

    Events(Effects effects, Terms terms, String actor) {
        this.effects = effects;
        this.terms = terms;
        this.actor = actor;
    }

    void tell(RotationEvent.Type type, Lineage lineage, View view, @Nullable KeyReference key, String detail) {
        effects.tell(event(type, lineage, Optional.of(view.run))
                .key(key == null ? null : key.id())
                .accessKeyId(key == null ? null : key.accessKeyId().orElse(null))
                .requestId(effects.takeRequestId().orElse(null))
                .detail(detail)
                .build());
    }

    void created(Lineage lineage, SendResult.Answered answered) {
        effects.tell(event(RotationEvent.Type.CREATED, lineage, Optional.empty())
                .key(answered.key().id())
                .accessKeyId(answered.key().accessKeyId().orElse(null))
                .fingerprint(answered.fingerprint().isEmpty() ? null : answered.fingerprint())
                .requestId(effects.takeRequestId().orElse(null))
                .build());
        if (answered.staged() && terms.hasSecret()) {
            effects.tell(event(RotationEvent.Type.STAGED, lineage, Optional.empty())
                    .key(answered.key().id())
                    .fingerprint(answered.fingerprint())
                    .build());
        }
    }

    void staged(Lineage lineage, StoredKey key) {
        effects.tell(event(RotationEvent.Type.STAGED, lineage, Optional.empty())
                .key(key.id().orElse(null))
                .accessKeyId(key.accessKeyId().orElse(null))
                .fingerprint(terms.fingerprintOf(key.secret()))
                .build());
    }

    /** What the journal has just been told. */
    void moved(Lineage last, Lineage next, View view) {
        if (next.halt() != null && !next.halt().equals(last.halt())) {
            tell(
                    RotationEvent.Type.HALTED,
                    next,
                    view,
                    next.state().fresh().orElse(null),
                    next.halt().problem() + ": " + next.halt().detail());
        }
        if (next.state().kind() == last.state().kind()) {
            return;
        }
        KeyReference fresh = next.state().fresh().orElse(null);
        KeyReference old = next.state().rotation().map(Rotation::old).orElse(null);
        switch (next.state().kind()) {
            case INTENDED -> tell(RotationEvent.Type.INTENDED, next, view, old, "");
            case ORPHANED -> tell(RotationEvent.Type.ORPHAN_FOUND, next, view, fresh, "");
            case PUBLISHING -> tell(RotationEvent.Type.PUBLISHING, next, view, fresh, "");
            case PUBLISHED -> tell(RotationEvent.Type.PUBLISHED, next, view, fresh, "");
            case RESTORING -> tell(RotationEvent.Type.ROLLING_BACK, next, view, old, "");
            case RESTORED -> tell(RotationEvent.Type.RESTORED, next, view, old, "");
            // Told when it happens, or of no interest to those who account for keys.
            case IDLE, REQUESTED, STAGED, REVOKING, WITHDRAWING -> {}
        }
    }

    private RotationEvent.Builder event(RotationEvent.Type type, Lineage lineage, Optional<String> otherwise) {
        String run = lineage.state()
                .rotation()
                .map(Rotation::run)
                .or(() -> otherwise)
                .orElse("");
        return RotationEvent.builder(type, effects.now(), run, actor, terms.target());
    }
}
