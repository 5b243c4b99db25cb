package dev.accesskeys.keys;

/** Where a key stands in its life, as far as the provider tells. */
public enum AccessKeyState {
    /** It is being set up and may not work yet. */
    PENDING,
    /** It works. */
    ACTIVE,
    /** It is being taken down. */
    DEPROVISIONING,
    /** It has been switched off. */
    DISABLED,
    /** Setting it up or taking it down has failed. */
    ERROR,
    /** The provider says something that this version does not know, or nothing. */
    UNKNOWN
}
