package dev.accesskeys.operation;

import dev.accesskeys.error.Applied;
import dev.accesskeys.error.CallCancelledException;
import dev.accesskeys.internal.concurrent.Stoppable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Composes calls. Unlike with the methods of {@link CompletableFuture} itself, cancelling the composed future cancels the call
 * that is under way — or does not, where the answer to a change must not be lost.
 */
public final class CallFutures {

    private static final String INTERRUPTED = "its thread was interrupted";

    private CallFutures() {}

    /**
     * Gives a future for the mapped result.
     *
     * @param <S> what the source gives
     * @param <T> what the mapped future gives
     * @param source the source
     * @param function maps the result; what it throws is what the mapped future fails with
     * @return the mapped future
     */
    public static <S extends @Nullable Object, T extends @Nullable Object> CompletableFuture<T> map(
            CompletableFuture<S> source, Function<? super S, ? extends T> function) {
        Composed<T> composed = new Composed<>(source, After.NOTHING);
        composed.follow(source, value -> CompletableFuture.completedFuture(function.apply(value)));
        return composed;
    }

    /**
     * Gives a future for a second call that begins when a first one has succeeded.
     *
     * @param <S> what the first call gives
     * @param <T> what the second call gives
     * @param source the first call
     * @param next begins the second call; what it throws is what the composed future fails with
     * @return the future of both
     */
    public static <S extends @Nullable Object, T extends @Nullable Object> CompletableFuture<T> flatMap(
            CompletableFuture<S> source, Function<? super S, ? extends CompletableFuture<? extends T>> next) {
        Composed<T> composed = new Composed<>(source, After.SUCCESS);
        composed.follow(source, next);
        return composed;
    }

    /**
     * Gives a future that fails with another exception.
     *
     * @param <T> what the future gives
     * @param source the source
     * @param function maps what the source fails with, freed from wrappers
     * @return the future
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the composed future is what is given back
    public static <T extends @Nullable Object> CompletableFuture<T> mapFailure(
            CompletableFuture<T> source, Function<? super Throwable, ? extends Throwable> function) {
        Composed<T> composed = new Composed<>(source, After.NOTHING);
        source.whenComplete((value, failure) -> {
            if (failure == null) {
                composed.complete(value);
            } else {
                composed.completeExceptionally(function.apply(unwrap(failure)));
            }
        });
        return composed;
    }

    /**
     * Gives a future for a second call that begins when a first one has failed, and stands in for it. A first call that was
     * cancelled stays cancelled.
     *
     * @param <T> what the future gives
     * @param source the first call
     * @param next begins the second call, or throws what the future then fails with; given what the first one failed with,
     *     freed from wrappers
     * @return the future of both
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the composed future is what is given back
    public static <T extends @Nullable Object> CompletableFuture<T> recover(
            CompletableFuture<T> source, Function<? super Throwable, ? extends CompletableFuture<? extends T>> next) {
        Composed<T> composed = new Composed<>(source, After.FAILURE);
        source.whenComplete((value, failure) -> {
            if (failure == null) {
                composed.complete(value);
            } else if (unwrap(failure) instanceof CancellationException
                    || unwrap(failure) instanceof CallCancelledException) {
                composed.completeExceptionally(unwrap(failure));
            } else {
                composed.goOn(() -> next.apply(unwrap(failure)));
            }
        });
        return composed;
    }

    /**
     * Waits for a call. An interrupt ends it with {@link CallCancelledException}; where the answer must not be lost, the wait
     * goes on until it comes or is given up. In either case the interrupt flag is set again at the end.
     *
     * @param <T> what the call gives
     * @param call the call
     * @return its result
     * @throws CancellationException if the call was cancelled
     */
    public static <T extends @Nullable Object> T await(CompletableFuture<T> call) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return call.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    Stoppable.stop(call, INTERRUPTED);
                } catch (ExecutionException e) {
                    throw rethrown(unwrap(e));
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The exception was made on another thread: a suppressed one shows who was waiting. */
    private static RuntimeException rethrown(Throwable failure) {
        failure.addSuppressed(new CalledFrom());
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }

    /**
     * Takes away the wrappers that futures put around failures.
     *
     * @param failure a failure as a stage or a waiter sees it
     * @return the failure itself
     */
    public static Throwable unwrap(Throwable failure) {
        Throwable inner = failure;
        while ((inner instanceof CompletionException || inner instanceof ExecutionException)
                && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }

    private static final class CalledFrom extends Exception {

        private static final long serialVersionUID = 1L;

        CalledFrom() {
            super("the call was made here");
        }
    }

    /** When another call follows the one that is under way. */
    private enum After {
        SUCCESS,
        FAILURE,
        NOTHING;

        boolean follows(CompletableFuture<?> call) {
            return call.isDone() && this != NOTHING && call.isCompletedExceptionally() == (this == FAILURE);
        }
    }

    private static final class Composed<T extends @Nullable Object> extends CompletableFuture<T> implements Stoppable {

        private CompletableFuture<?> underWay;
        private After next;
        private boolean cancelling;
        private @Nullable String stopped;

        Composed(CompletableFuture<?> first, After next) {
            this.underWay = first;
            this.next = next;
        }

        @SuppressWarnings("FutureReturnValueIgnored") // this future is what is given back
        <S extends @Nullable Object> void follow(
                CompletableFuture<S> source, Function<? super S, ? extends CompletableFuture<? extends T>> next) {
            source.whenComplete((value, failure) -> {
                if (failure != null) {
                    completeExceptionally(unwrap(failure));
                    return;
                }
                goOn(() -> next.apply(value));
            });
        }

        @SuppressWarnings("FutureReturnValueIgnored") // this future is what is given back
        void goOn(Supplier<CompletableFuture<? extends T>> next) {
            try {
                CompletableFuture<? extends T> second = begin(next);
                if (second == null) {
                    return;
                }
                second.whenComplete((result, later) -> {
                    if (later == null) {
                        complete(result);
                    } else {
                        completeExceptionally(unwrap(later));
                    }
                });
            } catch (RuntimeException | Error e) {
                completeExceptionally(e);
            }
        }

        /** No call begins once this future is cancelled or stopped, and none begins unseen while it is. */
        private @Nullable CompletableFuture<? extends T> begin(Supplier<CompletableFuture<? extends T>> call) {
            synchronized (this) {
                if (isDone() || cancelling) {
                    return null;
                }
                if (stopped == null || next == After.NOTHING) {
                    next = After.NOTHING;
                    CompletableFuture<? extends T> begun = call.get();
                    underWay = begun;
                    return begun;
                }
            }
            completeExceptionally(new CallCancelledException(
                    null, "the call was given up between two requests: " + stopped, Applied.UNKNOWN, null));
            return null;
        }

        /**
         * Asks the call that is under way: a change that has been sent refuses, and ends in its own time. A result that is there
         * already is not thrown away either, unless another call would follow.
         */
        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            while (true) {
                CompletableFuture<?> asked = underWay();
                asked.cancel(mayInterruptIfRunning);
                synchronized (this) {
                    if (asked != underWay) {
                        continue;
                    }
                    boolean betweenTwo = next.follows(asked);
                    if (!asked.isCancelled() && !betweenTwo) {
                        return isCancelled();
                    }
                    cancelling = true;
                }
                return super.cancel(mayInterruptIfRunning) || isCancelled();
            }
        }

        private synchronized CompletableFuture<?> underWay() {
            return underWay;
        }

        @Override
        public void stop(String reason) {
            CompletableFuture<?> asked;
            synchronized (this) {
                stopped = reason;
                asked = underWay;
            }
            Stoppable.stop(asked, reason);
        }
    }
}
