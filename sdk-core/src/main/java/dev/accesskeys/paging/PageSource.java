package dev.accesskeys.paging;

import java.util.concurrent.CompletableFuture;

/** Where the other pages of a list come from. */
interface PageSource<T> {

    Page<T> fetch(int number);

    CompletableFuture<Page<T>> fetchAsync(int number);

    /** Which operation lists, for messages. */
    String operation();
}
