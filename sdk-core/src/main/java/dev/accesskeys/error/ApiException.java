package dev.accesskeys.error;

import dev.accesskeys.http.Headers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The provider answered with an error. The subclass tells the meaning; this class itself stands for an answer that fits none,
 * such as a redirect, which is never followed.
 *
 * <pre>{@code
 * try {
 *     example.keys().get(id);
 * } catch (NotFoundException e) {
 *     log.info("no such key: {} (request {})", e.details(), e.requestId().orElse("unknown"));
 * }
 * }</pre>
 */
public class ApiException extends AccessKeysException {

    private static final long serialVersionUID = 1L;

    /** Not serialised: headers and details are for the code that catches, the message is for the rest. */
    private final transient @Nullable ApiFailure failure;

    private final int status;

    /**
     * Makes the exception.
     *
     * @param failure what the answer says
     */
    public ApiException(ApiFailure failure) {
        super(failure.operation(), failure.problem(), failure.applied(), failure.advice(), null);
        this.failure = Objects.requireNonNull(failure, "failure");
        this.status = failure.status();
    }

    /**
     * Gives the HTTP status.
     *
     * @return the status
     */
    public final int status() {
        return status;
    }

    /**
     * Gives what the provider says is wrong.
     *
     * @return the details in the provider's order; empty if the body could not be read
     */
    public final List<ErrorDetail> details() {
        return failure == null ? List.of() : failure.details();
    }

    /**
     * Gives the headers of the answer.
     *
     * @return the headers
     */
    public final Headers headers() {
        return failure == null ? Headers.empty() : failure.headers();
    }

    /**
     * Gives the provider's id of the request, which its support asks for.
     *
     * @return the id; empty if the provider sent none
     */
    public final Optional<String> requestId() {
        return failure == null ? Optional.empty() : failure.requestId();
    }

    /**
     * Gives the beginning of the body, for answers that do not come from the provider's API, such as a proxy's HTML page.
     *
     * @return at most 300 characters, with secrets masked and without control characters; may be empty
     */
    public final String excerpt() {
        return failure == null ? "" : failure.excerpt();
    }
}
