package dev.accesskeys.internal.call;

import dev.accesskeys.operation.Operation;
import dev.accesskeys.operation.RateLimitRule;
import dev.accesskeys.time.TimeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Holds requests back so that they stay under the limits that a provider documents. */
final class RequestLimiter {

    private static final RequestLimiter UNLIMITED = new RequestLimiter(Map.of());

    private final Map<String, RequestWindow> windows;

    RequestLimiter(List<RateLimitRule> rules, TimeSource time) {
        this(windows(rules, time));
    }

    private RequestLimiter(Map<String, RequestWindow> windows) {
        this.windows = windows;
    }

    static RequestLimiter unlimited() {
        return UNLIMITED;
    }

    private static Map<String, RequestWindow> windows(List<RateLimitRule> rules, TimeSource time) {
        Map<String, RequestWindow> windows = new HashMap<>();
        rules.forEach(rule -> windows.put(rule.name(), new RequestWindow(rule, time)));
        return windows;
    }

    /**
     * Waits for a request's turn.
     *
     * @return completes when the request may be sent, with what must be run when it has been answered; null if it may be sent
     *     at once
     */
    @Nullable
    CompletableFuture<Runnable> turn(Operation<?> operation) {
        RequestWindow window = operation.rateLimit().map(windows::get).orElse(null);
        return window == null ? null : window.turn();
    }

    /** What is run for a request that took nobody's place. */
    static void nothingToRelease() {}

    /** Ends a wait; a turn that came at the same moment is given to the next one. */
    static void giveBack(CompletableFuture<Runnable> turn) {
        if (!turn.cancel(false) && !turn.isCompletedExceptionally()) {
            turn.join().run();
        }
    }
}
