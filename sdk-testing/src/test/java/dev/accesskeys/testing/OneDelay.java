package dev.accesskeys.testing;

import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A time source that hands out one given future for every delay. */
record OneDelay(CompletableFuture<Void> future) implements TimeSource {

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public long nanoTime() {
        return 0;
    }

    @Override
    public CompletableFuture<Void> delay(Duration time) {
        return future;
    }
}
