package dev.accesskeys.internal.call;

import dev.accesskeys.listener.AttemptListener;
import dev.accesskeys.listener.CallInfo;
import dev.accesskeys.listener.CallListener;
import dev.accesskeys.listener.CallResult;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tells all listeners; none of them can break a call. */
final class Listeners {

    private static final Logger LOG = System.getLogger("dev.accesskeys.listener");

    private final List<CallListener> calls;
    private final List<AttemptListener> attempts;

    Listeners(List<CallListener> calls, List<AttemptListener> attempts) {
        this.calls = List.copyOf(calls);
        this.attempts = List.copyOf(attempts);
    }

    /** These listeners, and those of one call behind them. */
    Listeners with(List<CallListener> more) {
        return more.isEmpty()
                ? this
                : new Listeners(Stream.concat(calls.stream(), more.stream()).toList(), attempts);
    }

    void callStarted(CallInfo call) {
        tell(calls, listener -> listener.callStarted(call));
    }

    void callEnded(CallInfo call, CallResult result) {
        tell(calls, listener -> listener.callEnded(call, result));
    }

    void attemptStarted(CallInfo call, int attempt) {
        tell(attempts, listener -> listener.attemptStarted(call, attempt));
    }

    void attemptEnded(CallInfo call, int attempt, CallResult result) {
        tell(attempts, listener -> listener.attemptEnded(call, attempt, result));
    }

    void retryScheduled(CallInfo call, int failedAttempt, Duration wait) {
        tell(attempts, listener -> listener.retryScheduled(call, failedAttempt, wait));
    }

    private static <L> void tell(List<L> listeners, Consumer<L> event) {
        for (L listener : listeners) {
            try {
                event.accept(listener);
            } catch (Exception | Error e) {
                // Not even an error may cost a caller the secret that the provider shows only once. Only the class: the
                // message is the listener's own and may quote anything.
                LOG.log(
                        Level.WARNING,
                        "a listener threw {0}; the call goes on",
                        e.getClass().getName());
            }
        }
    }
}
