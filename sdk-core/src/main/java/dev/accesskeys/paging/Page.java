package dev.accesskeys.paging;

import dev.accesskeys.operation.Caller;
import dev.accesskeys.operation.Invocation;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;

/**
 * One page of a list. Holds what it was fetched with, so that the next one can be fetched from it:
 *
 * <pre>{@code
 * Page<ObjectStorageKey> page = linode.objectStorageKeys().list();
 * while (page.hasNext()) {
 *     page = page.next();
 * }
 * }</pre>
 *
 * <p>To walk over all entries take {@link Listing}, which also fetches ahead.
 *
 * @param <T> the type of the entries
 */
public final class Page<T> {

    private final PageContent<T> content;
    private final Caller caller;
    private final Invocation<PageContent<T>> invocation;
    private final Paging paging;

    Page(PageContent<T> content, Caller caller, Invocation<PageContent<T>> invocation, Paging paging) {
        this.content = content;
        this.caller = caller;
        this.invocation = invocation;
        this.paging = paging;
    }

    /**
     * Gives the entries.
     *
     * @return an unmodifiable list
     */
    public List<T> items() {
        return content.items();
    }

    /**
     * Gives the page's number.
     *
     * @return the number, from 1
     */
    public int number() {
        return content.number();
    }

    /**
     * Tells how many pages there were when this one was sent.
     *
     * @return the number of pages
     */
    public int pages() {
        return content.pages();
    }

    /**
     * Tells how many entries there were on all pages when this one was sent.
     *
     * @return the number of entries
     */
    public long total() {
        return content.total();
    }

    /**
     * Tells whether another page follows.
     *
     * @return whether there is one
     */
    public boolean hasNext() {
        return content.number() < content.pages();
    }

    /**
     * Fetches the next page and waits for it.
     *
     * @return the next page
     * @throws NoSuchElementException if this is the last one
     */
    public Page<T> next() {
        return paging.fetch(caller, invocation, nextNumber());
    }

    /**
     * Fetches the next page without waiting.
     *
     * @return the next page to come
     * @throws NoSuchElementException if this is the last one
     */
    public CompletableFuture<Page<T>> nextAsync() {
        return paging.fetchAsync(caller, invocation, nextNumber());
    }

    String operation() {
        return invocation.operation().toString();
    }

    private int nextNumber() {
        if (!hasNext()) {
            throw new NoSuchElementException("page " + number() + " is the last one");
        }
        return content.number() + 1;
    }

    /** The page's place in the list; none of its entries. */
    @Override
    public String toString() {
        return "Page[" + number() + " of " + pages() + ", " + items().size() + " of " + total() + " entries]";
    }
}
