package dev.accesskeys.testing.linode;

/** Ways in which answers may differ from the everyday ones. A client has to live with each of them. */
public enum LinodeQuirk {
    /** Every other entry in {@code regions} and in the list of endpoints lacks its {@code endpoint_type}. */
    ENDPOINT_TYPE_SOMETIMES_MISSING,
    /** {@code bucket_access} of an unlimited key is {@code []} instead of {@code null}. */
    UNLIMITED_BUCKET_ACCESS_EMPTY,
    /** {@code bucket_access} of an unlimited key is not there at all. */
    UNLIMITED_BUCKET_ACCESS_MISSING,
    /** {@code cluster} of a grant is the empty text. */
    CLUSTER_EMPTY,
    /** As before regions were introduced: keys without {@code regions}, grants with {@code cluster} but without {@code region}. */
    WITHOUT_REGIONS,
    /** An update that tries to change {@code bucket_access} is answered with 400, instead of being carried out without it. */
    UPDATE_REFUSES_BUCKET_ACCESS,
    /** The answer to an update does not carry {@code bucket_access}. */
    UPDATE_ANSWERS_WITHOUT_BUCKET_ACCESS,
    /** An error that names no field has {@code "field": null} instead of no such member. */
    ERROR_FIELD_NULL,
    /** A page past the last one is answered with 404 instead of an empty page. */
    PAGE_PAST_END_NOT_FOUND,
    /** With rate limits: answers carry none of the headers that tell about them, 429 has no {@code Retry-After}. */
    WITHOUT_RATE_LIMIT_HEADERS
}
