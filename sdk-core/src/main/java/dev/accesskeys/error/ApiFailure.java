package dev.accesskeys.error;

import dev.accesskeys.http.Headers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's error answer says, as data: the content of an {@link ApiException}. Made by a provider's
 * {@link dev.accesskeys.operation.FailureClassifier} and by tests of applications.
 */
public final class ApiFailure {

    private final String operation;
    private final int status;
    private final Headers headers;
    private final List<ErrorDetail> details;
    private final @Nullable String requestId;
    private final String excerpt;
    private final String problem;
    private final Applied applied;
    private final String advice;

    private ApiFailure(Builder builder) {
        operation = builder.operation;
        status = builder.status;
        headers = builder.headers;
        details = builder.details;
        requestId = builder.requestId;
        excerpt = builder.excerpt;
        problem = builder.problem;
        applied = builder.applied;
        advice = builder.advice;
    }

    /**
     * Starts the description of a failure.
     *
     * @param operation which operation was answered, such as {@code example getKey}
     * @param status the HTTP status
     * @return a builder
     */
    public static Builder builder(String operation, int status) {
        return new Builder(operation, status);
    }

    /**
     * Starts a changed copy.
     *
     * @return a builder that holds what this failure says
     */
    public Builder toBuilder() {
        Builder builder = new Builder(operation, status);
        builder.headers = headers;
        builder.details = details;
        builder.requestId = requestId;
        builder.excerpt = excerpt;
        builder.problem = problem;
        builder.applied = applied;
        builder.advice = advice;
        return builder;
    }

    /**
     * Names the operation.
     *
     * @return provider and operation id
     */
    public String operation() {
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
     * Gives the headers of the answer.
     *
     * @return the headers
     */
    public Headers headers() {
        return headers;
    }

    /**
     * Gives what the provider says is wrong.
     *
     * @return the details in the provider's order; empty if the body could not be read
     */
    public List<ErrorDetail> details() {
        return details;
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
     * Gives the beginning of the body.
     *
     * @return at most 300 characters, with secrets masked and without control characters; may be empty
     */
    public String excerpt() {
        return excerpt;
    }

    String problem() {
        if (!problem.isEmpty()) {
            return problem;
        }
        StringBuilder text = new StringBuilder("the provider answered ").append(status);
        if (!details.isEmpty()) {
            text.append(": ");
            text.append(String.join(
                    "; ", details.stream().map(ErrorDetail::toString).toList()));
        } else if (!excerpt.isEmpty()) {
            text.append(", beginning with: ").append(excerpt);
        } else {
            text.append(" without saying why");
        }
        if (requestId != null) {
            text.append(" [request ").append(requestId).append(']');
        }
        return text.toString();
    }

    Applied applied() {
        return applied;
    }

    String advice() {
        return advice;
    }

    /** Describes a failure. */
    public static final class Builder {

        private final String operation;
        private final int status;
        private Headers headers = Headers.empty();
        private List<ErrorDetail> details = List.of();
        private @Nullable String requestId;
        private String excerpt = "";
        private String problem = "";
        private Applied applied = Applied.NO;
        private String advice = "";

        private Builder(String operation, int status) {
            this.operation = Objects.requireNonNull(operation, "operation");
            this.status = status;
        }

        /**
         * Sets the headers.
         *
         * @param value the headers of the answer
         * @return this builder
         */
        public Builder headers(Headers value) {
            headers = value;
            return this;
        }

        /**
         * Sets what the provider says is wrong.
         *
         * @param value the details, free of secrets
         * @return this builder
         */
        public Builder details(List<ErrorDetail> value) {
            details = List.copyOf(value);
            return this;
        }

        /**
         * Sets the provider's id of the request.
         *
         * @param value the id, or null
         * @return this builder
         */
        public Builder requestId(@Nullable String value) {
            requestId = value;
            return this;
        }

        /**
         * Sets the beginning of the body.
         *
         * @param value the excerpt, free of secrets
         * @return this builder
         */
        public Builder excerpt(String value) {
            excerpt = value;
            return this;
        }

        /**
         * Says what happened. Without this the message is made of status, details or excerpt, and request id.
         *
         * @param value the first part of the message
         * @return this builder
         */
        public Builder problem(String value) {
            problem = value;
            return this;
        }

        /**
         * Says whether anything was changed.
         *
         * @param value no, yes or unknown
         * @return this builder
         */
        public Builder applied(Applied value) {
            applied = value;
            return this;
        }

        /**
         * Says what to do.
         *
         * @param value the last part of the message, as whole sentences
         * @return this builder
         */
        public Builder advice(String value) {
            advice = value;
            return this;
        }

        /**
         * Ends the description.
         *
         * @return the failure
         */
        public ApiFailure build() {
            return new ApiFailure(this);
        }
    }
}
