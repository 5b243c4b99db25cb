package dev.accesskeys.testing.linode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that ends with an error. Carried by an exception, for it may be found deep below. */
final class LinodeProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    record Reason(String text, @Nullable String field) {}

    private final int status;
    private final transient List<Reason> reasons;

    LinodeProblem(int status, List<Reason> reasons) {
        super("HTTP " + status, null, false, false);
        this.status = status;
        this.reasons = List.copyOf(reasons);
    }

    static LinodeProblem of(int status, String reason) {
        return new LinodeProblem(status, List.of(new Reason(reason, null)));
    }

    static LinodeProblem invalid(String field, String reason) {
        return new LinodeProblem(400, List.of(new Reason(reason, field)));
    }

    static LinodeProblem notFound() {
        return of(404, "Not found");
    }

    static LinodeProblem keyNotFound() {
        return of(404, "The specified access key was not found.");
    }

    int status() {
        return status;
    }

    List<Reason> reasons() {
        return reasons;
    }
}
