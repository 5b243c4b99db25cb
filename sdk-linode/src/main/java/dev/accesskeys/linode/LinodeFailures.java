package dev.accesskeys.linode;

import dev.accesskeys.error.ErrorDetail;
import dev.accesskeys.http.Headers;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.operation.FailedAnswer;
import dev.accesskeys.operation.Failure;
import dev.accesskeys.operation.FailureClassifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads Linode's errors: {@code {"errors": [{"reason": "...", "field": "..."}]}}, where {@code field} is mostly absent. Two
 * answers mean something else than their status: a 400 that says {@code Linode busy.} was not processed and may be repeated,
 * and a 503 with {@code X-Maintenance-Mode} will not go away by repeating.
 */
final class LinodeFailures implements FailureClassifier {

    private static final String BUSY = "Linode busy.";
    private static final String NEEDED_SCOPES = "X-Accepted-OAuth-Scopes";
    private static final String HELD_SCOPES = "X-OAuth-Scopes";

    @Override
    public Failure classify(FailedAnswer answer) {
        List<ErrorDetail> details = details(answer);
        Failure failure = Failure.byStatus(answer, details);
        return switch (answer.status()) {
            case 400 ->
                details.stream().anyMatch(detail -> detail.reason().equals(BUSY))
                        ? failure.notAppliedAndTransient()
                                .withAdvice("Linode is busy with this account; call again later.")
                        : failure;
            case 401 -> failure.withAdvice(scopes(answer).orElse("The token is wrong, expired or revoked."));
            case 403 ->
                failure.withAdvice(scopes(answer)
                        .orElse("The user of this token may not use Object Storage: see the grants of the user."));
            case 503 ->
                answer.headers().first("X-Maintenance-Mode").isPresent()
                        ? failure.permanent()
                                .withAdvice("Linode is down for maintenance; see its status page and call again when"
                                        + " it is over." + unknownAdvice(answer))
                        : failure;
            default -> failure;
        };
    }

    private static String unknownAdvice(FailedAnswer answer) {
        return answer.operation().reconciliation().isEmpty()
                ? ""
                : " " + answer.operation().reconciliation();
    }

    private static List<ErrorDetail> details(FailedAnswer answer) {
        return answer.json().flatMap(body -> body.member("errors")).map(JsonValue::elements).orElse(List.of()).stream()
                .map(error -> detail(answer, error))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ErrorDetail> detail(FailedAnswer answer, JsonValue error) {
        return error.member("reason")
                .flatMap(JsonValue::asString)
                .map(reason -> new ErrorDetail(
                        null,
                        answer.shown(reason),
                        error.member("field")
                                .flatMap(JsonValue::asString)
                                .map(answer::shown)
                                .orElse(null)));
    }

    /** What the token lacks, where the answer says which scopes the operation needs and which the token holds. */
    private static Optional<String> scopes(FailedAnswer answer) {
        Optional<String> needed = header(answer, NEEDED_SCOPES);
        Optional<String> held = header(answer, HELD_SCOPES);
        if (needed.isEmpty() || holds(answer.headers(), needed.get())) {
            return Optional.empty();
        }
        String has = held.map(scopes -> "this token has " + (scopes.isEmpty() ? "none" : scopes))
                .orElse("the answer does not tell which ones this token has");
        return Optional.of("The call needs the scope " + needed.get() + "; " + has + ".");
    }

    private static Optional<String> header(FailedAnswer answer, String name) {
        return answer.headers().first(name).map(answer::shown);
    }

    private static boolean holds(Headers headers, String needed) {
        List<String> held = headers.first(HELD_SCOPES)
                .map(text -> Arrays.asList(text.split("[ ,]+")))
                .orElse(List.of());
        return held.contains("*")
                || held.contains(needed)
                || (needed.endsWith(":read_only") && held.contains(needed.replace(":read_only", ":read_write")));
    }
}
