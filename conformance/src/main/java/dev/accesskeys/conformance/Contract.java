package dev.accesskeys.conformance;

import dev.accesskeys.testing.FakeRequest;
import dev.accesskeys.testing.FakeResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a document allows. A request that was accepted has to be as documented; whatever a provider answers has to be so, unless
 * nothing at all is documented for the request, which then had to be refused.
 */
public final class Contract {

    private static final int FAILED = 400;

    private final Document document;
    private final RequestRules requests;
    private final AnswerRules answers;

    public Contract(Document document) {
        this.document = document;
        this.requests = new RequestRules(document, new Schemas(document, Side.CLIENT));
        this.answers = new AnswerRules(document, new Schemas(document, Side.PROVIDER));
    }

    public Document document() {
        return document;
    }

    /** The operation that a request calls. */
    public Optional<Operation> operation(FakeRequest request) {
        return document.find(request.method(), request.path());
    }

    /** Tells what is not as documented. */
    public List<Violation> violations(FakeRequest request, FakeResponse answer) {
        boolean failed = isFailureInEnvelope(answer);
        boolean accepted = answer.status() / 100 == 2 && !failed;
        Optional<Operation> called = operation(request);
        if (called.isEmpty()) {
            return accepted
                    ? List.of(new Violation(
                            document + " " + request, "request", "was accepted, but no such operation is documented"))
                    : List.of();
        }
        Operation operation = called.get();
        Report report = new Report(operation, new ArrayList<>());
        if (accepted) {
            requests.check(operation, request, report);
        }
        answers.check(operation, failed && answer.status() / 100 == 2 ? FAILED : answer.status(), answer, report);
        return report.violations();
    }

    /** Where answers come in an envelope, it may tell of a failure whatever the status: it is then to be one as documented. */
    private boolean isFailureInEnvelope(FakeResponse answer) {
        return document.root().has("x-envelope")
                && new String(answer.body(), StandardCharsets.UTF_8)
                        .replace(" ", "")
                        .contains("\"success\":false");
    }

    /** Where the rules write down what they find. */
    record Report(Operation operation, List<Violation> violations) {

        void add(String place, String problem) {
            violations.add(new Violation(operation.toString(), place, problem));
        }

        void add(String place, List<Schemas.Problem> problems) {
            problems.forEach(problem -> add(place + " at " + problem.pointer(), problem.text()));
        }
    }
}
