package dev.accesskeys.testprovider;

import dev.accesskeys.Response;
import dev.accesskeys.operation.Invocation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Both ways to make a call, so that a test can say that they do the same. */
public enum CallStyle {
    BLOCKING {
        @Override
        public <T> Response<T> respond(TestClient client, Invocation<T> invocation) {
            return client.caller().respond(invocation);
        }
    },
    ASYNC {
        @Override
        public <T> Response<T> respond(TestClient client, Invocation<T> invocation) {
            return await(client.caller().respondAsync(invocation));
        }
    };

    public abstract <T> Response<T> respond(TestClient client, Invocation<T> invocation);

    /** Waits for a future and throws what it failed with, as a blocking call would. */
    public static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    public <T> T call(TestClient client, Invocation<T> invocation) {
        return respond(client, invocation).value();
    }
}
