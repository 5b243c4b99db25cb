package dev.accesskeys.tensorpool;

import dev.accesskeys.error.ErrorDetail;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.operation.FailedAnswer;
import dev.accesskeys.operation.Failure;
import dev.accesskeys.operation.FailureClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads TensorPool's errors, of which there are many forms: {@code {"detail": "…"}}, {@code {"detail": [{"loc": […], "msg": "…",
 * "type": "…"}]}}, {@code {"error": "…"}}, {@code {"message": "…"}}, {@code {"external_message": "…"}}, or no JSON at all. All
 * that is there is told. The status alone says what it means.
 */
final class TensorPoolFailures implements FailureClassifier {

    private static final List<String> TEXTS = List.of("detail", "error", "message", "external_message");
    private static final int MAX_DETAILS = 20;

    @Override
    public Failure classify(FailedAnswer answer) {
        List<ErrorDetail> details =
                answer.json().map(body -> details(answer, body)).orElse(List.of());
        Failure failure = Failure.byStatus(answer, details);
        return switch (answer.status()) {
            case 401 -> failure.withAdvice("Check the API key: it is wrong or revoked.");
            case 403 -> failure.withAdvice("Check what the owner of the API key may do in the organisation.");
            case 404 -> failure.withAdvice("Check that the organisation has object storage: enable it first.");
            case 429 -> failure.withAdvice("Call again later; TensorPool publishes no figures for its limit.");
            default -> failure;
        };
    }

    private static List<ErrorDetail> details(FailedAnswer answer, JsonValue body) {
        List<ErrorDetail> details = new ArrayList<>();
        for (String member : TEXTS) {
            body.member(member)
                    .flatMap(JsonValue::asString)
                    .filter(text -> !text.isBlank())
                    .map(text -> ErrorDetail.of(answer.shown(text)))
                    .filter(detail -> !details.contains(detail))
                    .ifPresent(details::add);
        }
        body.member("detail").map(JsonValue::elements).orElse(List.of()).stream()
                .limit(MAX_DETAILS)
                .map(problem -> problem(answer, problem))
                .flatMap(Optional::stream)
                .forEach(details::add);
        return details;
    }

    /** One broken rule. What was sent may be quoted in other members, which are therefore not read. */
    private static Optional<ErrorDetail> problem(FailedAnswer answer, JsonValue problem) {
        return problem.member("msg")
                .flatMap(JsonValue::asString)
                .or(problem::asString)
                .map(text -> new ErrorDetail(
                        problem.member("type")
                                .flatMap(JsonValue::asString)
                                .map(answer::shown)
                                .orElse(null),
                        answer.shown(text),
                        problem.member("loc")
                                .map(TensorPoolFailures::path)
                                .filter(path -> !path.isEmpty())
                                .map(answer::shown)
                                .orElse(null)));
    }

    /** Names and numbers from the outside in, such as {@code body.items.0}. */
    private static String path(JsonValue location) {
        return location.elements().stream()
                .limit(MAX_DETAILS)
                .map(step -> step.asString()
                        .or(() -> step.asNumber().map(number -> number.toPlainString()))
                        .orElse("?"))
                .collect(Collectors.joining("."));
    }
}
