package dev.accesskeys.linode;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The two ways in which every call can be made. */
enum Way {
    BLOCKING,
    ASYNC;

    <T> T make(Supplier<T> blocking, Supplier<CompletableFuture<T>> async) {
        return this == BLOCKING ? blocking.get() : await(async.get());
    }

    void run(Runnable blocking, Supplier<CompletableFuture<Void>> async) {
        if (this == BLOCKING) {
            blocking.run();
        } else {
            await(async.get());
        }
    }

    /** What the future comes to; its failure as the blocking call would throw it. */
    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(e);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("the future did not complete", e);
        }
    }
}
