package dev.accesskeys.internal.concurrent;

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
}
