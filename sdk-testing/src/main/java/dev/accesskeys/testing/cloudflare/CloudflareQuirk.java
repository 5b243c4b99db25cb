package dev.accesskeys.testing.cloudflare;

/** Ways in which answers may differ from the everyday ones. A client has to live with each of them. */
public enum CloudflareQuirk {
    /** The members of the schedule stand beside {@code result}, as in the published schema, and there is no {@code result}. */
    FIELDS_BESIDE_RESULT,
    /** Numbers are written with a fraction: {@code 30.0}. */
    NUMBERS_WITH_FRACTION,
    /** {@code last_key_rotation_at} is missing. */
    WITHOUT_LAST_ROTATION,
    /** All members of the schedule are missing: {@code result} is an empty object. */
    WITHOUT_ANY_FIELD,
    /** Failures have neither {@code messages} nor {@code result}. */
    SHORT_FAILURES,
    /** Failures come with status 200. */
    FAILURES_WITH_STATUS_200
}
