package dev.accesskeys.cloudflare;

import dev.accesskeys.error.ApiException;
import dev.accesskeys.error.ApiFailure;

/** The account does not use Cloudflare Access (code 12109), and so has no signing keys. */
public final class AccessNotEnabledException extends ApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param failure what the answer says
     */
    public AccessNotEnabledException(ApiFailure failure) {
        super(failure);
    }
}
