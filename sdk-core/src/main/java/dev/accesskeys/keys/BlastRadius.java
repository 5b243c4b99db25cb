package dev.accesskeys.keys;

/** Who is hit when a key is rotated or revoked. */
public enum BlastRadius {
    /** Whoever uses this key. */
    KEY,
    /** Whoever uses the endpoint. */
    ENDPOINT,
    /** The whole account. */
    ACCOUNT,
    /** Everyone in the organisation. */
    ORGANISATION
}
