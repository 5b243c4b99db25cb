package dev.accesskeys.internal.call;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The calls under way at one client, so that closing it can end them. */
final class OpenCalls {

    /** After its answer has come, the secret sink of a call and its caller may need a moment. */
    private static final Duration LAST_STEPS = Duration.ofSeconds(1);

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
        signal.settled().complete(null);
        notifyAll();
    }

    /**
     * Ends all calls, and waits for those whose answer must not be lost: for as long as they may take to settle, and then, for
     * a moment only, until they have ended. Longer would not do: it may be a callback that closes the client, and the calls may
     * need its thread to end.
     */
    void close() {
        List<StopSignal> running;
        synchronized (this) {
            closed = true;
            running = List.copyOf(signals);
        }
        List<StopSignal> settling = running.stream()
                .filter(signal -> !signal.set("its client was closed"))
                .toList();
        if (settling.isEmpty()) {
            return;
        }
        try {
            awaitAnswers(settling);
            awaitEnds(settling);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswers(List<StopSignal> settling) throws InterruptedException {
        CompletableFuture<?>[] answers =
                settling.stream().map(StopSignal::settled).toArray(CompletableFuture<?>[]::new);
        try {
            // A little more than the calls themselves wait, so that they end before their transport does.
            CompletableFuture.allOf(answers).get(Durations.nanos(settleTime.plus(LAST_STEPS)), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // They have had their time.
        }
    }

    private synchronized void awaitEnds(List<StopSignal> settling) throws InterruptedException {
        long begun = System.nanoTime();
        while (settling.stream().anyMatch(signals::contains)) {
            long left = LAST_STEPS.toNanos() - (System.nanoTime() - begun);
            if (left <= 0) {
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
