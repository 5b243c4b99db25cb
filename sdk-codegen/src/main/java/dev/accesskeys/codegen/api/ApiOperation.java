package dev.accesskeys.codegen.api;

import dev.accesskeys.codegen.document.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An operation.
 *
 * @param id its id in the document
 * @param method the Java method's name
 * @param httpMethod the HTTP method, upper case
 * @param path the path with its {@code {parameters}}
 * @param tag the tag, one service each
 * @param summary CommonMark, one sentence
 * @param description CommonMark, what else there is to say
 * @param deprecated whether it should not be used any longer
 * @param retry a name of the core's {@code Repeatability}
 * @param reconciliation how to find out what happened when the answer was lost
 * @param rateLimit the name of a rate limit
 * @param scopes what the credential must be allowed
 * @param security alternatives of names of schemes, if the operation has its own
 * @param envelope what is around the payload
 * @param page how the list is cut into pages
 * @param answer what comes back
 * @param answerDescription CommonMark
 * @param createdSecret the wire names that lead to the secret that the answer must carry; empty if it need not
 * @param pathParameters in the order of the path
 * @param parameters the class of the other parameters, if there are any
 * @param headerNames the wire names of those of them that are headers
 * @param body the body
 * @param failures documented failures: status to CommonMark
 * @param place where it is in the document
 */
public record ApiOperation(
        String id,
        String method,
        String httpMethod,
        String path,
        String tag,
        String summary,
        String description,
        boolean deprecated,
        String retry,
        String reconciliation,
        Optional<String> rateLimit,
        List<String> scopes,
        List<List<String>> security,
        Optional<Envelope> envelope,
        Optional<Page> page,
        Answer answer,
        String answerDescription,
        List<String> createdSecret,
        List<Member> pathParameters,
        Optional<ObjectClass> parameters,
        List<String> headerNames,
        Optional<Value> body,
        Map<String, String> failures,
        Place place) {

    /**
     * What comes back.
     *
     * @param kind nothing, an object of which nothing is read, or a value
     * @param type the type of the value, and of a page's entries; meaningless for the others
     */
    public record Answer(Kind kind, JavaType type) {

        /** What can come back. */
        public enum Kind {
            /** No body. */
            NOTHING,
            /** An object without known members. */
            EMPTY_OBJECT,
            /** A value. */
            VALUE
        }

        /** Whether the Java method gives nothing back. */
        public boolean isVoid() {
            return kind != Kind.VALUE;
        }
    }

    /**
     * How a list is cut into pages: by number.
     *
     * @param parameter the query parameter
     * @param items the member with the entries
     * @param number the member with the page's number
     * @param pages the member with the number of pages
     * @param total the member with the number of entries
     */
    public record Page(String parameter, String items, String number, String pages, String total) {}

    /**
     * What is around the payload.
     *
     * @param qualifiedClass a class of the provider's module, if the core's is not enough
     * @param member the member with the payload, if the schema describes the envelope too
     */
    public record Envelope(Optional<String> qualifiedClass, Optional<String> member) {}
}
