// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api;

import dev.accesskeys.CallOptions;
import dev.accesskeys.Response;
import dev.accesskeys.operation.Caller;
import dev.accesskeys.operation.Constraints;
import dev.accesskeys.operation.Invocation;
import dev.accesskeys.paging.Listing;
import dev.accesskeys.paging.Page;
import dev.accesskeys.paging.PageContent;
import dev.accesskeys.paging.Paging;
import example.api.model.ListThingsRequest;
import example.api.model.SearchThingsRequest;
import example.api.model.Thing;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Things.
 *
 * <p>Immutable, and safe for use by many threads. Methods ending in {@code Async} do the same without
 * waiting.
 */
public final class Things {

    private static final Paging LIST_PAGING = Paging.numbered("page");
    private static final Paging SEARCH_PAGING = Paging.numbered("page");

    private final Caller caller;

    /**
     * Makes the service; a client does.
     *
     * @param caller calls the provider
     */
    public Things(Caller caller) {
        this.caller = Objects.requireNonNull(caller, "caller");
    }

    /**
     * Gives a view of this service whose calls have the given options.
     *
     * @param options the options
     * @return the view
     */
    public Things with(CallOptions options) {
        return new Things(caller.with(options));
    }

    /**
     * Gives a view of this service whose methods also tell the circumstances of the answer.
     *
     * @return the view
     */
    public WithResponse withResponse() {
        return new WithResponse(caller);
    }

    /**
     * Does what {@link #list(long, ListThingsRequest)} does, with nothing set.
     *
     * @param shop the shop
     * @return the first page
     */
    public Page<Thing> list(long shop) {
        return list(shop, ListThingsRequest.builder().build());
    }

    /**
     * Lists things, page by page.
     *
     * <p>Sends {@code GET /shops/{shop}/things}. It changes nothing, and is repeated after a failure that may
     * pass.
     *
     * @param shop the shop
     * @param request what to ask for
     * @return one page
     * @throws dev.accesskeys.error.ValidationException if an argument breaks a documented rule; nothing is sent
     *     then
     * @throws dev.accesskeys.error.ApiException if Example answers with a failure
     * @throws dev.accesskeys.error.AccessKeysException if the call fails in another way
     */
    public Page<Thing> list(long shop, ListThingsRequest request) {
        return LIST_PAGING.page(caller, listInvocation(shop, request));
    }

    /**
     * Does what {@link #list(long)} does, without waiting. Cancelling the future ends the call.
     *
     * @param shop the shop
     * @return a future: one page
     */
    public CompletableFuture<Page<Thing>> listAsync(long shop) {
        return listAsync(shop, ListThingsRequest.builder().build());
    }

    /**
     * Does what {@link #list(long, ListThingsRequest)} does, without waiting. Cancelling the future ends the
     * call.
     *
     * @param shop the shop
     * @param request what to ask for
     * @return a future: one page
     * @throws dev.accesskeys.error.ValidationException if an argument breaks a documented rule; nothing is sent
     *     then
     */
    public CompletableFuture<Page<Thing>> listAsync(long shop, ListThingsRequest request) {
        return LIST_PAGING.pageAsync(caller, listInvocation(shop, request));
    }

    /**
     * Lists what {@link #list(long)} lists, all pages of it. Nothing is sent until the result is walked.
     *
     * @param shop the shop
     * @return all entries, fetched page by page while they are walked
     */
    public Listing<Thing> listAll(long shop) {
        return listAll(shop, ListThingsRequest.builder().build());
    }

    /**
     * Lists what {@link #list(long, ListThingsRequest)} lists, all pages of it. Nothing is sent until the
     * result is walked.
     *
     * @param shop the shop
     * @param request what to ask for
     * @return all entries, fetched page by page while they are walked
     * @throws dev.accesskeys.error.ValidationException if an argument breaks a documented rule; nothing is sent
     *     then
     */
    public Listing<Thing> listAll(long shop, ListThingsRequest request) {
        return LIST_PAGING.listing(caller, listInvocation(shop, request));
    }

    /**
     * Searches for names, page by page.
     *
     * <p>Sends {@code GET /things}. It changes nothing, and is repeated after a failure that may pass.
     *
     * @param request what to ask for
     * @return one page
     * @throws dev.accesskeys.error.ApiException if Example answers with a failure
     * @throws dev.accesskeys.error.AccessKeysException if the call fails in another way
     */
    public Page<String> search(SearchThingsRequest request) {
        return SEARCH_PAGING.page(caller, searchInvocation(request));
    }

    /**
     * Does what {@link #search(SearchThingsRequest)} does, without waiting. Cancelling the future ends the
     * call.
     *
     * @param request what to ask for
     * @return a future: one page
     */
    public CompletableFuture<Page<String>> searchAsync(SearchThingsRequest request) {
        return SEARCH_PAGING.pageAsync(caller, searchInvocation(request));
    }

    /**
     * Lists what {@link #search(SearchThingsRequest)} lists, all pages of it. Nothing is sent until the result
     * is walked.
     *
     * @param request what to ask for
     * @return all entries, fetched page by page while they are walked
     */
    public Listing<String> searchAll(SearchThingsRequest request) {
        return SEARCH_PAGING.listing(caller, searchInvocation(request));
    }

    private static Invocation<PageContent<Thing>> listInvocation(long shop, ListThingsRequest request) {
        Constraints.required("request", request);
        Constraints.range("shop", shop, 1, Long.MAX_VALUE);
        return Invocation.of(ExampleOperations.LIST_THINGS)
                .path("shop", shop)
                .query("page", request.page().orElse(null));
    }

    private static Invocation<PageContent<String>> searchInvocation(SearchThingsRequest request) {
        Constraints.required("request", request);
        return Invocation.of(ExampleOperations.SEARCH_THINGS)
                .query("page", request.page().orElse(null))
                .query("text", request.text());
    }

    /** The same methods, whose results come with status, headers, request id and rate limit. */
    public static final class WithResponse {

        private final Caller caller;

        private WithResponse(Caller caller) {
            this.caller = caller;
        }

        /**
         * Does what {@link Things#list(long)} does.
         *
         * @param shop the shop
         * @return the answer, with status, headers and request id
         */
        public Response<Page<Thing>> list(long shop) {
            return list(shop, ListThingsRequest.builder().build());
        }

        /**
         * Does what {@link Things#list(long, ListThingsRequest)} does.
         *
         * @param shop the shop
         * @param request what to ask for
         * @return the answer, with status, headers and request id
         */
        public Response<Page<Thing>> list(long shop, ListThingsRequest request) {
            return LIST_PAGING.respond(caller, listInvocation(shop, request));
        }

        /**
         * Does what {@link Things#listAsync(long)} does.
         *
         * @param shop the shop
         * @return a future: the answer, with status, headers and request id
         */
        public CompletableFuture<Response<Page<Thing>>> listAsync(long shop) {
            return listAsync(shop, ListThingsRequest.builder().build());
        }

        /**
         * Does what {@link Things#listAsync(long, ListThingsRequest)} does.
         *
         * @param shop the shop
         * @param request what to ask for
         * @return a future: the answer, with status, headers and request id
         */
        public CompletableFuture<Response<Page<Thing>>> listAsync(long shop, ListThingsRequest request) {
            return LIST_PAGING.respondAsync(caller, listInvocation(shop, request));
        }

        /**
         * Does what {@link Things#search(SearchThingsRequest)} does.
         *
         * @param request what to ask for
         * @return the answer, with status, headers and request id
         */
        public Response<Page<String>> search(SearchThingsRequest request) {
            return SEARCH_PAGING.respond(caller, searchInvocation(request));
        }

        /**
         * Does what {@link Things#searchAsync(SearchThingsRequest)} does.
         *
         * @param request what to ask for
         * @return a future: the answer, with status, headers and request id
         */
        public CompletableFuture<Response<Page<String>>> searchAsync(SearchThingsRequest request) {
            return SEARCH_PAGING.respondAsync(caller, searchInvocation(request));
        }
    }
}
