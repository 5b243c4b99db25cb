package dev.accesskeys.rotation;

/** Why a rotation was refused, or stopped until somebody has looked. {@code docs/rotation.md} has a section for each. */
public enum RotationProblem {
    /** Another call is rotating the same target with this journal. */
    ALREADY_RUNNING("another rotation of this target is running"),
    /** The store has no current key, and no key was named. */
    STORE_EMPTY("the store has no current key"),
    /** The key that was named is not the one that is in use. */
    NOT_CURRENT("the named key is not the one in use"),
    /** The provider's listing does not have the key. */
    UNKNOWN_KEY("the provider does not know the key"),
    /** A yes is missing, or names somebody else. */
    NOT_CONFIRMED("the rotation was not confirmed"),
    /** The key to be rotated is the credential that the rotation itself works with. */
    OWN_CREDENTIAL("the key is the credential of the rotation itself"),
    /** Somebody else's rotation has made a successor of the key. */
    FOREIGN_SUCCESSOR("somebody else has begun to rotate this key"),
    /** The store's pending place is taken by something that this journal does not know. */
    FOREIGN_PENDING("the store holds a pending key of an unknown rotation"),
    /** The provider has refused, or the request never reached it. */
    PROVIDER_REFUSED("the provider has not made the new key"),
    /** The provider could not be asked. */
    PROVIDER_UNREACHABLE("the provider could not be asked"),
    /** The listing has none of the keys of this target: the credential is perhaps that of another account. */
    OTHER_ACCOUNT("none of the target's keys is listed, as with the token of another account"),
    /** The request was sent, no answer came, and nothing of it is to be seen. */
    NOT_SEEN("a rotation was sent and nothing of it is to be seen"),
    /** The request was sent, no answer came, and what is to be seen may come from it or not. */
    UNDECIDED("a rotation was sent and what became of it cannot be told"),
    /** The old key is gone before the new one was in use. */
    OLD_KEY_GONE("the old key is gone"),
    /** The new key is gone. */
    NEW_KEY_GONE("the new key is gone"),
    /** The provider has not finished to set up the new key, or has failed to. */
    NOT_PROVISIONED("the new key was not set up"),
    /** The new key, or in a rollback the old one, was not accepted where it is used. */
    NOT_VERIFIED("a key could not be verified"),
    /** The store was changed by somebody else in the middle. */
    STORE_CHANGED("the store was changed by somebody else"),
    /** The store cannot be read or written. */
    STORE_FAILED("the store cannot be used"),
    /** The journal cannot be written. */
    JOURNAL_FAILED("the journal cannot be written"),
    /** A key could not be revoked. */
    NOT_REVOKED("a key could not be revoked"),
    /** The old key was revoked and is still accepted. */
    STILL_ACCEPTED("the old key was revoked and is still accepted"),
    /** There is nothing to roll back, or no way back. */
    NO_WAY_BACK("there is no way back"),
    /** The rotation does not come to an end: a mistake in this library. */
    ENDLESS("the rotation comes to no end");

    private final String sentence;

    RotationProblem(String sentence) {
        this.sentence = sentence;
    }

    /**
     * Says it in words.
     *
     * @return a clause without a full stop
     */
    public String sentence() {
        return sentence;
    }
}
