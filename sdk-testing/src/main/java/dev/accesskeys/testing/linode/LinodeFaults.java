package dev.accesskeys.testing.linode;

import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.testing.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Faults in the way in which Linode has them. See {@link Fault} for those that any provider can have. */
public final class LinodeFaults {

    private LinodeFaults() {}

    /**
     * Answers 400 {@code Linode busy.}, which goes away by itself; the request is <strong>not</strong> applied.
     *
     * @return the fault
     */
    public static Fault busy() {
        return Fault.answer(error(400, "Linode busy.", null)).named("busy");
    }

    /**
     * Answers 503 with {@code X-Maintenance-Mode}, which must not be retried; the request is <strong>not</strong> applied.
     *
     * @return the fault
     */
    public static Fault maintenance() {
        return Fault.answer(error(503, "Currently in maintenance mode.", null)
                        .withHeader("X-Maintenance-Mode", "Currently in emergency maintenance mode."))
                .named("maintenance");
    }

    /**
     * Answers 502 with the HTML page of a proxy; the request is <strong>not</strong> applied.
     *
     * @return the fault
     */
    public static Fault badGateway() {
        return nginx(502, "Bad Gateway").named("badGateway");
    }

    /**
     * Answers 400 with the HTML page of a proxy; the request is <strong>not</strong> applied.
     *
     * @return the fault
     */
    public static Fault badRequestOfTheProxy() {
        return nginx(400, "Bad Request").named("badRequestOfTheProxy");
    }

    /**
     * Answers 400 with a reason and a field; the request is <strong>not</strong> applied.
     *
     * @param reason what is wrong
     * @param field the field that is wrong, perhaps a path with dots; null for an error that names none
     * @return the fault
     */
    public static Fault rejected(String reason, @Nullable String field) {
        return Fault.answer(error(400, reason, field)).named("rejected");
    }

    /**
     * Applies the request and answers 500 all the same: the key exists, and its secret is lost.
     *
     * @return the fault
     */
    public static Fault appliedButFailed() {
        return Fault.applyThenAnswer(error(500, "An unknown error occurred.", null))
                .named("appliedButFailed");
    }

    /**
     * Applies the request, and answers without {@code secret_key}.
     *
     * @return the fault
     */
    public static Fault secretMissing() {
        return Fault.withoutMember("secret_key").named("secretMissing");
    }

    /**
     * Applies the request, and answers with an empty {@code secret_key}.
     *
     * @return the fault
     */
    public static Fault secretEmpty() {
        return Fault.withMember("secret_key", JsonValue.string("")).named("secretEmpty");
    }

    /**
     * Applies the request, and answers with {@code [REDACTED]} as {@code secret_key}.
     *
     * @return the fault
     */
    public static Fault secretRedacted() {
        return Fault.withMember("secret_key", JsonValue.string(LinodeAnswers.REDACTED))
                .named("secretRedacted");
    }

    private static Fault nginx(int status, String title) {
        String text = status + " " + title;
        return Fault.answer(FakeResponse.of(
                status,
                "text/html",
                "<html>\r\n<head><title>" + text + "</title></head>\r\n<body>\r\n<center><h1>" + text
                        + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"));
    }

    private static FakeResponse error(int status, String reason, @Nullable String field) {
        Map<String, JsonValue> error = new LinkedHashMap<>();
        error.put("reason", JsonValue.string(reason));
        if (field != null) {
            error.put("field", JsonValue.string(field));
        }
        JsonValue errors = JsonValue.array(List.of(JsonValue.object(error)));
        return FakeResponse.json(status, JsonValue.object(Map.of("errors", errors)));
    }
}
