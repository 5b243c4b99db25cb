package dev.accesskeys.error;

/** The credential is good but may not do this (403). */
public final class PermissionDeniedException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param failure what the answer says
     */
    public PermissionDeniedException(ApiFailure failure) {
        super(failure);
    }
}
