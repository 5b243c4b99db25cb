package dev.accesskeys.rotation.store;

import dev.accesskeys.error.ValidationException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of every store, without any input or output: what it holds next, given what it holds now. Where nothing has to be
 * changed, because the same was done before, the given contents come back themselves.
 */
final class StoreTransitions {

    private static final String LOOK = "Read the store, find out who else writes it, and rotate again.";

    private StoreTransitions() {}

    static StoreContents reserve(StoreContents now, String attempt) {
        if (isReservedFor(now, attempt) || isOf(now.current(), attempt)) {
            return now;
        }
        requireFree(now, attempt);
        return new StoreContents(or(now.current()), null, or(now.previous()), attempt);
    }

    static StoreContents stage(StoreContents now, StoredKey key) {
        String attempt = attemptOf(key);
        if (isOf(now.current(), attempt) && !isReservedFor(now, attempt)) {
            requireSameSecret(now.current(), key, "current");
            return now;
        }
        if (!isReservedFor(now, attempt)) {
            throw new StoreConflictException(
                    "the pending place is not reserved for attempt " + attempt + holder(now), LOOK);
        }
        requireSameSecret(now.pending(), key, "pending");
        StoredKey merged = now.pending().map(there -> merge(there, key)).orElse(key);
        if (now.pending().filter(merged::equals).isPresent()) {
            return now;
        }
        return new StoreContents(or(now.current()), merged, or(now.previous()), attempt);
    }

    static StoreContents publish(StoreContents now, String attempt, Optional<String> expectedCurrent) {
        if (isOf(now.current(), attempt)) {
            return now;
        }
        StoredKey pending = now.pending()
                .filter(key -> isOf(Optional.of(key), attempt))
                .orElseThrow(() ->
                        new StoreConflictException("no key of attempt " + attempt + " is pending" + holder(now), LOOK));
        if (pending.accessKeyId().isEmpty()) {
            throw new StoreException(
                    "the pending key of attempt " + attempt + " has no access key id yet, so nobody could use it",
                    "Stage it again with its access key id, then publish.",
                    null);
        }
        requireCurrent(now.current(), expectedCurrent);
        return new StoreContents(pending, null, or(now.current()), null);
    }

    static StoreContents restore(StoreContents now, String attempt) {
        if (isOf(now.current(), attempt)) {
            if (now.previous().isEmpty()) {
                throw new StoreConflictException(
                        "there is no previous key to go back to",
                        "Put a working key into the store by hand, or rotate forwards.");
            }
            requireFree(now, attempt);
            return new StoreContents(or(now.previous()), or(now.current()), null, attempt);
        }
        if (isOf(now.pending(), attempt)) {
            return now;
        }
        throw new StoreConflictException("the key of attempt " + attempt + " is neither current nor pending", LOOK);
    }

    static StoreContents discardPending(StoreContents now, String attempt) {
        return isReservedFor(now, attempt) ? new StoreContents(or(now.current()), null, or(now.previous()), null) : now;
    }

    static StoreContents discardPrevious(StoreContents now, String attempt) {
        return isOf(now.current(), attempt) && now.previous().isPresent()
                ? new StoreContents(
                        or(now.current()),
                        or(now.pending()),
                        null,
                        now.reservation().orElse(null))
                : now;
    }

    private static String attemptOf(StoredKey key) {
        return key.attempt()
                .orElseThrow(() -> new ValidationException("attempt", "must be set in a key that is staged", "none"));
    }

    private static boolean isOf(Optional<StoredKey> key, String attempt) {
        return key.flatMap(StoredKey::attempt).filter(attempt::equals).isPresent();
    }

    private static boolean isReservedFor(StoreContents now, String attempt) {
        return now.reservation().filter(attempt::equals).isPresent() || isOf(now.pending(), attempt);
    }

    private static void requireFree(StoreContents now, String attempt) {
        boolean taken = now.pending().isPresent() || now.reservation().isPresent();
        if (taken && !isReservedFor(now, attempt)) {
            throw new StoreConflictException(
                    "the pending place is taken" + holder(now),
                    "Let the rotation that it belongs to end; if there is none, empty the pending place by hand.");
        }
    }

    private static String holder(StoreContents now) {
        if (now.reservation().isPresent()) {
            return "; attempt " + now.reservation().get() + " has it";
        }
        return now.pending().isPresent() ? "; a key without an attempt is there" : "";
    }

    private static void requireCurrent(Optional<StoredKey> current, Optional<String> expected) {
        boolean asExpected = current.isEmpty()
                ? expected.isEmpty()
                : expected.isPresent() && current.get().accessKeyId().equals(expected);
        if (!asExpected) {
            String there = current.map(key -> key.accessKeyId().orElse("a key without an access key id"))
                    .orElse("no key");
            throw new StoreConflictException(
                    "the current key is not the expected one: there is " + there + ", expected "
                            + expected.orElse("none"),
                    LOOK);
        }
    }

    /** A secret that is shown once is never written over with another one. */
    private static void requireSameSecret(Optional<StoredKey> there, StoredKey key, String place) {
        if (there.isPresent() && !there.get().secret().equals(key.secret())) {
            throw new StoreConflictException(
                    "another secret of attempt " + key.attempt().orElse("") + " is " + place + " already",
                    "Keep both: find out at the provider which of them works.");
        }
    }

    /** What was known stays known, also when the first call is made again after the second. */
    private static StoredKey merge(StoredKey there, StoredKey key) {
        return key.toBuilder()
                .id(or(key.id().or(there::id)))
                .accessKeyId(or(key.accessKeyId().or(there::accessKeyId)))
                .endpoint(or(key.endpoint().or(there::endpoint)))
                .build();
    }

    private static <T> @Nullable T or(Optional<T> value) {
        return value.orElse(null);
    }
}
