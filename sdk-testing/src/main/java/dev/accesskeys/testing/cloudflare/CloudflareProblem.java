package dev.accesskeys.testing.cloudflare;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request that ends with an error. Carried by an exception, for it may be found deep below. */
final class CloudflareProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong; what it comes from, and what it is about, where that is told. */
    record Detail(
            int code,
            String message,
            @Nullable String pointer,
            @Nullable Detail cause) {

        static Detail of(int code, String message) {
            return new Detail(code, message, null, null);
        }
    }

    private final int status;
    private final transient Detail detail;
    private final transient @Nullable Duration retryAfter;

    private CloudflareProblem(int status, Detail detail, @Nullable Duration retryAfter) {
        super("HTTP " + status, null, false, false);
        this.status = status;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    static CloudflareProblem of(int status, int code, String message) {
        return new CloudflareProblem(status, Detail.of(code, message), null);
    }

    static CloudflareProblem invalid(String pointer, String message) {
        return new CloudflareProblem(400, new Detail(12130, message, pointer, null), null);
    }

    /** As for credentials of a form that cannot be: the cause is in the chain. */
    static CloudflareProblem headers(String cause) {
        return new CloudflareProblem(
                400, new Detail(6003, "Invalid request headers", null, Detail.of(6103, cause)), null);
    }

    static CloudflareProblem noRoute(String path) {
        return of(404, 7003, "Could not route to " + path + ", perhaps your object identifier is invalid?");
    }

    static CloudflareProblem rateLimited(Duration retryAfter) {
        return new CloudflareProblem(
                429,
                Detail.of(10429, "Rate limited. Please wait and consider throttling your request speed"),
                retryAfter);
    }

    int status() {
        return status;
    }

    Detail detail() {
        return detail;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
