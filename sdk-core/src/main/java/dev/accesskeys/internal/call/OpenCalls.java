package dev.accesskeys.internal.call;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The calls under way at one client, so that closing it can end them. */
final class OpenCalls {

    private final Duration settleTime;
    private final Set<StopSignal> signals = new HashSet<>();
    private long count;
    private boolean closed;

    OpenCalls(Duration settleTime) {
        this.settleTime = settleTime;
    }

    /** Adds a call and gives its number, or 0 if the client is closed. */
    synchronized long add(StopSignal signal) {
        if (closed) {
            return 0;
        }
        signals.add(signal);
        return ++count;
    }

    synchronized void remove(StopSignal signal) {
        signals.remove(signal);
        notifyAll();
    }

    /** Ends all calls, and waits for those whose answer must not be lost, for as long as they may take to settle. */
    synchronized void close() {
        closed = true;
        signals.forEach(signal -> signal.set("its client was closed"));
        long begun = System.nanoTime();
        boolean interrupted = false;
        // A little more than the calls themselves wait, so that they end before their transport does.
        long patience = settleTime.plusSeconds(1).toNanos();
        while (!signals.isEmpty() && System.nanoTime() - begun < patience) {
            try {
                wait(Math.max(1, (patience - (System.nanoTime() - begun)) / 1_000_000));
            } catch (InterruptedException e) {
                interrupted = true;
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
