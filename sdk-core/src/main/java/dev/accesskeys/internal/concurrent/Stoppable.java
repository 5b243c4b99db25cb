package dev.accesskeys.internal.concurrent;

import java.util.concurrent.CompletableFuture;

/**
 * A call under way that can be told to end. Unlike a future that is cancelled it completes in its own time, with an exception
 * that tells what became of it.
 */
public interface Stoppable {

    /**
     * Ends the call, at once or, where an answer must not be lost, after a while.
     *
     * @param reason why, as it stands in messages behind "the call was given up: "
     */
    void stop(String reason);

    /**
     * Ends a call in the way that it knows.
     *
     * @param call the call
     * @param reason why
     */
    static void stop(CompletableFuture<?> call, String reason) {
        if (call instanceof Stoppable stoppable) {
            stoppable.stop(reason);
        } else {
            call.cancel(true);
        }
    }
}
