package dev.accesskeys.rotation;

/** What a rotation promises, as far as it can be seen from outside. */
enum Promise {
    /** No secret is lost that could be kept, and what the store shows as the current key works. */
    SECRET_KEPT,
    /** After a sweep no key is left at the provider that neither store nor journal know. */
    NO_UNKNOWN_KEY,
    /** There is one current key at every moment, and it only changes by a comparison with the one before. */
    ONE_PUBLISHED,
    /** A key that was in use is only revoked while the one that replaced it is current, has just been accepted, and long enough. */
    VERIFIED_BEFORE_REVOKED,
    /** A request for a key is sent once. */
    SENT_ONCE,
    /** Keys of somebody else stay as they are. */
    OTHERS_UNTOUCHED,
    /** Journal, audit, exceptions and outcomes hold no secret. */
    NO_SECRET_TOLD,
    /** A revocation is only called proven if the key was refused as unknown. */
    REFUSAL_PROVEN,
    /** Repeated calls come to an end that says what it is. */
    COMES_TO_AN_END
}
