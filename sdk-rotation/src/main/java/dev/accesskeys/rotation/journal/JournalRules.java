package dev.accesskeys.rotation.journal;

import dev.accesskeys.rotation.RotationTarget;
import org.jspecify.annotations.Nullable;

/** The rules of every journal, without any input or output: whether an entry may follow another one. */
final class JournalRules {

    private JournalRules() {}

    /** Gives the entry to be written; the given one itself if this very writing was done before and only its answer was lost. */
    static JournalEntry next(
            RotationTarget target, @Nullable JournalEntry there, long expectedRevision, long fence, String content) {
        long revision = there == null ? 0 : there.revision();
        if (there != null && there.fence() > fence) {
            throw new JournalException(
                    "somebody with a later lease (" + there.fence() + ", ours is " + fence
                            + ") has written the entry of " + target,
                    "Stop this rotator; the other one goes on from what it finds.",
                    null);
        }
        if (there != null
                && revision == expectedRevision + 1
                && there.fence() == fence
                && there.content().equals(content)) {
            return there;
        }
        if (revision != expectedRevision) {
            throw new JournalException(
                    "the entry of " + target + " has revision " + revision + " instead of " + expectedRevision,
                    "Read it again before anything else is done.",
                    null);
        }
        return new JournalEntry(revision + 1, fence, content);
    }

    static JournalException leaseEnded(RotationTarget target) {
        return new JournalException(
                "the lease on " + target + " has ended", "Take a new one, and read the entry again.", null);
    }
}
