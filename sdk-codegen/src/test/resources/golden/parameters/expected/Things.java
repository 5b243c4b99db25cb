// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api;

import dev.accesskeys.CallOptions;
import dev.accesskeys.Response;
import dev.accesskeys.operation.Caller;
import dev.accesskeys.operation.Constraints;
import dev.accesskeys.operation.Invocation;
import example.api.model.DeleteThingRequest;
import example.api.model.FindThingsRequest;
import example.api.model.ThingClass;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Things.
 *
 * <p>Immutable, and safe for use by many threads. Methods ending in {@code Async} do the same without
 * waiting.
 */
public final class Things {

    private static final Pattern SHOP_ID_PATTERN = Pattern.compile("^[a-z]+$");

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
     * Does what {@link #find(String, ThingClass, FindThingsRequest)} does, with nothing set.
     *
     * @param shopId the id of the shop
     * @param class_ the class, for which Java has another name
     * @return their names
     */
    public List<String> find(String shopId, ThingClass class_) {
        return find(shopId, class_, FindThingsRequest.builder().build());
    }

    /**
     * Finds things.
     *
     * <p>Sends {@code GET /shops/{shop_id}/things/{class}}. It changes nothing, and is repeated after a failure
     * that may pass.
     *
     * @param shopId the id of the shop
     * @param class_ the class, for which Java has another name
     * @param request what to ask for
     * @return their names
     * @throws dev.accesskeys.error.ValidationException if an argument breaks a documented rule; nothing is sent
     *     then
     * @throws dev.accesskeys.error.ApiException if Example answers with a failure
     * @throws dev.accesskeys.error.AccessKeysException if the call fails in another way
     */
    public List<String> find(String shopId, ThingClass class_, FindThingsRequest request) {
        return caller.call(findInvocation(shopId, class_, request));
    }

    /**
     * Does what {@link #find(String, ThingClass)} does, without waiting. Cancelling the future ends the call.
     *
     * @param shopId the id of the shop
     * @param class_ the class, for which Java has another name
     * @return a future: their names
     */
    public CompletableFuture<List<String>> findAsync(String shopId, ThingClass class_) {
        return findAsync(shopId, class_, FindThingsRequest.builder().build());
    }

    /**
     * Does what {@link #find(String, ThingClass, FindThingsRequest)} does, without waiting. Cancelling the
     * future ends the call.
     *
     * @param shopId the id of the shop
     * @param class_ the class, for which Java has another name
     * @param request what to ask for
     * @return a future: their names
     * @throws dev.accesskeys.error.ValidationException if an argument breaks a documented rule; nothing is sent
     *     then
     */
    public CompletableFuture<List<String>> findAsync(String shopId, ThingClass class_, FindThingsRequest request) {
        return caller.callAsync(findInvocation(shopId, class_, request));
    }

    /**
     * Deletes a thing.
     *
     * <p>Sends {@code DELETE /shops/{shop_id}/things/{class}}. It is repeated after a failure that may pass; if
     * it turns out then that there is nothing left to delete, that is success.
     *
     * @param shopId the id of the shop
     * @param class_ the class, for which Java has another name
     * @param request what to ask for
     * @throws dev.accesskeys.error.ValidationException if an argument breaks a documented rule; nothing is sent
     *     then
     * @throws dev.accesskeys.error.ApiException if Example answers with a failure
     * @throws dev.accesskeys.error.AccessKeysException if the call fails in another way
     */
    public void delete(String shopId, ThingClass class_, DeleteThingRequest request) {
        caller.call(deleteInvocation(shopId, class_, request));
    }

    /**
     * Does what {@link #delete(String, ThingClass, DeleteThingRequest)} does, without waiting. Cancelling the
     * future ends the call.
     *
     * @param shopId the id of the shop
     * @param class_ the class, for which Java has another name
     * @param request what to ask for
     * @return a future that completes when it is done
     * @throws dev.accesskeys.error.ValidationException if an argument breaks a documented rule; nothing is sent
     *     then
     */
    public CompletableFuture<@Nullable Void> deleteAsync(String shopId, ThingClass class_, DeleteThingRequest request) {
        return caller.callAsync(deleteInvocation(shopId, class_, request));
    }

    private static Invocation<List<String>> findInvocation(
            String shopId, ThingClass class_, FindThingsRequest request) {
        Constraints.required("shop_id", shopId);
        Constraints.required("class", class_);
        Constraints.required("request", request);
        Constraints.length("shop_id", shopId, 1, 32);
        Constraints.pattern("shop_id", shopId, SHOP_ID_PATTERN, "lower case letters");
        return Invocation.of(ExampleOperations.FIND_THINGS)
                .path("shop_id", shopId)
                .path("class", class_)
                .queryEach("tag", request.tag())
                .query("max-count", request.maxCount().orElse(null))
                .query("since", request.since().orElse(null))
                .header("X-Trace", request.trace().orElse(null))
                .header("X-Filter", request.filter().orElse(null));
    }

    private static Invocation<@Nullable Void> deleteInvocation(
            String shopId, ThingClass class_, DeleteThingRequest request) {
        Constraints.required("shop_id", shopId);
        Constraints.required("class", class_);
        Constraints.required("request", request);
        Constraints.length("shop_id", shopId, 1, 32);
        Constraints.pattern("shop_id", shopId, SHOP_ID_PATTERN, "lower case letters");
        return Invocation.of(ExampleOperations.DELETE_THING)
                .path("shop_id", shopId)
                .path("class", class_)
                .query("confirm", request.confirm());
    }

    /** The same methods, whose results come with status, headers, request id and rate limit. */
    public static final class WithResponse {

        private final Caller caller;

        private WithResponse(Caller caller) {
            this.caller = caller;
        }

        /**
         * Does what {@link Things#find(String, ThingClass)} does.
         *
         * @param shopId the id of the shop
         * @param class_ the class, for which Java has another name
         * @return the answer, with status, headers and request id
         */
        public Response<List<String>> find(String shopId, ThingClass class_) {
            return find(shopId, class_, FindThingsRequest.builder().build());
        }

        /**
         * Does what {@link Things#find(String, ThingClass, FindThingsRequest)} does.
         *
         * @param shopId the id of the shop
         * @param class_ the class, for which Java has another name
         * @param request what to ask for
         * @return the answer, with status, headers and request id
         */
        public Response<List<String>> find(String shopId, ThingClass class_, FindThingsRequest request) {
            return caller.respond(findInvocation(shopId, class_, request));
        }

        /**
         * Does what {@link Things#findAsync(String, ThingClass)} does.
         *
         * @param shopId the id of the shop
         * @param class_ the class, for which Java has another name
         * @return a future: the answer, with status, headers and request id
         */
        public CompletableFuture<Response<List<String>>> findAsync(String shopId, ThingClass class_) {
            return findAsync(shopId, class_, FindThingsRequest.builder().build());
        }

        /**
         * Does what {@link Things#findAsync(String, ThingClass, FindThingsRequest)} does.
         *
         * @param shopId the id of the shop
         * @param class_ the class, for which Java has another name
         * @param request what to ask for
         * @return a future: the answer, with status, headers and request id
         */
        public CompletableFuture<Response<List<String>>> findAsync(
                String shopId, ThingClass class_, FindThingsRequest request) {
            return caller.respondAsync(findInvocation(shopId, class_, request));
        }

        /**
         * Does what {@link Things#delete(String, ThingClass, DeleteThingRequest)} does.
         *
         * @param shopId the id of the shop
         * @param class_ the class, for which Java has another name
         * @param request what to ask for
         * @return the answer, with status, headers and request id
         */
        public Response<@Nullable Void> delete(String shopId, ThingClass class_, DeleteThingRequest request) {
            return caller.respond(deleteInvocation(shopId, class_, request));
        }

        /**
         * Does what {@link Things#deleteAsync(String, ThingClass, DeleteThingRequest)} does.
         *
         * @param shopId the id of the shop
         * @param class_ the class, for which Java has another name
         * @param request what to ask for
         * @return a future: the answer, with status, headers and request id
         */
        public CompletableFuture<Response<@Nullable Void>> deleteAsync(
                String shopId, ThingClass class_, DeleteThingRequest request) {
            return caller.respondAsync(deleteInvocation(shopId, class_, request));
        }
    }
}
