package dev.accesskeys.error;

/** The provider does not accept the credential (401): it is wrong, expired or revoked, or lacks a scope. */
public final class AuthenticationException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param failure what the answer says
     */
    public AuthenticationException(ApiFailure failure) {
        super(failure);
    }
}
