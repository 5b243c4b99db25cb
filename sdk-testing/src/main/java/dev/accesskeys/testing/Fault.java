package dev.accesskeys.testing;

import dev.accesskeys.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Something that goes wrong with one call. A value: make it here, {@linkplain Faults order} it for the calls that it shall hit,
 * as often as you like.
 *
 * <p>Two things matter of a fault: whether the request is <em>applied</em> (the state changes as if all were well), and what
 * the client gets to see. Every factory method says both. Times are real ones at the server; the in-memory transport takes them
 * from the time source of the fake.
 */
public final class Fault {

    private static final String JSON = "application/json";
    private static final String HTML = "text/html";

    private final String name;
    private final UnaryOperator<Supplier<FakeResponse>> script;
    private final Wire wire;

    /** The script is given the model's handling of the request, and runs it or not. */
    private Fault(String name, UnaryOperator<Supplier<FakeResponse>> script, Wire wire) {
        this.name = name;
        this.script = script;
        this.wire = wire;
    }

    /**
     * Drops the connection without an answer; the request is <strong>not</strong> applied.
     *
     * @return the fault
     */
    public static Fault drop() {
        return unapplied("drop", Wire.of(Wire.Kind.DROP));
    }

    /**
     * Resets the connection without an answer; the request is <strong>not</strong> applied.
     *
     * @return the fault
     */
    public static Fault reset() {
        return unapplied("reset", Wire.of(Wire.Kind.RESET));
    }

    /**
     * Refuses the connection: in memory the exchange ends with {@link dev.accesskeys.http.Delivery#NOT_SENT}. The server has
     * accepted the connection by then, and does the same as {@link #drop()}. The request is <strong>not</strong> applied.
     *
     * @return the fault
     */
    public static Fault refuse() {
        return unapplied("refuse", Wire.of(Wire.Kind.REFUSE));
    }

    /**
     * Gives an answer in the place of the provider's; the request is <strong>not</strong> applied.
     *
     * @param response what the client gets
     * @return the fault
     */
    public static Fault answer(FakeResponse response) {
        Objects.requireNonNull(response, "response");
        return new Fault("answer " + response.status(), model -> () -> response, Wire.PLAIN);
    }

    /**
     * Gives a status with an empty body; the request is <strong>not</strong> applied.
     *
     * @param status the HTTP status, 200 to 599
     * @return the fault
     * @throws IllegalArgumentException if the status is out of range
     */
    public static Fault status(int status) {
        return answer(FakeResponse.of(status)).named("status " + status);
    }

    /**
     * Gives a status with a page of HTML, as a proxy in front of the provider does; the request is <strong>not</strong> applied.
     *
     * @param status the HTTP status, 200 to 599; 200 is what a captive portal answers
     * @return the fault
     * @throws IllegalArgumentException if the status is out of range
     */
    public static Fault html(int status) {
        return answer(FakeResponse.of(status, HTML, "<html>\n<body><h1>" + status + "</h1></body>\n</html>\n"))
                .named("html " + status);
    }

    /**
     * Gives a status with a JSON text of the given length; the request is <strong>not</strong> applied.
     *
     * @param status the HTTP status, 200 to 599
     * @param bytes the length of the body, 2 or more
     * @return the fault
     * @throws IllegalArgumentException if the status is out of range or the length below 2
     */
    public static Fault hugeBody(int status, int bytes) {
        if (bytes < 2) {
            throw new IllegalArgumentException("a JSON text has 2 bytes or more");
        }
        byte[] body = new byte[bytes];
        Arrays.fill(body, (byte) 'x');
        body[0] = '"';
        body[bytes - 1] = '"';
        return answer(FakeResponse.of(status).withHeader("Content-Type", JSON).withBody(body))
                .named("hugeBody " + status);
    }

    /**
     * Answers 429 without a {@code Retry-After} header; the request is <strong>not</strong> applied.
     *
     * @return the fault
     */
    public static Fault tooManyRequests() {
        return status(429).named("tooManyRequests");
    }

    /**
     * Answers 429 with a number of seconds to wait; the request is <strong>not</strong> applied.
     *
     * @param retryAfter how long to wait, sent in whole seconds
     * @return the fault
     */
    public static Fault tooManyRequests(Duration retryAfter) {
        return tooManyRequests(Long.toString(retryAfter.toSeconds()));
    }

    /**
     * Answers 429 with the time until which to wait; the request is <strong>not</strong> applied.
     *
     * @param retryAfter until when to wait, sent as an HTTP date in whole seconds
     * @return the fault
     */
    public static Fault tooManyRequests(Instant retryAfter) {
        return tooManyRequests(HttpDate.of(retryAfter));
    }

    /**
     * Answers 429 with any text as {@code Retry-After}; the request is <strong>not</strong> applied.
     *
     * @param retryAfter the header's value, which may make no sense
     * @return the fault
     */
    public static Fault tooManyRequests(String retryAfter) {
        return answer(FakeResponse.of(429).withHeader("Retry-After", retryAfter))
                .named("tooManyRequests");
    }

    /**
     * Applies the request, then drops the connection without an answer.
     *
     * @return the fault
     */
    public static Fault applyThenDrop() {
        return applied("applyThenDrop", UnaryOperator.identity(), Wire.of(Wire.Kind.DROP));
    }

    /**
     * Applies the request, then resets the connection without an answer.
     *
     * @return the fault
     */
    public static Fault applyThenReset() {
        return applied("applyThenReset", UnaryOperator.identity(), Wire.of(Wire.Kind.RESET));
    }

    /**
     * Applies the request, then gives an answer in the place of the provider's: a 500 for something that was done all the same.
     *
     * @param response what the client gets
     * @return the fault
     */
    public static Fault applyThenAnswer(FakeResponse response) {
        Objects.requireNonNull(response, "response");
        return applied("applyThenAnswer " + response.status(), answer -> dated(response, answer), Wire.PLAIN);
    }

    /**
     * Applies the request, and answers after a time.
     *
     * @param time how long to wait, zero or more
     * @return the fault
     */
    public static Fault delay(Duration time) {
        return applied("delay", UnaryOperator.identity(), Wire.of(Wire.Kind.ANSWER, time));
    }

    /**
     * Applies the request, sends nothing for a time, then drops the connection.
     *
     * @param time how long nothing happens, zero or more
     * @return the fault
     */
    public static Fault stallHeaders(Duration time) {
        return applied("stallHeaders", UnaryOperator.identity(), Wire.of(Wire.Kind.STALL_HEADERS, time));
    }

    /**
     * Applies the request, sends the headers and half of the body, then nothing for a time, then drops the connection.
     *
     * @param time how long nothing happens, zero or more
     * @return the fault
     */
    public static Fault stallBody(Duration time) {
        return applied("stallBody", UnaryOperator.identity(), Wire.of(Wire.Kind.STALL_BODY, time));
    }

    /**
     * Applies the request, and sends the body a few bytes at a time.
     *
     * @param bytes how many bytes to send at once, 1 or more
     * @param pause how long to wait behind them, zero or more
     * @return the fault
     * @throws IllegalArgumentException if the number of bytes is below 1
     */
    public static Fault trickle(int bytes, Duration pause) {
        if (bytes < 1) {
            throw new IllegalArgumentException("at least one byte has to be sent at once");
        }
        return applied("trickle", UnaryOperator.identity(), new Wire(Wire.Kind.TRICKLE, bytes, pause));
    }

    /**
     * Applies the request, announces the whole length of the body, sends half of it and drops the connection.
     *
     * @return the fault
     */
    public static Fault cutBody() {
        return applied("cutBody", UnaryOperator.identity(), Wire.of(Wire.Kind.CUT));
    }

    /**
     * Applies the request, and sends half of the body without announcing its length: for HTTP it is a whole answer, for JSON
     * it is not.
     *
     * @return the fault
     */
    public static Fault truncatedJson() {
        return applied("truncatedJson", Fault::half, Wire.of(Wire.Kind.UNTIL_CLOSE));
    }

    /**
     * Applies the request, and answers with the provider's status and headers, but with a body that is no JSON.
     *
     * @return the fault
     */
    public static Fault malformedJson() {
        return rewrite("malformedJson", response -> response.withBody(utf8("{\"id\": 1, \"label\": oops}")));
    }

    /**
     * Applies the request, and answers with the provider's status, but with a page of HTML.
     *
     * @return the fault
     */
    public static Fault htmlInsteadOfJson() {
        return rewrite(
                "htmlInsteadOfJson",
                response -> response.withHeader("Content-Type", HTML)
                        .withBody(utf8("<html><body>Please sign in</body></html>")));
    }

    /**
     * Applies the request, and changes the answer: {@code Fault.rewrite(answer -> answer.withoutHeader("Date"))}.
     *
     * @param change makes the answer that is sent from the provider's
     * @return the fault
     */
    public static Fault rewrite(UnaryOperator<FakeResponse> change) {
        return rewrite("rewrite", change);
    }

    /**
     * Applies the request, and changes the JSON document of the answer.
     *
     * @param change makes the document that is sent from the provider's
     * @return the fault
     */
    public static Fault rewriteJson(UnaryOperator<JsonValue> change) {
        return rewriteJson("rewriteJson", change);
    }

    /**
     * Applies the request, and puts a member into the object that is answered, or replaces it there.
     *
     * @param member the member's name
     * @param value its value
     * @return the fault
     */
    public static Fault withMember(String member, JsonValue value) {
        return rewriteJson("withMember " + member, document -> {
            Map<String, JsonValue> members = new LinkedHashMap<>(document.members());
            members.put(member, value);
            return JsonValue.object(members);
        });
    }

    /**
     * Applies the request, and takes a member out of the object that is answered.
     *
     * @param member the member's name
     * @return the fault
     */
    public static Fault withoutMember(String member) {
        return rewriteJson("withoutMember " + member, document -> {
            Map<String, JsonValue> members = new LinkedHashMap<>(document.members());
            members.remove(member);
            return JsonValue.object(members);
        });
    }

    /**
     * Makes the same fault under another name, which the ledger and {@link #toString()} then show.
     *
     * @param other the name
     * @return the fault
     */
    public Fault named(String other) {
        return new Fault(Objects.requireNonNull(other, "name"), script, wire);
    }

    /**
     * Gives the name under which the ledger shows this fault.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /** What the client gets, if the wire lets it through; runs the model or not. */
    FakeResponse respond(Supplier<FakeResponse> model) {
        return script.apply(model).get();
    }

    Wire wire() {
        return wire;
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }

    /** The answer stands in for none: a wire of this kind sends nothing. */
    private static Fault unapplied(String name, Wire wire) {
        FakeResponse nothing = FakeResponse.of(599);
        return new Fault(name, model -> () -> nothing, wire);
    }

    private static Fault applied(String name, UnaryOperator<FakeResponse> change, Wire wire) {
        return new Fault(name, model -> () -> change.apply(model.get()), wire);
    }

    private static Fault rewrite(String name, UnaryOperator<FakeResponse> change) {
        Objects.requireNonNull(change, "change");
        return applied(name, change, Wire.PLAIN);
    }

    private static Fault rewriteJson(String name, UnaryOperator<JsonValue> change) {
        Objects.requireNonNull(change, "change");
        return rewrite(
                name,
                response -> response.withBody(
                        utf8(change.apply(JsonValue.parse(response.body())).toJson())));
    }

    /** What stands in for an answer has the date of that, unless it has one of its own. */
    private static FakeResponse dated(FakeResponse response, FakeResponse answer) {
        return response.headers().first(HttpDate.HEADER).isPresent()
                ? response
                : answer.headers()
                        .first(HttpDate.HEADER)
                        .map(date -> response.withHeader(HttpDate.HEADER, date))
                        .orElse(response);
    }

    private static FakeResponse half(FakeResponse response) {
        return response.withBody(Arrays.copyOf(response.body(), response.body().length / 2));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
