package dev.accesskeys.error;

import org.jspecify.annotations.Nullable;

/**
 * A document is not what the provider's contract says. Tells the place and what was expected there, never a value: it may be
 * a secret. For an operation that must not be repeated this is the cause of an {@link AppliedButLostException}.
 */
public final class DecodingException extends AccessKeysException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String expectation;

    /**
     * Makes the exception for a document that belongs to no call.
     *
     * @param path the place, such as {@code data[3].id}; empty at the root
     * @param expectation what was expected there and what kind of thing was found
     */
    public DecodingException(String path, String expectation) {
        this(null, path, expectation, Applied.NO);
    }

    /**
     * Makes the exception for the answer to a call.
     *
     * @param operation which operation was answered, or null
     * @param path the place, such as {@code data[3].id}; empty at the root
     * @param expectation what was expected there and what kind of thing was found
     * @param applied whether the operation had changed anything
     */
    public DecodingException(@Nullable String operation, String path, String expectation, Applied applied) {
        super(
                operation,
                "the document cannot be read at " + (path.isEmpty() ? "its root" : path) + ": " + expectation,
                applied,
                operation == null
                        ? ""
                        : "Check for a newer version of the SDK, and for a proxy that answers instead of the provider.",
                null);
        this.path = path;
        this.expectation = expectation;
    }

    /**
     * Gives the place in the document.
     *
     * @return the path, such as {@code data[3].id}; empty at the root
     */
    public String path() {
        return path;
    }

    /**
     * Says what was expected and what kind of thing was found.
     *
     * @return the expectation
     */
    public String expectation() {
        return expectation;
    }
}
