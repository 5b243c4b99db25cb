package dev.accesskeys.paging;

import dev.accesskeys.error.InconsistentListingException;
import dev.accesskeys.internal.concurrent.Stoppable;
import dev.accesskeys.operation.CallFutures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The entries of all pages to come. One future for the whole walk: a chain with a link for each page would need a stack as deep
 * as the list is long.
 */
final class PageCollector<T> extends CompletableFuture<List<T>> implements Stoppable {

    private final List<T> collected = new ArrayList<>();
    private @Nullable Page<T> last;
    private volatile CompletableFuture<Page<T>> coming;
    private volatile @Nullable String stopped;

    PageCollector(CompletableFuture<Page<T>> first) {
        coming = first;
    }

    /** Takes every page that is there, and comes back when the next one is. */
    @SuppressWarnings("FutureReturnValueIgnored") // this future is what is waited for
    void collect() {
        try {
            while (!isDone()) {
                CompletableFuture<Page<T>> next = coming;
                if (!next.isDone()) {
                    next.whenComplete((page, failure) -> collect());
                    return;
                }
                take(next.join());
            }
        } catch (CancellationException | CompletionException e) {
            completeExceptionally(CallFutures.unwrap(e));
        } catch (RuntimeException | Error e) {
            completeExceptionally(e);
        }
    }

    private void take(Page<T> page) {
        Page<T> before = last;
        if (before != null && page.total() < before.total()) {
            throw new InconsistentListingException(
                    page.operation(), "the list got shorter on the way, and entries may have been passed over");
        }
        collected.addAll(page.items());
        last = page;
        if (!page.hasNext()) {
            complete(List.copyOf(collected));
            return;
        }
        if (page.number() >= Listing.DEFAULT_MAX_PAGES) {
            throw new InconsistentListingException(
                    page.operation(), "the list has more than " + page.number() + " pages");
        }
        coming = page.nextAsync();
        String reason = stopped;
        if (reason != null) {
            Stoppable.stop(coming, reason);
        } else if (isDone()) {
            coming.cancel(true);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        coming.cancel(mayInterruptIfRunning);
        return cancelled;
    }

    @Override
    public void stop(String reason) {
        stopped = reason;
        Stoppable.stop(coming, reason);
    }
}
