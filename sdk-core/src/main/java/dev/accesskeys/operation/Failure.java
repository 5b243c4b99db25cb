package dev.accesskeys.operation;

import dev.accesskeys.error.ApiException;
import dev.accesskeys.error.ApiFailure;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.AuthenticationException;
import dev.accesskeys.error.ConflictException;
import dev.accesskeys.error.ErrorDetail;
import dev.accesskeys.error.InvalidRequestException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.PermissionDeniedException;
import dev.accesskeys.error.RateLimitedException;
import dev.accesskeys.error.ServerException;
import dev.accesskeys.retry.Repeatability;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a failed answer means: the data of the exception, its class, whether the change was applied, and whether the same
 * request may succeed a little later. Immutable; a classifier starts from {@link #byStatus} and changes what its provider does
 * differently.
 */
public final class Failure {

    private final ApiFailure data;
    private final Function<ApiFailure, ApiException> exception;
    private final Applied applied;
    private final boolean transientFailure;

    private Failure(
            ApiFailure data, Function<ApiFailure, ApiException> exception, Applied applied, boolean transientFailure) {
        this.data = data;
        this.exception = exception;
        this.applied = applied;
        this.transientFailure = transientFailure;
    }

    /**
     * Gives the meaning that the HTTP status alone has. For a change, 408 and 5xx leave it unknown whether it was made; 421,
     * 425 and 429 promise that it was not processed; every other status of 3xx and 4xx refuses it for good.
     *
     * @param answer the answer
     * @param details what the provider's body says is wrong; empty if it could not be read
     * @return the meaning
     */
    public static Failure byStatus(FailedAnswer answer, List<ErrorDetail> details) {
        int status = answer.status();
        boolean server = status >= 500;
        Applied applied = server || status == 408 ? Applied.UNKNOWN : Applied.NO;
        ApiFailure data = ApiFailure.builder(answer.operation().toString(), status)
                .headers(answer.headers())
                .details(details)
                .requestId(answer.requestId().orElse(null))
                .excerpt(answer.excerpt())
                .build();
        Failure failure = new Failure(data, exceptionFor(status), applied, isTransient(status));
        return failure.withAdvice(adviceFor(status, answer.operation().repeatability()));
    }

    private static boolean isTransient(int status) {
        return switch (status) {
            case 408, 421, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527 -> true;
            default -> false;
        };
    }

    private static Function<ApiFailure, ApiException> exceptionFor(int status) {
        if (status >= 500) {
            return ServerException::new;
        }
        return switch (status) {
            case 401 -> AuthenticationException::new;
            case 403 -> PermissionDeniedException::new;
            case 404, 410 -> NotFoundException::new;
            case 409, 412 -> ConflictException::new;
            case 429 -> RateLimitedException::new;
            default -> status >= 400 ? InvalidRequestException::new : ApiException::new;
        };
    }

    private static String adviceFor(int status, Repeatability repeatability) {
        if (status >= 500 || status == 408) {
            return repeatability == Repeatability.ONCE
                    ? "Find out whether it was made before you call again."
                    : "Calling again later is safe.";
        }
        if (status / 100 == 3) {
            return "Redirects are never followed: check the base URL.";
        }
        return switch (status) {
            case 401 -> "Check that the token is valid and has the scope that the operation needs.";
            case 403 -> "Check what the owner of the token may do.";
            case 404, 410 -> "Check the id, and that the token belongs to the account that has it.";
            case 409, 412 -> "Read its present state, and decide then.";
            case 421, 425 -> "Nothing was processed: calling again is safe.";
            case 429 -> "Call again when the limit allows it, or build the client with its rate limiter on.";
            default ->
                status >= 400
                        ? "Correct the request: the same one will be refused again."
                        : "Look at the details of the answer.";
        };
    }

    /**
     * Sets what to do, the last part of the message.
     *
     * @param advice whole sentences
     * @return the changed meaning
     */
    public Failure withAdvice(String advice) {
        return new Failure(data.toBuilder().advice(advice).build(), exception, applied, transientFailure);
    }

    /**
     * Sets what happened, the first part of the message.
     *
     * @param problem what happened, without a full stop
     * @return the changed meaning
     */
    public Failure withProblem(String problem) {
        return new Failure(data.toBuilder().problem(problem).build(), exception, applied, transientFailure);
    }

    /**
     * Sets the provider's id of the request, where it stands in the body.
     *
     * @param requestId the id
     * @return the changed meaning
     */
    public Failure withRequestId(String requestId) {
        return new Failure(data.toBuilder().requestId(requestId).build(), exception, applied, transientFailure);
    }

    /**
     * Sets the class of the exception.
     *
     * @param constructor makes the exception
     * @return the changed meaning
     */
    public Failure as(Function<ApiFailure, ApiException> constructor) {
        return new Failure(data, Objects.requireNonNull(constructor, "constructor"), applied, transientFailure);
    }

    /**
     * Says that the provider did not process the request and that the same request may succeed a little later.
     *
     * @return the changed meaning
     */
    public Failure notAppliedAndTransient() {
        return new Failure(data, exception, Applied.NO, true);
    }

    /**
     * Says that the provider refused the request for good.
     *
     * @return the changed meaning
     */
    public Failure notAppliedAndPermanent() {
        return new Failure(data, exception, Applied.NO, false);
    }

    /**
     * Says that sending the same request again soon is of no use.
     *
     * @return the changed meaning
     */
    public Failure permanent() {
        return new Failure(data, exception, applied, false);
    }

    /**
     * Tells whether a change was applied.
     *
     * @return no or unknown
     */
    public Applied applied() {
        return applied;
    }

    /**
     * Tells whether the same request may succeed a little later.
     *
     * @return whether it may
     */
    public boolean isTransient() {
        return transientFailure;
    }

    /**
     * Makes the exception for an operation.
     *
     * @param effective whether the operation changed anything, which for a read is always no
     * @return the exception, to be thrown
     */
    public ApiException toException(Applied effective) {
        return exception.apply(data.toBuilder().applied(effective).build());
    }
}
