package dev.accesskeys.testing.nscale;

/** Ways in which answers may differ from the everyday ones. A client has to live with each of them. */
public enum NscaleQuirk {
    /** The answer to the creation of a key has {@code "accessKeyId": null}: it is made later. */
    ACCESS_KEY_ID_LATER,
    /** Errors have no {@code trace_id}. */
    WITHOUT_TRACE_ID,
    /** A provisioned endpoint has no address in its status. */
    WITHOUT_ADDRESS,
    /** The metadata of answers has the required members only. */
    SPARSE_METADATA,
    /** A new access token leaves the earlier ones of the same client valid, instead of ending them. */
    MANY_SESSIONS,
    /** The token endpoint does not tell how long a token lives. */
    TOKEN_LIFETIME_UNTOLD
}
