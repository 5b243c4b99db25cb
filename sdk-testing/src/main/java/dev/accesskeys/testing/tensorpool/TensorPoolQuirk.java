package dev.accesskeys.testing.tensorpool;

/** Ways in which answers may differ from the everyday ones. A client has to live with each of them. */
public enum TensorPoolQuirk {
    /** The optional members of the credentials are null. */
    OPTIONAL_MEMBERS_NULL,
    /** The optional members of the credentials are missing. */
    OPTIONAL_MEMBERS_ABSENT,
    /** Times are written without an offset. */
    TIMES_WITHOUT_OFFSET,
    /** A rotation keeps the access key id and changes the secret only. */
    ROTATION_KEEPS_ACCESS_KEY_ID,
    /** That there is no object storage is answered with 400 instead of 404. */
    NOT_ENABLED_IS_BAD_REQUEST
}
