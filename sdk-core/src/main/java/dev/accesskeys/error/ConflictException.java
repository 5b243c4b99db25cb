package dev.accesskeys.error;

/** The thing is in a state that does not allow this (409 or 412), such as being in use. */
public final class ConflictException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param failure what the answer says
     */
    public ConflictException(ApiFailure failure) {
        super(failure);
    }
}
