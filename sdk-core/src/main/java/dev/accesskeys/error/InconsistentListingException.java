package dev.accesskeys.error;

/**
 * A list does not hold together while it is walked page by page: a page that was asked for is not the one that came, entries
 * vanished on the way so that others may have been passed over, or there is no end. An incomplete list is never given for a
 * whole one.
 */
public final class InconsistentListingException extends AccessKeysException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param operation which listing was walked
     * @param problem what does not fit
     */
    public InconsistentListingException(String operation, String problem) {
        super(operation, problem, Applied.NO, "Walk the list again from its beginning.", null);
    }
}
