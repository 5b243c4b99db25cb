package dev.accesskeys.testing.tensorpool;

import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.Fault;

/** Faults in the way in which TensorPool has them. See {@link Fault} for those that any provider can have. */
public final class TensorPoolFaults {

    private TensorPoolFaults() {}

    /**
     * Refuses the request; it is <strong>not</strong> applied.
     *
     * @param status the HTTP status
     * @param form the form of the error
     * @param text what is wrong
     * @return the fault
     */
    public static Fault refused(int status, TensorPoolErrorForm form, String text) {
        return Fault.answer(form.answer(status, text)).named("refused " + status + " " + form);
    }

    /**
     * Applies the request and answers 500 all the same.
     *
     * @return the fault
     */
    public static Fault appliedButFailed() {
        return Fault.applyThenAnswer(TensorPoolErrorForm.DETAIL.answer(500, "Internal Server Error"))
                .named("appliedButFailed");
    }

    /**
     * Applies the request, and answers with another {@code secret_access_key} than the one that works.
     *
     * @param text what stands in its place, such as the empty text, {@code [REDACTED]} or the old secret
     * @return the fault
     */
    public static Fault secretReplacedBy(String text) {
        return Fault.withMember("secret_access_key", JsonValue.string(text)).named("secretReplaced");
    }

    /**
     * Applies the request, and answers without {@code secret_access_key}.
     *
     * @return the fault
     */
    public static Fault secretMissing() {
        return Fault.withoutMember("secret_access_key").named("secretMissing");
    }
}
