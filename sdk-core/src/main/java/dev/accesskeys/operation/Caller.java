package dev.accesskeys.operation;

import dev.accesskeys.CallOptions;
import dev.accesskeys.Response;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Carries invocations to the provider and back, with retries, deadline, credentials and all the rest. Generated services hold
 * one; a client makes it. Safe for use by many threads.
 *
 * <p>Every method throws, or completes its future with, the exceptions of {@code dev.accesskeys.error}.
 */
public interface Caller {

    /**
     * Calls and waits.
     *
     * @param <T> what the operation answers with
     * @param invocation the operation with its arguments
     * @return what came back
     */
    default <T extends @Nullable Object> T call(Invocation<T> invocation) {
        return respond(invocation).value();
    }

    /**
     * Calls and waits, and gives the circumstances of the answer too.
     *
     * @param <T> what the operation answers with
     * @param invocation the operation with its arguments
     * @return what came back, with status, headers and request id
     */
    <T extends @Nullable Object> Response<T> respond(Invocation<T> invocation);

    /**
     * Calls without waiting. The future completes on the client's callback executor; cancelling it ends the call.
     *
     * @param <T> what the operation answers with
     * @param invocation the operation with its arguments
     * @return what is to come back
     */
    <T extends @Nullable Object> CompletableFuture<T> callAsync(Invocation<T> invocation);

    /**
     * Calls without waiting, and gives the circumstances of the answer too.
     *
     * @param <T> what the operation answers with
     * @param invocation the operation with its arguments
     * @return what is to come back, with status, headers and request id
     */
    <T extends @Nullable Object> CompletableFuture<Response<T>> respondAsync(Invocation<T> invocation);

    /**
     * Gives a view of this caller whose calls have the given options, where they are set, and this caller's otherwise.
     *
     * @param options the options
     * @return the view
     */
    Caller with(CallOptions options);
}
