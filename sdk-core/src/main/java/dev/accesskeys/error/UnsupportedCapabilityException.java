package dev.accesskeys.error;

/**
 * The provider has no such operation. Thrown before anything is sent; what a provider can do is readable as data before
 * calling it.
 */
public final class UnsupportedCapabilityException extends AccessKeysException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param operation what was asked for
     * @param problem why the provider cannot do it
     * @param advice what it offers instead
     */
    public UnsupportedCapabilityException(String operation, String problem, String advice) {
        super(operation, problem, Applied.NO, advice, null);
    }
}
