package dev.accesskeys.keys;

/** What has become of the key that was rotated. */
public enum PreviousKeyState {
    /** It goes on working until someone revokes it. */
    STILL_VALID,
    /** It goes on working until a stated time and ends by itself. */
    VALID_UNTIL,
    /** It stopped working with the rotation. */
    DEAD
}
