package dev.accesskeys.auth;

import dev.accesskeys.Secret;
import dev.accesskeys.auth.TokenEndpoint.Unavailable;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.retry.RetryPolicy;
import dev.accesskeys.time.TimeSource;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The token that is used now. Whoever asks for another one holds the lock; who only reads never waits for it. */
final class RenewedToken {

    private static final Logger LOG = System.getLogger("dev.accesskeys.auth");
    private static final RetryPolicy POLICY = RetryPolicy.standard();

    /** A longer pause than this is not sat out while calls wait. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Asks the token endpoint, once. */
    @FunctionalInterface
    interface Source {

        AccessToken ask() throws Unavailable;
    }

    /** A failed request, which those who waited for it share. */
    private record Failure(long number, long restUntil, AccessKeysException cause) {}

    private final Source source;
    private final TimeSource time;
    private final ReentrantLock lock = new ReentrantLock();

    private volatile @Nullable AccessToken current;
    private volatile @Nullable Failure lastFailure;

    /** Written while the lock is held. */
    private volatile long failures;

    RenewedToken(Source source, TimeSource time) {
        this.source = source;
        this.time = time;
    }

    Secret get() {
        AccessToken token = current;
        long now = time.nanoTime();
        if (token == null || !token.isUsable(now)) {
            return renewed();
        }
        return token.isFresh(now) ? token.value() : renewedAhead(token, now);
    }

    /** The old token is good: nobody waits, and a failure is not yet one. */
    private Secret renewedAhead(AccessToken old, long now) {
        if (rests(now) || !lock.tryLock()) {
            return old.value();
        }
        try {
            AccessToken latest = current;
            return latest != null && latest != old ? latest.value() : ask(1).value();
        } catch (AccessKeysException e) {
            LOG.log(Level.DEBUG, "a token could not be renewed ahead of its end; the old one is used");
            return old.value();
        } finally {
            lock.unlock();
        }
    }

    private boolean rests(long now) {
        Failure failure = lastFailure;
        return failure != null && failure.restUntil - now > 0;
    }

    private Secret renewed() {
        long seen = failures;
        lockOrStop();
        try {
            AccessToken latest = current;
            long now = time.nanoTime();
            if (latest != null && (latest.isUsable(now) || (latest.isValid(now) && rests(now)))) {
                return latest.value();
            }
            try {
                throwFailureSince(seen);
                return ask(POLICY.maxAttempts()).value();
            } catch (AccessKeysException e) {
                if (latest != null && latest.isValid(time.nanoTime())) {
                    return latest.value();
                }
                throw e;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Replaces a token that was refused, unless that has been done already.
     *
     * @return whether there is another one now
     */
    boolean replace(Secret refused) {
        long seen = failures;
        lockOrStop();
        try {
            AccessToken latest = current;
            if (latest != null && !latest.value().equals(refused)) {
                return true;
            }
            // Refused is refused: it is not used any more, even if no other can be had.
            current = null;
            throwFailureSince(seen);
            return !ask(1).value().equals(refused);
        } finally {
            lock.unlock();
        }
    }

    private void lockOrStop() {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            throw TokenEndpoint.interrupted();
        }
    }

    /** Whoever waited while another one failed does not fail all over again: a crowd would hammer an endpoint that is down. */
    private void throwFailureSince(long seen) {
        Failure failure = lastFailure;
        if (failure != null && failure.number > seen) {
            throw failure.cause;
        }
    }

    private AccessToken ask(int attempts) {
        for (int attempt = 1; ; attempt++) {
            try {
                AccessToken token = source.ask();
                current = token;
                lastFailure = null;
                return token;
            } catch (Unavailable e) {
                Duration pause = e.retryAfter()
                        .orElseGet(() -> POLICY.backoff(
                                1, () -> ThreadLocalRandom.current().nextDouble()));
                if (attempt == attempts || pause.compareTo(LONGEST_PAUSE) > 0) {
                    throw failed(e.toException());
                }
                pause(pause);
            } catch (AccessKeysException e) {
                throw failed(e);
            }
        }
    }

    private AccessKeysException failed(AccessKeysException failure) {
        if (Thread.currentThread().isInterrupted()) {
            // Says something of this thread, nothing of the endpoint.
            return failure;
        }
        AccessToken token = current;
        long rest = token == null ? 0 : token.restNanos();
        long number = failures + 1;
        lastFailure = new Failure(number, time.nanoTime() + rest, failure);
        failures = number;
        return failure;
    }

    private void pause(Duration duration) {
        try {
            time.delay(duration).get();
        } catch (InterruptedException e) {
            throw TokenEndpoint.interrupted();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the time source failed", e);
        }
    }
}
