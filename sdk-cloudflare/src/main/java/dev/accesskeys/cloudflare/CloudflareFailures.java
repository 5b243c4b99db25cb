package dev.accesskeys.cloudflare;

import dev.accesskeys.error.AuthenticationException;
import dev.accesskeys.error.ErrorDetail;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.operation.FailedAnswer;
import dev.accesskeys.operation.Failure;
import dev.accesskeys.operation.FailureClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads Cloudflare's errors: {@code {"success": false, "errors": [{"code": …, "message": …, "source": {"pointer": …},
 * "error_chain": […]}]}}. The code says more than the status, which may even be 200; older failures of authentication have the
 * real cause in the chain.
 */
final class CloudflareFailures implements FailureClassifier {

    private static final Set<String> AUTHENTICATION = Set.of("10000", "10001", "6003", "6103", "9109");
    private static final String NO_ROUTE = "7003";
    private static final String ACCESS_NOT_ENABLED = "12109";
    private static final int MAX_DEPTH = 8;
    private static final int MAX_DETAILS = 20;

    @Override
    public Failure classify(FailedAnswer answer) {
        List<ErrorDetail> details = new ArrayList<>();
        answer.json()
                .flatMap(body -> body.member("errors"))
                .ifPresent(errors -> collect(answer, errors, MAX_DEPTH, details));
        Failure failure = Failure.byStatus(answer, details);
        List<String> codes = details.stream()
                .map(ErrorDetail::code)
                .flatMap(Optional::stream)
                .toList();
        if (codes.stream().anyMatch(AUTHENTICATION::contains)) {
            return failure.as(AuthenticationException::new)
                    .notAppliedAndPermanent()
                    .withAdvice(
                            "Check the API token and its permission for Access, or the e-mail address and the API key.");
        }
        if (codes.contains(ACCESS_NOT_ENABLED)) {
            return failure.as(AccessNotEnabledException::new)
                    .notAppliedAndPermanent()
                    .withAdvice(
                            "Access is not enabled for this account: enable it in the dashboard, or check the account id.");
        }
        if (codes.contains(NO_ROUTE)) {
            return failure.as(NotFoundException::new)
                    .notAppliedAndPermanent()
                    .withAdvice("Check the account id and the base URL.");
        }
        return answer.status() / 100 == 2
                ? failure.withAdvice("Cloudflare reports the failure in the answer, in spite of its status.")
                : failure;
    }

    /** What is wrong, and behind each problem what it comes from. */
    private static void collect(FailedAnswer answer, JsonValue errors, int depth, List<ErrorDetail> details) {
        for (JsonValue error : errors.elements()) {
            if (details.size() == MAX_DETAILS) {
                return;
            }
            Optional<String> code = error.member("code").flatMap(CloudflareFailures::code);
            Optional<String> message = error.member("message").flatMap(JsonValue::asString);
            if (code.isPresent() || message.isPresent()) {
                details.add(new ErrorDetail(
                        code.map(answer::shown).orElse(null),
                        message.map(answer::shown).orElse("no message"),
                        error.member("source")
                                .flatMap(source -> source.member("pointer"))
                                .flatMap(JsonValue::asString)
                                .map(answer::shown)
                                .orElse(null)));
            }
            if (depth > 0) {
                error.member("error_chain").ifPresent(chain -> collect(answer, chain, depth - 1, details));
            }
        }
    }

    /** A number; written as a text it means the same. */
    private static Optional<String> code(JsonValue code) {
        return code.asNumber()
                .map(number -> number.stripTrailingZeros().toPlainString())
                .or(code::asString);
    }
}
