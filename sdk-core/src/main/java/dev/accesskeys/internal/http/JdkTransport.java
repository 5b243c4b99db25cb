package dev.accesskeys.internal.http;

import dev.accesskeys.http.BodyLimits;
import dev.accesskeys.http.Delivery;
import dev.accesskeys.http.Headers;
import dev.accesskeys.http.Transport;
import dev.accesskeys.http.TransportException;
import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.http.TransportResponse;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's client, set up so that a request is sent once: no redirects, no authenticator, no cookie handler, no request
 * timeout (which would end at the headers; callers keep their own). HTTP/1.1 with a direct executor, which halves the CPU of a
 * call; HTTP/2 gets a small pool, because on JDK 17 a direct executor loses its frames.
 */
public final class JdkTransport implements Transport {

    private static final int HTTP2_THREADS = 4;

    private volatile @Nullable HttpClient client;
    private final @Nullable ExecutorService pool;

    /**
     * Makes the transport.
     *
     * @param connectTimeout how long making a connection may take
     * @param http2 whether HTTP/2 is offered to servers that speak TLS
     * @param proxy the proxy, or null for the system's setting
     * @param sslContext keys and trust, or null for the system's
     */
    public JdkTransport(
            Duration connectTimeout, boolean http2, @Nullable ProxySelector proxy, @Nullable SSLContext sslContext) {
        pool = http2 ? pool() : null;
        SSLParameters tls = new SSLParameters();
        tls.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(http2 ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .executor(pool == null ? Runnable::run : pool)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .sslParameters(tls);
        ProxySelector selector = proxy == null ? ProxySelector.getDefault() : proxy;
        if (selector != null) {
            builder.proxy(selector);
        }
        if (sslContext != null) {
            builder.sslContext(sslContext);
        }
        client = builder.build();
    }

    private static ExecutorService pool() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                HTTP2_THREADS, HTTP2_THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "access-keys-http2");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the answer is what is waited for
    public CompletableFuture<TransportResponse> send(TransportRequest request, BodyLimits limits) {
        HttpClient open = client;
        if (open == null) {
            return failed(Delivery.NOT_SENDABLE, "the client is closed");
        }
        HttpRequest built;
        try {
            built = build(request);
        } catch (IllegalArgumentException e) {
            // Its message quotes the value: it is neither repeated nor chained.
            return failed(Delivery.NOT_SENDABLE, "the request is not valid: a header or the address cannot be sent");
        }
        Answer answer = new Answer();
        CompletableFuture<HttpResponse<BoundedBody.Content>> exchange;
        try {
            exchange = open.sendAsync(built, head -> answer.begin(head, limits));
        } catch (IllegalArgumentException e) {
            return failed(Delivery.NOT_SENDABLE, "the request is not valid: its address cannot be sent to");
        }
        answer.follow(exchange);
        return answer;
    }

    private static HttpRequest build(TransportRequest request) {
        BodyPublisher body = request.body().map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody);
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(request.uri()).method(request.method().name(), body);
        request.headers().asMap().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    private static CompletableFuture<TransportResponse> failed(Delivery delivery, String problem) {
        return CompletableFuture.failedFuture(new TransportException(delivery, problem, null));
    }

    /**
     * Lets go of the JDK's client. From 21 on it can be closed; before, dropping the only reference is all there is: its daemon
     * thread ends after the next garbage collection.
     */
    @Override
    public void close() {
        HttpClient open = client;
        client = null;
        if (pool != null) {
            pool.shutdown();
        }
        if (open instanceof AutoCloseable closeable) {
            closeQuietly(closeable);
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException("closing the HTTP client failed", e);
        }
    }

    /** Cancelling it cancels the exchange, and so closes its connection. What came of an answer is kept. */
    private static final class Answer extends CompletableFuture<TransportResponse> {

        private volatile @Nullable Future<?> exchange;
        private volatile @Nullable Begun begun;

        BoundedBody begin(ResponseInfo head, BodyLimits limits) {
            BoundedBody body = new BoundedBody(limits.forStatus(head.statusCode()));
            begun = new Begun(head.statusCode(), head.headers(), body);
            return body;
        }

        @SuppressWarnings("FutureReturnValueIgnored") // this future is what is waited for
        void follow(CompletableFuture<HttpResponse<BoundedBody.Content>> started) {
            exchange = started;
            started.whenComplete((response, failure) -> {
                Begun answer = begun;
                if (failure == null) {
                    complete(answer(response.statusCode(), response.headers(), response.body()));
                } else if (answer != null) {
                    // The JDK tells a broken body here or to the subscriber, whichever is first.
                    complete(answer.soFar());
                } else {
                    completeExceptionally(ExchangeFailures.translate(failure));
                }
            });
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            Begun answer = begun;
            boolean cancelled =
                    answer == null ? super.cancel(mayInterruptIfRunning) : !complete(answer.soFar()) && isCancelled();
            Future<?> running = exchange;
            if (running != null) {
                running.cancel(true);
            }
            return cancelled;
        }

        private static TransportResponse answer(int status, HttpHeaders headers, BoundedBody.Content content) {
            return new TransportResponse(status, Headers.of(headers.map()), content.bytes(), content.ending());
        }

        private record Begun(int status, HttpHeaders headers, BoundedBody body) {

            TransportResponse soFar() {
                return answer(status, headers, body.soFar());
            }
        }
    }
}
