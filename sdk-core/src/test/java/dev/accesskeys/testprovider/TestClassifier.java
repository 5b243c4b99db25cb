package dev.accesskeys.testprovider;

import dev.accesskeys.error.ErrorDetail;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.operation.FailedAnswer;
import dev.accesskeys.operation.Failure;
import dev.accesskeys.operation.FailureClassifier;
import java.util.List;

/** Reads {@code {"errors": [{"reason": …, "field": …}]}}; the reason {@code busy} promises that nothing was done. */
public final class TestClassifier implements FailureClassifier {

    @Override
    public Failure classify(FailedAnswer answer) {
        List<ErrorDetail> details = details(answer);
        Failure failure = Failure.byStatus(answer, details);
        boolean busy = details.stream().anyMatch(detail -> detail.reason().equals("busy"));
        return busy ? failure.notAppliedAndTransient() : failure;
    }

    private static List<ErrorDetail> details(FailedAnswer answer) {
        return answer.json().flatMap(body -> body.member("errors")).map(JsonValue::elements).orElse(List.of()).stream()
                .map(error -> new ErrorDetail(
                        null,
                        answer.shown(error.member("reason")
                                .flatMap(JsonValue::asString)
                                .orElse("no reason")),
                        error.member("field")
                                .flatMap(JsonValue::asString)
                                .map(answer::shown)
                                .orElse(null)))
                .toList();
    }
}
