// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api;

import dev.accesskeys.CallOptions;
import dev.accesskeys.Response;
import dev.accesskeys.operation.Caller;
import dev.accesskeys.operation.Constraints;
import dev.accesskeys.operation.Invocation;
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
     * Ends a comment: *&#47; and has &lt;b&gt;HTML&lt;/b&gt;, &#123;braces&#125;, a tag &#64;param and
     * C:&#92;users.
     *
     * <p>A <a href="https://example.com/a?b=1&amp;c=2">link</a>, a relative one, an autolink
     * <a href="https://example.com">https://example.com</a>, <em>emphasis</em> and <strong>more of it</strong>.
     *
     * <p><strong>A heading</strong>
     * <ul>
     *   <li>one {@code {@code entry}}
     *   <li>another with <code>a *&#47; b</code>
     *   <ul>
     *     <li>and one within
     *   </ul>
     * </ul>
     * <ol>
     *   <li>first
     *   <li>second
     * </ol>
     *
     * <pre>
     * &#123;"a": "*&#47; &#64;b"&#125;
     * </pre>
     *
     * <p>&#64;author starts a line. A very long line of text that goes on and on and on, until it has to be
     * broken between its words by the generator.
     *
     * <p>Sends {@code GET /things/{id}}. It changes nothing, and is repeated after a failure that may pass.
     *
     * @param id the {@code id}: at least <em>one</em> character. Or more
     * @return the thing &amp; "all" of it
     * @throws dev.accesskeys.error.ValidationException if an argument breaks a documented rule; nothing is sent
     *     then
     * @throws dev.accesskeys.error.ApiException if Example answers with a failure. It documents: {@code 404}:
     *     No such thing.
     * @throws dev.accesskeys.error.AccessKeysException if the call fails in another way
     */
    public Thing get(String id) {
        return caller.call(getInvocation(id));
    }

    /**
     * Does what {@link #get(String)} does, without waiting. Cancelling the future ends the call.
     *
     * @param id the {@code id}: at least <em>one</em> character. Or more
     * @return a future: the thing &amp; "all" of it
     * @throws dev.accesskeys.error.ValidationException if an argument breaks a documented rule; nothing is sent
     *     then
     */
    public CompletableFuture<Thing> getAsync(String id) {
        return caller.callAsync(getInvocation(id));
    }

    private static Invocation<Thing> getInvocation(String id) {
        Constraints.required("id", id);
        return Invocation.of(ExampleOperations.GET_THING).path("id", id);
    }

    /** The same methods, whose results come with status, headers, request id and rate limit. */
    public static final class WithResponse {

        private final Caller caller;

        private WithResponse(Caller caller) {
            this.caller = caller;
        }

        /**
         * Does what {@link Things#get(String)} does.
         *
         * @param id the {@code id}: at least <em>one</em> character. Or more
         * @return the answer, with status, headers and request id
         */
        public Response<Thing> get(String id) {
            return caller.respond(getInvocation(id));
        }

        /**
         * Does what {@link Things#getAsync(String)} does.
         *
         * @param id the {@code id}: at least <em>one</em> character. Or more
         * @return a future: the answer, with status, headers and request id
         */
        public CompletableFuture<Response<Thing>> getAsync(String id) {
            return caller.respondAsync(getInvocation(id));
        }
    }
}
