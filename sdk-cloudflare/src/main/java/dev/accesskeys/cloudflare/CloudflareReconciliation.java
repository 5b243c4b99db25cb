package dev.accesskeys.cloudflare;

import dev.accesskeys.cloudflare.model.SigningKeySchedule;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.Reconciliation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells from the schedule what became of a rotation whose answer was lost. */
final class CloudflareReconciliation {

    private static final String ROTATE = "rotate";
    private static final String ACCOUNT = "account_id";
    private static final String LAST = "last_key_rotation_at";
    private static final String SENT = "sent_at";

    /** How far the clock here may be ahead of Cloudflare's. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final String PERSON_DECIDES =
            "Look again after some minutes; then a person decides, for a second rotation within 7 days ends the older of the"
                    + " two published keys.";

    private final Optional<Instant> before;
    private final Instant sent;

    private CloudflareReconciliation(Optional<Instant> before, Instant sent) {
        this.before = before;
        this.sent = sent;
    }

    static PendingChange pending(String accountId, RotationMoment moment) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(ACCOUNT, accountId);
        facts.put(SENT, moment.now().toString());
        moment.last().ifPresent(last -> facts.put(LAST, last.toString()));
        return new PendingChange(CloudflareKeyMapping.PROVIDER, ROTATE, facts);
    }

    static CloudflareReconciliation of(PendingChange change, String accountId) {
        if (!change.provider().equals(CloudflareKeyMapping.PROVIDER)
                || !change.change().equals(ROTATE)) {
            throw new ValidationException(
                    "pending change", "must be a rotate at cloudflare", change.change() + " at " + change.provider());
        }
        if (!accountId.equals(change.facts().get(ACCOUNT))) {
            throw new ValidationException("pending change", "must be of this account", "one of another account");
        }
        return new CloudflareReconciliation(
                Optional.ofNullable(change.facts().get(LAST)).map(CloudflareReconciliation::instant),
                instant(change.facts().getOrDefault(SENT, "")));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ValidationException(
                    "pending change", "must hold the times that it was made with", "another text");
        }
    }

    Reconciliation judge(AccessKey key, SigningKeySchedule schedule) {
        if (schedule.lastKeyRotationAt().isEmpty()) {
            return undecided(key, "Cloudflare does not tell when the keys were last rotated.");
        }
        Instant now = schedule.lastKeyRotationAt().get();
        if (before.isEmpty()) {
            return now.isBefore(sent.minus(SKEW))
                    ? notSeen(now)
                    : undecided(
                            key,
                            "The keys were rotated at " + now
                                    + ", but Cloudflare did not tell before when the rotation before that was.");
        }
        return now.isAfter(before.get())
                ? Reconciliation.applied(
                        key,
                        null,
                        "The keys were rotated at " + now + ", by this call, by someone else or by the schedule. Do not"
                                + " rotate again: the previous key is valid until "
                                + now.plus(SigningKeys.PREVIOUS_KEY_VALID_FOR) + ".")
                : notSeen(now);
    }

    private static Reconciliation notSeen(Instant last) {
        return Reconciliation.notSeen("The last rotation that Cloudflare tells of was at " + last
                + ", before this one was sent. " + PERSON_DECIDES);
    }

    private static Reconciliation undecided(AccessKey key, String why) {
        return Reconciliation.undecided(List.of(key), why + " " + PERSON_DECIDES);
    }
}
