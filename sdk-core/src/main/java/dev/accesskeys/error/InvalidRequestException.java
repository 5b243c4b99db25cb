package dev.accesskeys.error;

/** The provider refuses the arguments (400, 422 and other statuses of 4xx). */
public final class InvalidRequestException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param failure what the answer says
     */
    public InvalidRequestException(ApiFailure failure) {
        super(failure);
    }
}
