package dev.accesskeys.paging;

import dev.accesskeys.Response;
import dev.accesskeys.error.InconsistentListingException;
import dev.accesskeys.operation.CallFutures;
import dev.accesskeys.operation.Caller;
import dev.accesskeys.operation.Invocation;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** How a provider's lists are cut into pages: {@code x-page} in its document. Called by generated services. */
public final class Paging {

    private final String pageParameter;

    private Paging(String pageParameter) {
        this.pageParameter = pageParameter;
    }

    /**
     * Pages are asked for by number, from 1, in a query parameter.
     *
     * @param pageParameter the name of the parameter
     * @return the way of paging
     */
    public static Paging numbered(String pageParameter) {
        return new Paging(Objects.requireNonNull(pageParameter, "pageParameter"));
    }

    /**
     * Fetches one page.
     *
     * @param <T> the type of the entries
     * @param caller calls the provider
     * @param invocation the listing with its arguments
     * @return the page
     */
    public <T> Page<T> page(Caller caller, Invocation<PageContent<T>> invocation) {
        return new Page<>(caller.call(invocation), new Source<>(caller, invocation, pageParameter));
    }

    /**
     * Fetches one page without waiting.
     *
     * @param <T> the type of the entries
     * @param caller calls the provider
     * @param invocation the listing with its arguments
     * @return the page to come
     */
    public <T> CompletableFuture<Page<T>> pageAsync(Caller caller, Invocation<PageContent<T>> invocation) {
        return CallFutures.map(
                caller.callAsync(invocation),
                content -> new Page<>(content, new Source<>(caller, invocation, pageParameter)));
    }

    /**
     * Fetches one page, and gives the circumstances of the answer too.
     *
     * @param <T> the type of the entries
     * @param caller calls the provider
     * @param invocation the listing with its arguments
     * @return the page, with status, headers and request id
     */
    public <T> Response<Page<T>> respond(Caller caller, Invocation<PageContent<T>> invocation) {
        return withPage(caller.respond(invocation), caller, invocation);
    }

    /**
     * Fetches one page without waiting, and gives the circumstances of the answer too.
     *
     * @param <T> the type of the entries
     * @param caller calls the provider
     * @param invocation the listing with its arguments
     * @return the page to come, with status, headers and request id
     */
    public <T> CompletableFuture<Response<Page<T>>> respondAsync(Caller caller, Invocation<PageContent<T>> invocation) {
        return CallFutures.map(caller.respondAsync(invocation), response -> withPage(response, caller, invocation));
    }

    private <T> Response<Page<T>> withPage(
            Response<PageContent<T>> response, Caller caller, Invocation<PageContent<T>> invocation) {
        return new Response<>(
                new Page<>(response.value(), new Source<>(caller, invocation, pageParameter)),
                response.status(),
                response.headers(),
                response.requestId().orElse(null),
                response.rateLimit(),
                response.attempts(),
                response.elapsed());
    }

    /**
     * Makes a listing of all entries. Nothing is sent until it is walked.
     *
     * @param <T> the type of the entries
     * @param caller calls the provider
     * @param invocation the listing with its arguments
     * @return the listing
     */
    public <T> Listing<T> listing(Caller caller, Invocation<PageContent<T>> invocation) {
        return new Listing<>(() -> page(caller, invocation), Listing.DEFAULT_MAX_PAGES, false);
    }

    /** A server, or a cache before it, that ignores the page's number would make every walk endless. */
    private static <T> PageContent<T> checked(Invocation<?> invocation, PageContent<T> content, int number) {
        if (content.number() != number) {
            throw new InconsistentListingException(
                    invocation.operation().toString(),
                    "page " + number + " was asked for, page " + content.number()
                            + " came: the listing goes in a circle");
        }
        return content;
    }

    private static final class Source<T> implements PageSource<T> {

        private final Caller caller;
        private final Invocation<PageContent<T>> invocation;
        private final String pageParameter;

        Source(Caller caller, Invocation<PageContent<T>> invocation, String pageParameter) {
            this.caller = caller;
            this.invocation = invocation;
            this.pageParameter = pageParameter;
        }

        @Override
        public Page<T> fetch(int number) {
            Invocation<PageContent<T>> next = invocation.replaceQuery(pageParameter, number);
            return new Page<>(checked(next, caller.call(next), number), this);
        }

        @Override
        public CompletableFuture<Page<T>> fetchAsync(int number) {
            Invocation<PageContent<T>> next = invocation.replaceQuery(pageParameter, number);
            return CallFutures.map(caller.callAsync(next), content -> new Page<>(checked(next, content, number), this));
        }

        @Override
        public String operation() {
            return invocation.operation().toString();
        }
    }
}
