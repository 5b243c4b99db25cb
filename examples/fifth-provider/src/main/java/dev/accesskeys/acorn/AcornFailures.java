package dev.accesskeys.acorn;

import dev.accesskeys.error.ErrorDetail;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.operation.FailedAnswer;
import dev.accesskeys.operation.Failure;
import dev.accesskeys.operation.FailureClassifier;
import java.util.List;
import java.util.Optional;

/** Reads Acorn's errors, {@code {"code": "…", "text": "…"}}. A 409 that says {@code busy} was not processed. */
final class AcornFailures implements FailureClassifier {

    @Override
    public Failure classify(FailedAnswer answer) {
        Optional<ErrorDetail> detail = answer.json().flatMap(body -> detail(answer, body));
        Failure failure = Failure.byStatus(answer, detail.map(List::of).orElse(List.of()));
        boolean busy = detail.flatMap(ErrorDetail::code).filter("busy"::equals).isPresent();
        return answer.status() == 409 && busy ? failure.notAppliedAndTransient() : failure;
    }

    private static Optional<ErrorDetail> detail(FailedAnswer answer, JsonValue body) {
        return text(answer, body, "text")
                .map(reason -> new ErrorDetail(text(answer, body, "code").orElse(null), reason, null));
    }

    private static Optional<String> text(FailedAnswer answer, JsonValue body, String member) {
        return body.member(member).flatMap(JsonValue::asString).map(answer::shown);
    }
}
