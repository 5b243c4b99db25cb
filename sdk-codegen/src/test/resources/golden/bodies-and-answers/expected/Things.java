// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api;

import dev.accesskeys.CallOptions;
import dev.accesskeys.Response;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.json.JsonWriter;
import dev.accesskeys.operation.Caller;
import dev.accesskeys.operation.Constraints;
import dev.accesskeys.operation.Invocation;
import example.api.model.MakeThingRequest;
import example.api.model.PutRawRequest;
import example.api.model.RefreshThingsRequest;
import example.api.model.Thing;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Things.
 *
 * <p>Immutable, and safe for use by many threads. Methods ending in {@code Async} do the same without
 * waiting.
 */
public final class Things {

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
     * Lists all things at once.
     *
     * <p>Sends {@code GET /things}. It changes nothing, and is repeated after a failure that may pass.
     *
     * @return all things
     * @throws dev.accesskeys.error.ApiException if Example answers with a failure
     * @throws dev.accesskeys.error.AccessKeysException if the call fails in another way
     */
    public List<Thing> list() {
        return caller.call(listInvocation());
    }

    /**
     * Does what {@link #list()} does, without waiting. Cancelling the future ends the call.
     *
     * @return a future: all things
     */
    public CompletableFuture<List<Thing>> listAsync() {
        return caller.callAsync(listInvocation());
    }

    /**
     * Makes a thing.
     *
     * <p>Sends {@code POST /things}. It is sent once: repeated only where Example has surely not acted.
     *
     * @param request what to make
     * @return the thing
     * @throws dev.accesskeys.error.OutcomeUnknownException if it is not known whether it was done. Look whether
     *     it is there.
     * @throws dev.accesskeys.error.ApiException if Example answers with a failure. It documents: {@code 400}:
     *     The name is taken. {@code 4XX}: The request was refused. {@code default}: Something went wrong.
     * @throws dev.accesskeys.error.AccessKeysException if the call fails in another way
     */
    public Thing make(MakeThingRequest request) {
        return caller.call(makeInvocation(request));
    }

    /**
     * Does what {@link #make(MakeThingRequest)} does, without waiting. Cancelling the future ends the call.
     *
     * @param request what to make
     * @return a future: the thing
     */
    public CompletableFuture<Thing> makeAsync(MakeThingRequest request) {
        return caller.callAsync(makeInvocation(request));
    }

    /**
     * Does what {@link #refresh(RefreshThingsRequest)} does, with nothing set.
     *
     * @deprecated the provider says so; see above
     */
    @Deprecated
    public void refresh() {
        refresh(RefreshThingsRequest.builder().build());
    }

    /**
     * Answers with 202 and no body.
     *
     * <p>Sends {@code POST /things/refresh}. Done twice it is the same as done once, so it is repeated after a
     * failure that may pass.
     *
     * @param request what to ask for
     * @throws dev.accesskeys.error.ApiException if Example answers with a failure
     * @throws dev.accesskeys.error.AccessKeysException if the call fails in another way
     * @deprecated the provider says so; see above
     */
    @Deprecated
    public void refresh(RefreshThingsRequest request) {
        caller.call(refreshInvocation(request));
    }

    /**
     * Does what {@link #refresh()} does, without waiting. Cancelling the future ends the call.
     *
     * @return a future that completes when it is done
     * @deprecated the provider says so; see above
     */
    @Deprecated
    public CompletableFuture<@Nullable Void> refreshAsync() {
        return refreshAsync(RefreshThingsRequest.builder().build());
    }

    /**
     * Does what {@link #refresh(RefreshThingsRequest)} does, without waiting. Cancelling the future ends the
     * call.
     *
     * @param request what to ask for
     * @return a future that completes when it is done
     * @deprecated the provider says so; see above
     */
    @Deprecated
    public CompletableFuture<@Nullable Void> refreshAsync(RefreshThingsRequest request) {
        return caller.callAsync(refreshInvocation(request));
    }

    /**
     * Answers with an empty object.
     *
     * <p>Sends {@code DELETE /things/refresh}. It is repeated after a failure that may pass; if it turns out
     * then that there is nothing left to delete, that is success.
     *
     * @throws dev.accesskeys.error.ApiException if Example answers with a failure
     * @throws dev.accesskeys.error.AccessKeysException if the call fails in another way
     */
    public void drop() {
        caller.call(dropInvocation());
    }

    /**
     * Does what {@link #drop()} does, without waiting. Cancelling the future ends the call.
     *
     * @return a future that completes when it is done
     */
    public CompletableFuture<@Nullable Void> dropAsync() {
        return caller.callAsync(dropInvocation());
    }

    /**
     * Does what {@link #putRaw(List, PutRawRequest)} does, with nothing set.
     *
     * @param request the request
     * @return anything
     */
    public JsonValue putRaw(List<String> request) {
        return putRaw(request, PutRawRequest.builder().build());
    }

    /**
     * Takes and gives anything, with a body and parameters.
     *
     * <p>Sends {@code PUT /things/raw}. Done twice it is the same as done once, so it is repeated after a
     * failure that may pass.
     *
     * @param request the request
     * @param parameters what to ask for
     * @return anything
     * @throws dev.accesskeys.error.ApiException if Example answers with a failure
     * @throws dev.accesskeys.error.AccessKeysException if the call fails in another way
     */
    public JsonValue putRaw(List<String> request, PutRawRequest parameters) {
        return caller.call(putRawInvocation(request, parameters));
    }

    /**
     * Does what {@link #putRaw(List)} does, without waiting. Cancelling the future ends the call.
     *
     * @param request the request
     * @return a future: anything
     */
    public CompletableFuture<JsonValue> putRawAsync(List<String> request) {
        return putRawAsync(request, PutRawRequest.builder().build());
    }

    /**
     * Does what {@link #putRaw(List, PutRawRequest)} does, without waiting. Cancelling the future ends the
     * call.
     *
     * @param request the request
     * @param parameters what to ask for
     * @return a future: anything
     */
    public CompletableFuture<JsonValue> putRawAsync(List<String> request, PutRawRequest parameters) {
        return caller.callAsync(putRawInvocation(request, parameters));
    }

    private static Invocation<List<Thing>> listInvocation() {
        return Invocation.of(ExampleOperations.LIST_THINGS);
    }

    private static Invocation<Thing> makeInvocation(MakeThingRequest request) {
        Constraints.required("request", request);
        return Invocation.of(ExampleOperations.MAKE_THING).body(MakeThingRequest.CODEC, request);
    }

    private static Invocation<@Nullable Void> refreshInvocation(RefreshThingsRequest request) {
        Constraints.required("request", request);
        return Invocation.of(ExampleOperations.REFRESH_THINGS).query("hard", request.hard().orElse(null));
    }

    private static Invocation<@Nullable Void> dropInvocation() {
        return Invocation.of(ExampleOperations.DROP_THINGS);
    }

    private static Invocation<JsonValue> putRawInvocation(List<String> request, PutRawRequest parameters) {
        Constraints.required("request", request);
        Constraints.required("parameters", parameters);
        return Invocation.of(ExampleOperations.PUT_RAW)
                .query("mode", parameters.mode().orElse(null))
                .body((nested, each) -> nested.list(each, JsonWriter::value), request);
    }

    /** The same methods, whose results come with status, headers, request id and rate limit. */
    public static final class WithResponse {

        private final Caller caller;

        private WithResponse(Caller caller) {
            this.caller = caller;
        }

        /**
         * Does what {@link Things#list()} does.
         *
         * @return the answer, with status, headers and request id
         */
        public Response<List<Thing>> list() {
            return caller.respond(listInvocation());
        }

        /**
         * Does what {@link Things#listAsync()} does.
         *
         * @return a future: the answer, with status, headers and request id
         */
        public CompletableFuture<Response<List<Thing>>> listAsync() {
            return caller.respondAsync(listInvocation());
        }

        /**
         * Does what {@link Things#make(MakeThingRequest)} does.
         *
         * @param request what to make
         * @return the answer, with status, headers and request id
         */
        public Response<Thing> make(MakeThingRequest request) {
            return caller.respond(makeInvocation(request));
        }

        /**
         * Does what {@link Things#makeAsync(MakeThingRequest)} does.
         *
         * @param request what to make
         * @return a future: the answer, with status, headers and request id
         */
        public CompletableFuture<Response<Thing>> makeAsync(MakeThingRequest request) {
            return caller.respondAsync(makeInvocation(request));
        }

        /**
         * Does what {@link Things#refresh()} does.
         *
         * @return the answer, with status, headers and request id
         * @deprecated the provider says so; see above
         */
        @Deprecated
        public Response<@Nullable Void> refresh() {
            return refresh(RefreshThingsRequest.builder().build());
        }

        /**
         * Does what {@link Things#refresh(RefreshThingsRequest)} does.
         *
         * @param request what to ask for
         * @return the answer, with status, headers and request id
         * @deprecated the provider says so; see above
         */
        @Deprecated
        public Response<@Nullable Void> refresh(RefreshThingsRequest request) {
            return caller.respond(refreshInvocation(request));
        }

        /**
         * Does what {@link Things#refreshAsync()} does.
         *
         * @return a future: the answer, with status, headers and request id
         * @deprecated the provider says so; see above
         */
        @Deprecated
        public CompletableFuture<Response<@Nullable Void>> refreshAsync() {
            return refreshAsync(RefreshThingsRequest.builder().build());
        }

        /**
         * Does what {@link Things#refreshAsync(RefreshThingsRequest)} does.
         *
         * @param request what to ask for
         * @return a future: the answer, with status, headers and request id
         * @deprecated the provider says so; see above
         */
        @Deprecated
        public CompletableFuture<Response<@Nullable Void>> refreshAsync(RefreshThingsRequest request) {
            return caller.respondAsync(refreshInvocation(request));
        }

        /**
         * Does what {@link Things#drop()} does.
         *
         * @return the answer, with status, headers and request id
         */
        public Response<@Nullable Void> drop() {
            return caller.respond(dropInvocation());
        }

        /**
         * Does what {@link Things#dropAsync()} does.
         *
         * @return a future: the answer, with status, headers and request id
         */
        public CompletableFuture<Response<@Nullable Void>> dropAsync() {
            return caller.respondAsync(dropInvocation());
        }

        /**
         * Does what {@link Things#putRaw(List)} does.
         *
         * @param request the request
         * @return the answer, with status, headers and request id
         */
        public Response<JsonValue> putRaw(List<String> request) {
            return putRaw(request, PutRawRequest.builder().build());
        }

        /**
         * Does what {@link Things#putRaw(List, PutRawRequest)} does.
         *
         * @param request the request
         * @param parameters what to ask for
         * @return the answer, with status, headers and request id
         */
        public Response<JsonValue> putRaw(List<String> request, PutRawRequest parameters) {
            return caller.respond(putRawInvocation(request, parameters));
        }

        /**
         * Does what {@link Things#putRawAsync(List)} does.
         *
         * @param request the request
         * @return a future: the answer, with status, headers and request id
         */
        public CompletableFuture<Response<JsonValue>> putRawAsync(List<String> request) {
            return putRawAsync(request, PutRawRequest.builder().build());
        }

        /**
         * Does what {@link Things#putRawAsync(List, PutRawRequest)} does.
         *
         * @param request the request
         * @param parameters what to ask for
         * @return a future: the answer, with status, headers and request id
         */
        public CompletableFuture<Response<JsonValue>> putRawAsync(List<String> request, PutRawRequest parameters) {
            return caller.respondAsync(putRawInvocation(request, parameters));
        }
    }
}
