package dev.accesskeys.http;

import java.util.concurrent.CompletableFuture;

/**
 * Sends one request and brings back one answer: the only place below the SDK that can be replaced. The default is the
 * JDK's own client; tests use a fake in memory, and an application may put in the client that it already has.
 *
 * <p>What every implementation must keep to, because the safety of the calls above rests on it:
 * <ul>
 *   <li>One request is sent <strong>once</strong>. No retry, no redirect, no answer to an authentication challenge.
 *   <li>The future completes with a {@link TransportResponse} once the headers of an answer are there, whatever its status
 *       and however its body ended, and with a {@link TransportException} otherwise. When in doubt, its delivery is
 *       {@link Delivery#UNKNOWN}.
 *   <li>No more than the limit is read of a body; what is cut is marked.
 *   <li>Cancelling the future ends the exchange and frees its connection. If the headers of an answer are there already, the
 *       future completes with what came so far, marked as {@linkplain TransportResponse.Ending#BROKEN broken}: the status
 *       tells whether a change was made, and the body may hold a secret.
 *   <li>Nothing of a request or an answer is logged or put into a message.
 * </ul>
 *
 * <p>The futures may complete on any thread, which must not be blocked: callers move off it before they do work. Implementations
 * are safe for use by many threads.
 */
public interface Transport extends AutoCloseable {

    /**
     * Sends a request.
     *
     * @param request what to send
     * @param limits how much of the answer to read
     * @return the answer to come
     */
    CompletableFuture<TransportResponse> send(TransportRequest request, BodyLimits limits);

    /** Frees connections and threads. Exchanges under way are cancelled; calling it again does nothing. */
    @Override
    void close();
}
