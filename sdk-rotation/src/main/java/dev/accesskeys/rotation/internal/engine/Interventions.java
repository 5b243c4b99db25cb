package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.SuccessorName;
import dev.accesskeys.rotation.KeyReference;
import dev.accesskeys.rotation.RotationStatus;
import dev.accesskeys.rotation.SweepReport;
import dev.accesskeys.rotation.audit.RotationEvent;
import dev.accesskeys.rotation.internal.engine.Attempt.Fate;
import dev.accesskeys.rotation.internal.engine.RotationState.Idle;
import dev.accesskeys.rotation.internal.engine.RotationState.Kind;
import dev.accesskeys.rotation.internal.engine.RotationState.UnderWay;
import dev.accesskeys.rotation.journal.JournalEntry;
import dev.accesskeys.rotation.journal.JournalLease;
import dev.accesskeys.rotation.store.StoreContents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a person asks for besides rotating and going back. */
public final class Interventions {

    /** In these the request may have made a key that is known to nobody: what shows up of it is an orphan. */
    private static final Set<Kind> NOTHING_KNOWN = Set.of(Kind.INTENDED, Kind.REQUESTED, Kind.ORPHANED);

    private final Effects effects;
    private final Terms terms;
    private final JournalLease lease;
    private final Events events;
    private final View view =
            new View(SuccessorName.newNonce(), UUID.randomUUID().toString());

    /** Makes them for one call. */
    public Interventions(Effects effects, Terms terms, String actor, JournalLease lease) {
        this.effects = effects;
        this.terms = terms;
        this.lease = lease;
        this.events = new Events(effects, terms, actor);
    }

    /** Revokes what earlier attempts have left. */
    public SweepReport sweep() {
        Lineage lineage = effects.readJournal(lease)
                .map(entry -> LineageCodec.read(entry.content()))
                .orElse(Lineage.fresh());
        List<KeyReference> revoked = new ArrayList<>();
        if (!lineage.noncesThatFailed().isEmpty()) {
            StoreContents store = effects.hasStore() ? effects.readStore() : null;
            for (AccessKey orphan : Orphans.of(lineage, effects.list(), store)) {
                KeyReference key = KeyReference.to(orphan);
                events.tell(RotationEvent.Type.ORPHAN_REVOKING, lineage, view, key, "");
                effects.revoke(key.id());
                events.tell(RotationEvent.Type.ORPHAN_REVOKED, lineage, view, key, "");
                revoked.add(key);
            }
        }
        return new SweepReport(terms.target(), revoked);
    }

    /** Forgets the rotation that is under way. */
    public RotationStatus abandon() {
        Optional<JournalEntry> entry = effects.readJournal(lease);
        Lineage lineage = entry.map(each -> LineageCodec.read(each.content())).orElse(Lineage.fresh());
        if (!(lineage.state() instanceof UnderWay underWay)) {
            return StatusReading.of(lineage, terms.target());
        }
        boolean kept = effects.hasStore()
                && effects.readStore()
                        .pending()
                        .filter(each ->
                                each.attempt().equals(Optional.of(underWay.of().nonce())))
                        .isPresent();
        Fate fate = NOTHING_KNOWN.contains(underWay.kind()) && !kept ? Fate.FAILED : Fate.LEFT_TO_OPERATOR;
        Lineage idle = lineage.withFate(underWay.of().nonce(), fate).to(new Idle());
        effects.writeJournal(lease, entry.orElseThrow().revision(), LineageCodec.write(idle));
        events.tell(
                RotationEvent.Type.ABANDONED,
                lineage,
                view,
                lineage.state().fresh().orElse(null),
                "in the state " + underWay.kind());
        return StatusReading.of(idle, terms.target());
    }
}
