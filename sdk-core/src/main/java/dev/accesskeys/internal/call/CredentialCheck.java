package dev.accesskeys.internal.call;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.operation.SecurityScheme;

/** A credential may come from an application's own provider: it is checked again before it goes into a header. */
final class CredentialCheck {

    private CredentialCheck() {}

    static void require(SecurityScheme scheme, Secret credential) {
        boolean sendable = credential.reveal().chars().allMatch(character -> character > 0x20 && character <= 0x7E);
        if (!sendable) {
            throw new ConfigurationException(
                    "the credential for " + scheme.name() + " has a character that cannot be sent",
                    "Credentials are visible ASCII without white space.");
        }
    }
}
