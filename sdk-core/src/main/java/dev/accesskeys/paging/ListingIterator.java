package dev.accesskeys.paging;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Walks the entries of one page after the other. */
final class ListingIterator<T> implements Iterator<T> {

    private final Iterator<Page<T>> pages;
    private Iterator<T> items = Collections.emptyIterator();

    ListingIterator(Iterator<Page<T>> pages) {
        this.pages = pages;
    }

    @Override
    public boolean hasNext() {
        while (!items.hasNext() && pages.hasNext()) {
            items = pages.next().items().iterator();
        }
        return items.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the list has no further entry");
        }
        return items.next();
    }
}
