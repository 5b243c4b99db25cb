package dev.accesskeys.rotation;

import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A local clock that is wrong, beside a provider's that is right. */
final class SkewedTime implements TimeSource {

    private final TimeSource right;
    private Duration offset = Duration.ZERO;

    SkewedTime(TimeSource right) {
        this.right = right;
    }

    void offset(Duration value) {
        offset = value;
    }

    @Override
    public Instant now() {
        return right.now().plus(offset);
    }

    @Override
    public long nanoTime() {
        return right.nanoTime();
    }

    @Override
    public CompletableFuture<Void> delay(Duration time) {
        return right.delay(time);
    }
}
