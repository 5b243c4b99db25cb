package dev.accesskeys.rotation.internal.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Until when the key that is no longer current is left alone.
 *
 * @param until by the clock here
 * @param providerUntil by the provider's clock; null if it told no time when the wait began
 */
public record Grace(Instant until, @Nullable Instant providerUntil) {

    /** Both clocks must say so: one of them alone may have jumped. A provider that never tells the time has no say. */
    boolean isOver(Instant now, @Nullable Instant providerNow) {
        if (now.isBefore(until)) {
            return false;
        }
        return providerUntil == null || (providerNow != null && !providerNow.isBefore(providerUntil));
    }

    /** Whether the clock here says that it is over, and the provider, which told the time before, tells it no more. */
    boolean isUntold(Instant now, @Nullable Instant providerNow) {
        return !now.isBefore(until) && providerUntil != null && providerNow == null;
    }

    /** What is still to be waited for while it is not over: the clock here, and after that the provider's. */
    Instant end(Instant now) {
        return now.isBefore(until) || providerUntil == null ? until : providerUntil;
    }
}
