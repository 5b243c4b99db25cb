package dev.accesskeys.auth;

import dev.accesskeys.Secret;
import dev.accesskeys.internal.text.CredentialText;
import java.nio.file.Path;
import java.util.Map;

/**
 * Gives the credential with which a request is sent; asked before every attempt. Implementations are safe for use by many
 * threads.
 *
 * <pre>{@code
 * ExampleClient.builder().token(CredentialProvider.file(Path.of("/run/secrets/example-token"))).build();
 * }</pre>
 */
@FunctionalInterface
public interface CredentialProvider {

    /**
     * Gives the credential to use now.
     *
     * @return the credential: visible ASCII, without white space
     * @throws dev.accesskeys.error.ConfigurationException if there is none; other exceptions count as "not to be had just now"
     */
    Secret credential();

    /**
     * Told that the provider refused a credential with 401. Whoever can get a better one does so and says yes: the request is
     * then sent once more, whatever the operation, because a 401 changes nothing.
     *
     * @param refused the credential that was refused
     * @return whether {@link #credential()} now gives another one
     */
    default boolean refresh(Secret refused) {
        return false;
    }

    /**
     * Tells whether {@link #credential()} or {@link #refresh} may take long, so that asynchronous calls ask on the callback
     * executor instead of the caller's thread.
     *
     * @return whether they may; false unless overridden
     */
    default boolean mayBlock() {
        return false;
    }

    /**
     * Always gives the same credential.
     *
     * @param credential the credential
     * @return the provider
     * @throws dev.accesskeys.error.ConfigurationException if it is blank or has other than visible ASCII characters
     */
    static CredentialProvider of(Secret credential) {
        Secret checked = CredentialText.require("the given credential", credential.reveal());
        return () -> checked;
    }

    /**
     * Always gives the same credential.
     *
     * @param credential the credential in clear
     * @return the provider
     * @throws dev.accesskeys.error.ConfigurationException if it is null, empty or blank, or has other than visible ASCII
     *     characters
     */
    static CredentialProvider of(String credential) {
        Secret checked = CredentialText.require("the given credential", credential);
        return () -> checked;
    }

    /**
     * Reads the credential from an environment variable, once, now.
     *
     * @param variable the variable's name
     * @return the provider
     * @throws dev.accesskeys.error.ConfigurationException if the variable is not set, is blank, or has other than visible
     *     ASCII characters
     */
    static CredentialProvider environment(String variable) {
        return environment(variable, System.getenv());
    }

    /**
     * Reads the credential from the given variables, once, now; for applications and tests that bring their own.
     *
     * @param variable the variable's name
     * @param variables values by name
     * @return the provider
     * @throws dev.accesskeys.error.ConfigurationException if the variable is not set, is blank, or has other than visible
     *     ASCII characters
     */
    static CredentialProvider environment(String variable, Map<String, String> variables) {
        Secret checked = CredentialText.require("environment variable " + variable, variables.get(variable));
        return () -> checked;
    }

    /**
     * Reads the credential from a file, again whenever the file changes, as mounted secrets do. White space at its ends is
     * taken away.
     *
     * @param file the file, text in UTF-8, read when the first call is made
     * @return the provider
     */
    static CredentialProvider file(Path file) {
        return new FileCredential(file);
    }
}
