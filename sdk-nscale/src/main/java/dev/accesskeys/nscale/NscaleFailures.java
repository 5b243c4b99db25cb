package dev.accesskeys.nscale;

import dev.accesskeys.error.ConflictException;
import dev.accesskeys.error.ErrorDetail;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.operation.FailedAnswer;
import dev.accesskeys.operation.Failure;
import dev.accesskeys.operation.FailureClassifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads nscale's errors: {@code {"error": "...", "error_description": "...", "trace_id": "..."}}. A 403 whose description says
 * that something is in use is a conflict, and the {@code trace_id} is what nscale finds the request by.
 */
final class NscaleFailures implements FailureClassifier {

    private static final String IN_USE = "in use";

    @Override
    public Failure classify(FailedAnswer answer) {
        Optional<JsonValue> body = answer.json();
        List<ErrorDetail> details = details(answer, body);
        Failure byStatus = Failure.byStatus(answer, details);
        Failure failure = text(body, "trace_id")
                .map(answer::shownIdentifier)
                .map(byStatus::withRequestId)
                .orElse(byStatus);
        return switch (answer.status()) {
            case 401 -> failure.withAdvice(challenge(answer));
            case 403 -> forbidden(failure, body);
            case 404 ->
                failure.withAdvice(
                        "Check the ids, and that the token may see them. Right after a create this may mean \"not"
                                + " yet\": NscaleClient.waiters() waits until it is there.");
            default -> failure;
        };
    }

    private static Failure forbidden(Failure failure, Optional<JsonValue> body) {
        boolean inUse = text(body, "error_description")
                .filter(description -> description.toLowerCase(Locale.ROOT).contains(IN_USE))
                .isPresent();
        return inUse
                ? failure.as(ConflictException::new).withAdvice("Something still uses it: end that use first.")
                : failure.withAdvice(
                        "Check which roles the owner of the token has in the organisation and the project.");
    }

    /** What the provider itself says is wrong with the token stands in a header. */
    private static String challenge(FailedAnswer answer) {
        String advice = "The token is wrong, revoked or expired: service tokens live 90 days.";
        return answer.headers()
                .first("WWW-Authenticate")
                .map(answer::shown)
                .map(header -> advice + " nscale asks for: " + header)
                .orElse(advice);
    }

    private static List<ErrorDetail> details(FailedAnswer answer, Optional<JsonValue> body) {
        Optional<String> code = text(body, "error").map(answer::shown);
        return text(body, "error_description")
                .map(answer::shown)
                .or(() -> code)
                .map(reason -> List.of(new ErrorDetail(code.orElse(null), reason, null)))
                .orElse(List.of());
    }

    private static Optional<String> text(Optional<JsonValue> body, String member) {
        return body.flatMap(document -> document.member(member)).flatMap(JsonValue::asString);
    }
}
