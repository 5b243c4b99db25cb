package dev.accesskeys.internal.concurrent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Futures whose cancellation reaches the exchange below, which the ones of {@link CompletableFuture} itself do not do. */
public final class CancellableFutures {

    private CancellableFutures() {}

    /**
     * Gives a future for the mapped result; cancelling it cancels the source.
     *
     * @param <S> what the source gives
     * @param <T> what the mapped future gives
     * @param source the source
     * @param function maps the result
     * @return the mapped future
     */
    public static <S extends @Nullable Object, T extends @Nullable Object> CompletableFuture<T> map(
            CompletableFuture<S> source, Function<? super S, ? extends T> function) {
        Mapped<T> mapped = new Mapped<>(source);
        var unused = source.whenComplete((value, failure) -> {
            if (failure != null) {
                mapped.completeExceptionally(unwrap(failure));
                return;
            }
            try {
                mapped.complete(function.apply(value));
            } catch (RuntimeException | Error e) {
                mapped.completeExceptionally(e);
            }
        });
        return mapped;
    }

    /**
     * Takes away the wrapper that {@link CompletableFuture} puts around failures.
     *
     * @param failure a failure as a stage sees it
     * @return the failure itself
     */
    public static Throwable unwrap(Throwable failure) {
        Throwable inner = failure;
        while (inner instanceof CompletionException && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }

    private static final class Mapped<T extends @Nullable Object> extends CompletableFuture<T> {

        private final CompletableFuture<?> source;

        Mapped(CompletableFuture<?> source) {
            this.source = source;
        }

        /** Asks the source: a change that is already under way refuses to be cancelled and ends in its own time. */
        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            source.cancel(mayInterruptIfRunning);
            return source.isCancelled() && (super.cancel(mayInterruptIfRunning) || isCancelled());
        }
    }
}
