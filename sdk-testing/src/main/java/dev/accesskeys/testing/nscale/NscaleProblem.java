package dev.accesskeys.testing.nscale;

/** A request that ends with an error. Carried by an exception, for it may be found deep below. */
final class NscaleProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String description;

    private NscaleProblem(int status, String code, String description) {
        super("HTTP " + status, null, false, false);
        this.status = status;
        this.code = code;
        this.description = description;
    }

    static NscaleProblem invalid(String description) {
        return new NscaleProblem(400, "invalid_request", description);
    }

    static NscaleProblem unauthorized(String description) {
        return new NscaleProblem(401, "access_denied", description);
    }

    static NscaleProblem invalidClient() {
        return new NscaleProblem(401, "invalid_client", "client authentication failed");
    }

    static NscaleProblem forbidden(String description) {
        return new NscaleProblem(403, "forbidden", description);
    }

    static NscaleProblem notFound() {
        return new NscaleProblem(404, "not_found", "resource not found");
    }

    static NscaleProblem notAllowed() {
        return new NscaleProblem(405, "method_not_allowed", "the method is not allowed here");
    }

    static NscaleProblem conflict(String description) {
        return new NscaleProblem(409, "conflict", description);
    }

    static NscaleProblem unprocessable(String description) {
        return new NscaleProblem(422, "unprocessable_content", description);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String description() {
        return description;
    }
}
