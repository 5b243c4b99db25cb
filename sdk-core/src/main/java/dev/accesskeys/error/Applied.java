package dev.accesskeys.error;

/** Whether a call that failed has changed anything at the provider. */
public enum Applied {
    /** Nothing was changed: the call never reached the provider, the provider refused it, or it only reads. */
    NO("Nothing was changed."),
    /** The provider has made the change. */
    YES("The change was made."),
    /** It may or may not have been made; only the provider can tell. */
    UNKNOWN("Whether the change was made is not known.");

    private final String sentence;

    Applied(String sentence) {
        this.sentence = sentence;
    }

    /**
     * Says it in a sentence, as it stands in the messages of exceptions.
     *
     * @return the sentence
     */
    public String sentence() {
        return sentence;
    }
}
