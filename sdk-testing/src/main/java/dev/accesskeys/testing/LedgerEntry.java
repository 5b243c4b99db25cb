package dev.accesskeys.testing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request that reached a fake, and what became of it. Holds no header, no body and no value of the query. */
public final class LedgerEntry {

    private final int number;
    private final Instant time;
    private final String method;
    private final String path;
    private final Set<String> queryNames;
    private final @Nullable Change change;
    private final @Nullable Integer status;
    private final @Nullable String fault;

    LedgerEntry(int number, Instant time, FakeExchange exchange) {
        this.number = number;
        this.time = time;
        this.method = exchange.request().method();
        this.path = exchange.request().path();
        this.queryNames = Set.copyOf(exchange.request().queryNames());
        this.change = exchange.answer().flatMap(FakeResponse::change).orElse(null);
        this.status = exchange.sent().map(FakeResponse::status).orElse(null);
        this.fault = exchange.fault().orElse(null);
    }

    /**
     * Gives the position in the ledger.
     *
     * @return 1 for the first request
     */
    public int number() {
        return number;
    }

    /**
     * Tells when the request was handled.
     *
     * @return the time, from the time source of the fake
     */
    public Instant time() {
        return time;
    }

    /**
     * Gives the method.
     *
     * @return the method in capitals
     */
    public String method() {
        return method;
    }

    /**
     * Gives the path.
     *
     * @return the path, relative to the base path of the fake; it begins with {@code /..} if it lies outside
     */
    public String path() {
        return path;
    }

    /**
     * Gives the names of the query's parameters.
     *
     * @return the names, without order
     */
    public Set<String> queryNames() {
        return queryNames;
    }

    /**
     * Tells whether the request changed something, whatever the client got to see.
     *
     * @return whether there is a {@link #change()}
     */
    public boolean applied() {
        return change != null;
    }

    /**
     * Tells what the request changed.
     *
     * @return the change; empty if it changed nothing
     */
    public Optional<Change> change() {
        return Optional.ofNullable(change);
    }

    /**
     * Gives the status that the client was sent.
     *
     * @return the HTTP status; empty if the fault let no answer through
     */
    public OptionalInt status() {
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /**
     * Gives the fault that hit the request.
     *
     * @return the {@linkplain Fault#name() name} of the fault; empty if all went well
     */
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    /** The cells of this entry's row in the ledger. */
    List<String> cells() {
        String query = queryNames.isEmpty()
                ? ""
                : "?" + String.join("&", queryNames.stream().sorted().toList());
        return List.of(
                Integer.toString(number),
                time.toString(),
                method + " " + path + query,
                fault == null ? "-" : fault,
                change == null ? "-" : change.kind() + " " + change.id(),
                status == null ? "none" : status.toString());
    }

    /** This entry's row of the ledger. */
    @Override
    public String toString() {
        return String.join("  ", cells());
    }
}
