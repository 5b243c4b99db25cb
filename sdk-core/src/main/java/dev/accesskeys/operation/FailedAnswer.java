package dev.accesskeys.operation;

import dev.accesskeys.Secret;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.http.Headers;
import dev.accesskeys.internal.text.Redaction;
import dev.accesskeys.json.JsonValue;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is no success, for a {@link FailureClassifier}. Texts that come out of it are already free of control
 * characters and of the secrets that the request carried.
 */
public final class FailedAnswer {

    private final Operation<?> operation;
    private final int status;
    private final Headers headers;
    private final byte[] body;
    private final @Nullable String requestId;
    private final Redaction redaction;

    /**
     * Makes the answer.
     *
     * @param operation which operation was answered
     * @param status the HTTP status
     * @param headers the headers
     * @param body the body, bounded
     * @param requestId the provider's id of the request, or null
     * @param secrets what the request carried, to be masked wherever it comes back
     */
    public FailedAnswer(
            Operation<?> operation,
            int status,
            Headers headers,
            byte[] body,
            @Nullable String requestId,
            Collection<Secret> secrets) {
        this.operation = Objects.requireNonNull(operation, "operation");
        this.status = status;
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = Objects.requireNonNull(body, "body");
        this.requestId = requestId;
        this.redaction = Redaction.of(secrets);
    }

    /**
     * Gives the operation that was answered.
     *
     * @return the operation
     */
    public Operation<?> operation() {
        return operation;
    }

    /**
     * Gives the HTTP status.
     *
     * @return the status
     */
    public int status() {
        return status;
    }

    /**
     * Gives the headers.
     *
     * @return the headers
     */
    public Headers headers() {
        return headers;
    }

    /**
     * Gives the provider's id of the request.
     *
     * @return the id; empty if the provider sent none
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * Gives the body as JSON.
     *
     * @return the body; empty if it is no JSON document, such as the HTML page of a proxy
     */
    public Optional<JsonValue> json() {
        if (body.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonValue.parse(body));
        } catch (AccessKeysException e) {
            return Optional.empty();
        }
    }

    /**
     * Makes a text of the answer fit to be shown: secrets masked, control characters taken away, shortened.
     *
     * @param text a text out of the body or a header
     * @return the text to show
     */
    public String shown(String text) {
        return redaction.apply(text);
    }

    /**
     * Makes an identifier of the answer fit to be shown, such as a request's id, which may look like a secret: what the request
     * carried is masked, and nothing else.
     *
     * @param identifier an identifier out of the body or a header
     * @return the identifier to show
     */
    public String shownIdentifier(String identifier) {
        return redaction.identifier(identifier);
    }

    /**
     * Gives the beginning of the body, fit to be shown.
     *
     * @return the beginning; may be empty
     */
    public String excerpt() {
        return redaction.excerpt(body);
    }
}
