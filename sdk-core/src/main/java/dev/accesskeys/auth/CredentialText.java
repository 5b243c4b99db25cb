package dev.accesskeys.auth;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * What may be sent as a credential. Checked here, because the JDK's client repeats a bad header value in its exception, and
 * lets non-ASCII characters pass.
 */
final class CredentialText {

    private CredentialText() {}

    static Secret require(String source, @Nullable String text) {
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
