package dev.accesskeys.rotation.journal;

/** Somebody else is working with the journal, or rotating this target, right now. */
public final class JournalBusyException extends JournalException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param problem what is busy, without a full stop
     * @param advice what to do, as a whole sentence
     */
    public JournalBusyException(String problem, String advice) {
        super(problem, advice, null);
    }
}
