package dev.accesskeys.rotation.store;

/** Somebody else has changed the store: its current or pending key is not the one that it must be. Nothing was changed. */
public final class StoreConflictException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param problem which key is there instead of which, without a full stop
     * @param advice what to do, as a whole sentence
     */
    public StoreConflictException(String problem, String advice) {
        super(problem, advice, null);
    }
}
