package dev.accesskeys.paging;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * All entries of a list, fetched page by page while they are consumed; the next page is fetched while the current one is
 * worked on. Each iterator and each stream walks the list anew.
 *
 * <pre>{@code
 * for (Key key : example.keys().listAll()) {
 *     System.out.println(key.label());
 * }
 * }</pre>
 *
 * <p>The walk ends with {@link dev.accesskeys.error.InconsistentListingException} when it cannot be complete: pages that go in
 * a circle, more pages than {@link #maxPages} allows, or a total that shrinks on the way (entries were deleted, and those
 * behind them moved up past the place of the walk). Every call may also throw what a single {@code list} throws.
 *
 * @param <T> the type of the entries
 */
public final class Listing<T> implements Iterable<T> {

    /** How many pages a walk takes at most unless {@link #maxPages} says otherwise. */
    public static final int DEFAULT_MAX_PAGES = 10_000;

    private final Supplier<Page<T>> first;
    private final int maxPages;
    private final boolean shrinking;

    Listing(Supplier<Page<T>> first, int maxPages, boolean shrinking) {
        this.first = first;
        this.maxPages = maxPages;
        this.shrinking = shrinking;
    }

    /**
     * Sets how many pages a walk may take before it is given up.
     *
     * @param limit the number of pages, 1 or more
     * @return a listing with the limit
     * @throws IllegalArgumentException if the number is below 1
     */
    public Listing<T> maxPages(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("maxPages must be 1 or more; given: " + limit);
        }
        return new Listing<>(first, limit, shrinking);
    }

    /**
     * Lets a walk go on when the list gets shorter on the way, for callers that delete what they walk over or can do without
     * an entry or two.
     *
     * @return a listing that does not mind
     */
    public Listing<T> allowShrinking() {
        return new Listing<>(first, maxPages, true);
    }

    /**
     * Makes a listing of a provider that sends everything at once.
     *
     * @param <T> the type of the entries
     * @param operation which operation lists, for messages
     * @param entries fetches the entries
     * @return the listing
     */
    public static <T> Listing<T> ofAll(String operation, Supplier<List<T>> entries) {
        return new Listing<>(() -> Page.single(operation, entries.get()), DEFAULT_MAX_PAGES, false);
    }

    /**
     * Gives this listing with other entries in the place of its own.
     *
     * @param <R> the type of the other entries
     * @param function maps an entry
     * @return the mapped listing
     */
    public <R> Listing<R> map(Function<? super T, ? extends R> function) {
        return new Listing<>(() -> first.get().map(function), maxPages, shrinking);
    }

    /** Walks the entries. The first page is fetched when the iterator is first asked. */
    @Override
    public Iterator<T> iterator() {
        return new ListingIterator<>(pages().iterator());
    }

    /**
     * Gives the entries as a stream. It is lazy: it fetches no further than what ends it needs, but for one page ahead.
     *
     * @return a sequential stream
     */
    public Stream<T> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /**
     * Gives the pages instead of the entries, for a display of progress.
     *
     * @return the pages, fetched as the entries are
     */
    public Iterable<Page<T>> pages() {
        return () -> new PageIterator<>(first, maxPages, shrinking);
    }
}
