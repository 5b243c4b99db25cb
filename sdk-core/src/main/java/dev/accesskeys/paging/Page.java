package dev.accesskeys.paging;

import dev.accesskeys.operation.CallFutures;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * One page of a list. Holds what it was fetched with, so that the next one can be fetched from it:
 *
 * <pre>{@code
 * Page<Key> page = example.keys().list();
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
    private final PageSource<T> source;

    Page(PageContent<T> content, PageSource<T> source) {
        this.content = content;
        this.source = source;
    }

    /**
     * Makes the only page of a list that the provider sends at once.
     *
     * @param <T> the type of the entries
     * @param operation which operation lists, for messages
     * @param items the entries
     * @return the page
     */
    public static <T> Page<T> single(String operation, List<T> items) {
        return new Page<>(new PageContent<>(items, 1, 1, items.size()), new PageSource<>() {
            @Override
            public Page<T> fetch(int number) {
                throw new NoSuchElementException("the list has one page");
            }

            @Override
            public CompletableFuture<Page<T>> fetchAsync(int number) {
                throw new NoSuchElementException("the list has one page");
            }

            @Override
            public String operation() {
                return operation;
            }
        });
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
        return source.fetch(nextNumber());
    }

    /**
     * Fetches the next page without waiting.
     *
     * @return the next page to come
     * @throws NoSuchElementException if this is the last one
     */
    public CompletableFuture<Page<T>> nextAsync() {
        return source.fetchAsync(nextNumber());
    }

    /**
     * Collects the entries of all pages without waiting.
     *
     * @param <T> the type of the entries
     * @param first the first page to come
     * @return all entries to come
     */
    public static <T> CompletableFuture<List<T>> collectAsync(CompletableFuture<Page<T>> first) {
        PageCollector<T> all = new PageCollector<>(first);
        all.collect();
        return all;
    }

    /**
     * Gives this page with other entries in the place of its own; the pages behind it follow suit.
     *
     * @param <R> the type of the other entries
     * @param function maps an entry
     * @return the mapped page
     */
    public <R> Page<R> map(Function<? super T, ? extends R> function) {
        PageSource<T> original = source;
        PageSource<R> mapped = new PageSource<>() {
            @Override
            public Page<R> fetch(int number) {
                return original.fetch(number).map(function);
            }

            @Override
            public CompletableFuture<Page<R>> fetchAsync(int number) {
                return CallFutures.map(original.fetchAsync(number), page -> page.map(function));
            }

            @Override
            public String operation() {
                return original.operation();
            }
        };
        return new Page<>(content.map(function), mapped);
    }

    String operation() {
        return source.operation();
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
