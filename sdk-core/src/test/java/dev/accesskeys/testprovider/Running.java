package dev.accesskeys.testprovider;

import dev.accesskeys.operation.Invocation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A call under way, and how it is stopped. */
public final class Running {

    /** The ways to stop a call. */
    public enum Stop {
        INTERRUPT(CallStyle.BLOCKING),
        CANCEL(CallStyle.ASYNC),
        CLOSE_WHILE_BLOCKING(CallStyle.BLOCKING),
        CLOSE_WHILE_ASYNC(CallStyle.ASYNC);

        private final CallStyle style;

        Stop(CallStyle style) {
            this.style = style;
        }

        public boolean closes() {
            return this == CLOSE_WHILE_ASYNC || this == CLOSE_WHILE_BLOCKING;
        }
    }

    private final TestClient client;
    private final Stop stop;
    private final CompletableFuture<Object> outcome = new CompletableFuture<>();
    private final CompletableFuture<?> future;
    private final Thread thread;
    private volatile boolean interruptFlag;
    private Thread closer;

    private Running(TestClient client, Invocation<?> invocation, Stop stop) {
        this.client = client;
        this.stop = stop;
        if (stop.style == CallStyle.ASYNC) {
            thread = null;
            future = client.caller().callAsync(invocation);
            var unused = future.whenComplete((value, failure) -> finish(value, failure));
        } else {
            future = null;
            thread = new Thread(() -> block(invocation), "blocking-call");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Starts a call that will be stopped in the given way. */
    public static Running start(TestClient client, Invocation<?> invocation, Stop stop) {
        return new Running(client, invocation, stop);
    }

    private void block(Invocation<?> invocation) {
        try {
            Object value = client.caller().call(invocation);
            interruptFlag = Thread.currentThread().isInterrupted();
            finish(value, null);
        } catch (RuntimeException e) {
            interruptFlag = Thread.currentThread().isInterrupted();
            finish(null, e);
        }
    }

    private void finish(Object value, Throwable failure) {
        if (failure == null) {
            outcome.complete(value);
        } else {
            outcome.completeExceptionally(failure);
        }
    }

    /** Stops the call; closing goes on in the background. */
    public void stop() {
        switch (stop) {
            case INTERRUPT -> thread.interrupt();
            case CANCEL -> future.cancel(true);
            default -> {
                closer = new Thread(client::close, "closer");
                closer.setDaemon(true);
                closer.start();
            }
        }
    }

    /** Blocks until the client is closed, if it is being closed. */
    public void awaitClosed() throws InterruptedException {
        if (closer != null) {
            closer.join(10_000);
            if (closer.isAlive()) {
                throw new AssertionError("close() did not return");
            }
        }
    }

    /**
     * Blocks until the call has seen that it is stopped: the interrupted thread waits again, the closed client refuses calls.
     */
    public void awaitStopSeen() {
        long end = System.nanoTime() + 5_000_000_000L;
        while (!isStopSeen()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the call does not see that it is stopped");
            }
            Thread.onSpinWait();
        }
    }

    private boolean isStopSeen() {
        if (stop == Stop.INTERRUPT) {
            return !thread.isInterrupted() && thread.getState() == Thread.State.TIMED_WAITING;
        }
        return !stop.closes() || closer.getState() == Thread.State.TIMED_WAITING;
    }

    public boolean isOver() {
        return outcome.isDone();
    }

    public boolean isFutureCancelled() {
        return future != null && future.isCancelled();
    }

    /** Whether the flag of the calling thread was set when the call ended. */
    public boolean interruptFlag() {
        return interruptFlag;
    }

    /** Waits for the value that the call gives. */
    public Object value() throws InterruptedException {
        try {
            return outcome.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the call did not end with a value", e);
        }
    }

    /** Waits for what the call fails with. */
    public Throwable failure() throws InterruptedException {
        try {
            throw new AssertionError("the call ended with " + outcome.get(10, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (java.util.concurrent.CancellationException e) {
            return e;
        } catch (TimeoutException e) {
            throw new AssertionError("the call did not end", e);
        }
    }
}
