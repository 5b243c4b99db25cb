package dev.accesskeys.error;

/** There is nothing with this id (404 or 410), or the credential may not see it. */
public final class NotFoundException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param failure what the answer says
     */
    public NotFoundException(ApiFailure failure) {
        super(failure);
    }
}
