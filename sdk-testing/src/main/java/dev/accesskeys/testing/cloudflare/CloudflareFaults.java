package dev.accesskeys.testing.cloudflare;

import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.testing.Fault;

/** Faults in the way in which Cloudflare has them. See {@link Fault} for those that any provider can have. */
public final class CloudflareFaults {

    private CloudflareFaults() {}

    /**
     * Refuses the request with a code; the request is <strong>not</strong> applied.
     *
     * @param status the HTTP status, which for Cloudflare may be 200 too
     * @param code the code, 1000 or more
     * @param message what is wrong
     * @return the fault
     */
    public static Fault refused(int status, int code, String message) {
        return Fault.answer(CloudflareAnswers.failure(status, CloudflareProblem.Detail.of(code, message), true))
                .named("refused " + code);
    }

    /**
     * Refuses the request for a reason that has another one behind it; the request is <strong>not</strong> applied.
     *
     * @param status the HTTP status
     * @param code the code, 1000 or more
     * @param cause the code of the real cause, in {@code error_chain}
     * @param message what the real cause says
     * @return the fault
     */
    public static Fault refusedBecause(int status, int code, int cause, String message) {
        CloudflareProblem.Detail detail = new CloudflareProblem.Detail(
                code, "Invalid request headers", null, CloudflareProblem.Detail.of(cause, message));
        return Fault.answer(CloudflareAnswers.failure(status, detail, false)).named("refused " + code);
    }

    /**
     * Answers 520 with the HTML page of Cloudflare's own edge; the request is <strong>not</strong> applied.
     *
     * @return the fault
     */
    public static Fault edgeFailed() {
        return Fault.html(520).named("edgeFailed");
    }

    /**
     * Applies the request and answers 500 all the same.
     *
     * @return the fault
     */
    public static Fault appliedButFailed() {
        FakeResponse failure =
                CloudflareAnswers.failure(500, CloudflareProblem.Detail.of(10002, "Internal server error"), true);
        return Fault.applyThenAnswer(failure).named("appliedButFailed");
    }
}
