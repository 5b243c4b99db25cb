package dev.accesskeys.cloudflare;

import dev.accesskeys.CallOptions;
import dev.accesskeys.cloudflare.model.SigningKeySchedule;
import dev.accesskeys.cloudflare.model.UpdateSigningKeysRequest;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.RotationTooEarlyException;
import dev.accesskeys.operation.CallFutures;
import dev.accesskeys.operation.Caller;
import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * The keys by which an account's Access signs the tokens of its users: when they are rotated, how often, and a rotation now.
 * Keys themselves are never shown.
 *
 * <p>Two keys are published, the current one and the previous one, which stays valid for 7 days after a rotation. Another
 * rotation within these days ends the older one, and with it every token that it has signed. Therefore {@link #rotate} looks at
 * the schedule first, and no rotation is ever repeated by itself.
 */
public final class SigningKeys {

    /** How long the previous key stays valid, and so how far apart rotations must be. */
    public static final Duration PREVIOUS_KEY_VALID_FOR = Duration.ofDays(7);

    private final Caller caller;
    private final TimeSource time;

    SigningKeys(Caller caller, TimeSource time) {
        this.caller = caller;
        this.time = time;
    }

    /**
     * Gives a view of this service whose calls have the given options.
     *
     * @param options deadline and retries
     * @return the view
     */
    public SigningKeys with(CallOptions options) {
        return new SigningKeys(caller.with(options), time);
    }

    /**
     * Gives the operations as Cloudflare has them, for the circumstances of answers, such as the rate limit. Without a safety
     * net: its {@code rotate} does not look at the last rotation.
     *
     * @return the generated service
     */
    public RawSigningKeys raw() {
        return new RawSigningKeys(caller);
    }

    /**
     * Gets the schedule by which the keys are rotated.
     *
     * @param accountId the account, at most 32 characters
     * @return the schedule
     */
    public SigningKeySchedule get(String accountId) {
        return raw().get(accountId);
    }

    /**
     * Gets the schedule without waiting; see {@link #get}.
     *
     * @param accountId the account, at most 32 characters
     * @return the schedule to come
     */
    public CompletableFuture<SigningKeySchedule> getAsync(String accountId) {
        return raw().getAsync(accountId);
    }

    /**
     * Sets how often Cloudflare rotates the keys by itself.
     *
     * @param accountId the account, at most 32 characters
     * @param request the interval, 21 to 365 days
     * @return the schedule as it is now
     */
    public SigningKeySchedule update(String accountId, UpdateSigningKeysRequest request) {
        return raw().update(accountId, request);
    }

    /**
     * Sets the interval without waiting; see {@link #update}.
     *
     * @param accountId the account, at most 32 characters
     * @param request the interval, 21 to 365 days
     * @return the schedule to come
     */
    public CompletableFuture<SigningKeySchedule> updateAsync(String accountId, UpdateSigningKeysRequest request) {
        return raw().updateAsync(accountId, request);
    }

    /**
     * Rotates the keys, unless the last rotation was less than 7 days ago, by the clock here or by Cloudflare's, or Cloudflare
     * does not tell when it was. Sent once, never repeated.
     *
     * @param accountId the account, at most 32 characters
     * @return the schedule as it is now, and until when the previous key is valid
     * @throws RotationTooEarlyException if it is too early; says from when on it is safe
     * @throws OutcomeUnknownException if the answer was lost; its handle goes to {@code accessKeys(accountId).reconcile}
     */
    public RotatedSigningKeys rotate(String accountId) {
        return CallFutures.await(rotateAsync(accountId));
    }

    /**
     * Rotates the keys without waiting; see {@link #rotate}.
     *
     * @param accountId the account, at most 32 characters
     * @return the result to come
     */
    public CompletableFuture<RotatedSigningKeys> rotateAsync(String accountId) {
        return begin(accountId, false);
    }

    /**
     * Rotates the keys whenever they were last rotated. Is that less than 7 days ago, the older of the published keys ends now:
     * for the case that a key has leaked. Sent once, never repeated.
     *
     * @param accountId the account, at most 32 characters
     * @return the schedule as it is now, and until when the previous key is valid
     * @throws OutcomeUnknownException if the answer was lost; its handle goes to {@code accessKeys(accountId).reconcile}
     */
    public RotatedSigningKeys rotateInsisting(String accountId) {
        return CallFutures.await(rotateInsistingAsync(accountId));
    }

    /**
     * Rotates the keys without waiting; see {@link #rotateInsisting}.
     *
     * @param accountId the account, at most 32 characters
     * @return the result to come
     */
    public CompletableFuture<RotatedSigningKeys> rotateInsistingAsync(String accountId) {
        return begin(accountId, true);
    }

    /** The moment before a rotation; fails if a rotation now is not safe, unless the caller insists. */
    CompletableFuture<RotationMoment> moment(String accountId, boolean insisting) {
        return CallFutures.map(raw().withResponse().getAsync(accountId), before -> {
            RotationMoment moment = RotationMoment.of(before, time.now());
            if (!insisting) {
                moment.requireSafe(PREVIOUS_KEY_VALID_FOR);
            }
            return moment;
        });
    }

    private CompletableFuture<RotatedSigningKeys> begin(String accountId, boolean insisting) {
        return CallFutures.flatMap(moment(accountId, insisting), moment -> {
            CompletableFuture<SigningKeySchedule> sent = CallFutures.mapFailure(
                    raw().rotateAsync(accountId),
                    failure -> failure instanceof OutcomeUnknownException unknown
                            ? unknown.withPending(CloudflareReconciliation.pending(accountId, moment))
                            : failure);
            return CallFutures.map(sent, after -> {
                Instant rotatedAt = moment.rotatedAt(after);
                return new RotatedSigningKeys(after, rotatedAt.plus(PREVIOUS_KEY_VALID_FOR));
            });
        });
    }
}
