package dev.accesskeys.keys;

/** What can be done with access keys. */
public enum KeyOperation {
    /** List the keys; {@link AccessKeyService#list()}. */
    LIST,
    /** Get one key by its id; {@link AccessKeyService#get}. */
    GET,
    /** Create a key beside those that are there; {@link AccessKeyService#create}. */
    CREATE,
    /** Change a key's name, regions or schedule, but not its secret; {@link AccessKeyService#update}. */
    UPDATE,
    /** Replace a key by a new one; {@link AccessKeyService#rotate}. */
    ROTATE,
    /** End a key's life; {@link AccessKeyService#revoke}. */
    REVOKE
}
