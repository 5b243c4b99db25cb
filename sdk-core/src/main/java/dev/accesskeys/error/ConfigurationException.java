package dev.accesskeys.error;

import org.jspecify.annotations.Nullable;

/**
 * The client is not set up right: a token is missing, an address is not allowed, an option contradicts another. Thrown before
 * anything is sent, mostly when the client is built. The message names the setting and where it was looked for, never its
 * value.
 */
public final class ConfigurationException extends AccessKeysException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param problem what is wrong, naming the setting
     * @param advice what to set
     */
    public ConfigurationException(String problem, String advice) {
        this(problem, advice, null);
    }

    /**
     * Makes the exception with a cause.
     *
     * @param problem what is wrong, naming the setting
     * @param advice what to set
     * @param cause what it came from, or null
     */
    public ConfigurationException(String problem, String advice, @Nullable Throwable cause) {
        super(null, problem, Applied.NO, advice, cause);
    }
}
