package dev.accesskeys.listener;

/**
 * Watches calls: told once at the beginning and once at the end of each, whatever the number of attempts. For metrics, traces
 * and audit. What a listener throws is logged and otherwise ignored. It runs on the thread of the call and must not block.
 */
public interface CallListener {

    /**
     * A call begins.
     *
     * @param call the call
     */
    default void callStarted(CallInfo call) {}

    /**
     * A call has ended.
     *
     * @param call the call
     * @param result how it ended
     */
    default void callEnded(CallInfo call, CallResult result) {}
}
