package dev.accesskeys.error;

/** The provider failed (5xx). For a change, whether it was made all the same is not known. */
public final class ServerException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param failure what the answer says
     */
    public ServerException(ApiFailure failure) {
        super(failure);
    }
}
