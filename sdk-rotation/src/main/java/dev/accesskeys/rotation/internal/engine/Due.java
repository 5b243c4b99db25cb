package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a key is old enough. Its age comes from the provider, or from the journal where the provider does not tell. */
final class Due {

    /** What a journal has just done, a cron job that runs ten times does not do again. */
    static final Duration AT_LEAST = Duration.ofDays(1);

    private Due() {}

    /** By the journal alone, before anybody is asked. */
    static Optional<Decision> byJournal(Lineage lineage, Sight sight, Terms terms, AccessKeyId current) {
        if (terms.insisting()) {
            return Optional.empty();
        }
        return lineage.whichMade(current)
                .flatMap(made -> early(
                        lineage,
                        sight,
                        terms,
                        made.at(),
                        terms.interval() == null ? AT_LEAST : terms.interval(),
                        "This journal put the key " + current + " into use at " + made.at() + "."));
    }

    static Optional<Decision> of(Lineage lineage, Sight sight, Terms terms, AccessKey key) {
        Optional<Decision> byJournal = byJournal(lineage, sight, terms, key.id());
        Duration interval = terms.interval();
        if (byJournal.isPresent() || terms.insisting() || interval == null) {
            return byJournal;
        }
        return key.createdAt()
                .flatMap(created -> early(
                        lineage,
                        sight,
                        terms,
                        created,
                        interval,
                        "The provider made the key " + key.id() + " at " + created + "."));
    }

    private static Optional<Decision> early(
            Lineage lineage, Sight sight, Terms terms, Instant since, Duration interval, String reason) {
        Instant dueAt = since.plus(interval);
        return sight.now().isBefore(dueAt)
                ? Optional.of(Ends.notDue(
                        lineage, terms, dueAt, reason + " It is due from " + dueAt + "; insisting() rotates it now."))
                : Optional.empty();
    }
}
