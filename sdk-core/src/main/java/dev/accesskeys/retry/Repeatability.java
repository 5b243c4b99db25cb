package dev.accesskeys.retry;

/** Whether an operation may be sent again when its answer does not come: {@code x-retry} in a provider's document. */
public enum Repeatability {
    /** Changes nothing: may always be sent again. */
    READ,
    /** Sets what is given; sent twice it does the same as sent once. */
    IDEMPOTENT,
    /** Deletes by id; when an earlier attempt may have done it, "not found" is success. */
    DELETE,
    /** Does something each time it is processed, such as creating or rotating a key: sent again only if it was surely not processed. */
    ONCE
}
