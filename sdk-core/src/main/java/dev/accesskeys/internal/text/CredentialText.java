package dev.accesskeys.internal.text;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * What may be sent as a credential. Checked here, because the JDK's client repeats a bad header value in its exception, and
 * lets non-ASCII characters pass.
 */
public final class CredentialText {

    private CredentialText() {}

    /**
     * Takes a text as a credential.
     *
     * @param source how the messages call the place where the text came from
     * @param text the text, or null if there is none
     * @return the credential
     * @throws ConfigurationException if it cannot be one; the message does not contain the text
     */
    public static Secret require(String source, @Nullable String text) {
        if (text == null) {
            throw new ConfigurationException(source + " is not set", "Set it to the credential.");
        }
        if (text.isBlank()) {
            throw new ConfigurationException(source + " is blank", "Set it to the credential.");
        }
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character <= 0x20 || character > 0x7E) {
                throw new ConfigurationException(
                        source + " has " + describe(character) + " at position " + i + " of " + text.length(),
                        "Credentials are visible ASCII; look for a line break or a copied blank.");
            }
        }
        return Secret.of(text);
    }

    private static String describe(char character) {
        if (character == ' ') {
            return "a blank";
        }
        return Character.isISOControl(character) ? "a control character" : "a character that is not ASCII";
    }
}
