package dev.accesskeys.internal.http;

import dev.accesskeys.http.TransportResponse.Ending;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body up to a limit. A body that breaks off does not fail the exchange: what came of it may hold a secret that is
 * shown only once.
 */
final class BoundedBody implements BodySubscriber<BoundedBody.Content> {

    /** The bytes that came, and whether they are all. */
    static final class Content {

        private final byte[] bytes;
        private final Ending ending;

        private Content(byte[] bytes, Ending ending) {
            this.bytes = bytes;
            this.ending = ending;
        }

        byte[] bytes() {
            return bytes;
        }

        Ending ending() {
            return ending;
        }
    }

    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Content> content = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    BoundedBody(int limit) {
        this.limit = limit;
    }

    @Override
    public CompletionStage<Content> getBody() {
        return content;
    }

    @Override
    public void onSubscribe(Subscription started) {
        subscription = started;
        started.request(Long.MAX_VALUE);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        if (content.isDone()) {
            return;
        }
        for (ByteBuffer buffer : buffers) {
            byte[] chunk = new byte[Math.min(buffer.remaining(), limit - bytes.size())];
            buffer.get(chunk);
            bytes.writeBytes(chunk);
            if (buffer.hasRemaining()) {
                if (subscription != null) {
                    subscription.cancel();
                }
                finish(Ending.TRUNCATED);
                return;
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        finish(Ending.BROKEN);
    }

    @Override
    public void onComplete() {
        finish(Ending.WHOLE);
    }

    /** What has come so far, for an exchange that is given up before the end. */
    synchronized Content soFar() {
        return new Content(bytes.toByteArray(), Ending.BROKEN);
    }

    private synchronized void finish(Ending ending) {
        content.complete(new Content(bytes.toByteArray(), ending));
    }
}
