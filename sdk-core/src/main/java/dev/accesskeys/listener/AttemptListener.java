package dev.accesskeys.listener;

import java.time.Duration;

/**
 * Watches attempts: told at the beginning and the end of each time that a request is sent, and of the waits between. What a
 * listener throws is logged and otherwise ignored. It runs on the thread of the call and must not block.
 */
public interface AttemptListener {

    /**
     * An attempt begins.
     *
     * @param call the call
     * @param attempt its number, from 1
     */
    default void attemptStarted(CallInfo call, int attempt) {}

    /**
     * An attempt has ended.
     *
     * @param call the call
     * @param attempt its number, from 1
     * @param result how it ended
     */
    default void attemptEnded(CallInfo call, int attempt, CallResult result) {}

    /**
     * The call will be sent again after a wait.
     *
     * @param call the call
     * @param failedAttempt the number of the attempt that failed, from 1
     * @param wait how long the wait is
     */
    default void retryScheduled(CallInfo call, int failedAttempt, Duration wait) {}
}
