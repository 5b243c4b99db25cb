package dev.accesskeys.paging;

import dev.accesskeys.error.Applied;
import dev.accesskeys.error.CallCancelledException;
import dev.accesskeys.error.InconsistentListingException;
import dev.accesskeys.operation.CallFutures;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Walks the pages; asks for the next one as soon as the current one is handed out. */
final class PageIterator<T> implements Iterator<Page<T>> {

    private final Supplier<Page<T>> first;
    private final int maxPages;
    private final boolean shrinking;

    private @Nullable Page<T> current;
    private @Nullable CompletableFuture<Page<T>> ahead;
    private int handedOut;

    PageIterator(Supplier<Page<T>> first, int maxPages, boolean shrinking) {
        this.first = first;
        this.maxPages = maxPages;
        this.shrinking = shrinking;
    }

    @Override
    public boolean hasNext() {
        return current == null || current.hasNext();
    }

    @Override
    public Page<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the list has no further page");
        }
        Page<T> last = current;
        if (last != null && handedOut >= maxPages) {
            throw inconsistent(last, "the list has more than " + maxPages + " pages");
        }
        Page<T> page = last == null ? first.get() : await(last);
        if (last != null && !shrinking && page.total() < last.total()) {
            throw inconsistent(
                    last,
                    (last.total() - page.total()) + " of " + last.total()
                            + " entries vanished during the walk, and others may have been passed over");
        }
        current = page;
        handedOut++;
        ahead = page.hasNext() && handedOut < maxPages ? page.nextAsync() : null;
        return page;
    }

    private Page<T> await(Page<T> last) {
        CompletableFuture<Page<T>> coming = ahead;
        ahead = null;
        if (coming == null) {
            return last.next();
        }
        try {
            return coming.get();
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new CallCancelledException(
                    last.operation(), "the thread was interrupted while it waited for the next page", Applied.NO, e);
        } catch (CancellationException e) {
            throw new CallCancelledException(last.operation(), "the next page was cancelled", Applied.NO, e);
        } catch (ExecutionException e) {
            throw rethrown(CallFutures.unwrap(e.getCause() == null ? e : e.getCause()));
        }
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }

    private InconsistentListingException inconsistent(Page<T> page, String problem) {
        return new InconsistentListingException(page.operation(), problem);
    }
}
