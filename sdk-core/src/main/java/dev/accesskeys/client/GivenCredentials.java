package dev.accesskeys.client;

import dev.accesskeys.auth.CredentialProvider;
import dev.accesskeys.operation.ProviderDescription;
import dev.accesskeys.operation.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The credentials that a client has been given so far, by the names of their security schemes. */
final class GivenCredentials {

    private final ProviderDescription provider;
    private final Map<String, CredentialProvider> byScheme = new LinkedHashMap<>();

    GivenCredentials(ProviderDescription provider) {
        this.provider = provider;
    }

    void give(String scheme, CredentialProvider source) {
        byScheme.put(scheme, Objects.requireNonNull(source, "credential"));
    }

    /** Takes what is not there yet from variables, unless there is enough already: what was given before wins. */
    void read(Map<String, String> variables) {
        boolean enough = new CredentialChoice(provider, byScheme.keySet()).suffices();
        for (SecurityScheme scheme : enough ? List.<SecurityScheme>of() : provider.securitySchemes()) {
            String variable = scheme.environmentVariable();
            if (!byScheme.containsKey(scheme.name()) && variables.containsKey(variable)) {
                give(scheme.name(), CredentialProvider.environment(variable, variables));
            }
        }
    }

    /** Gives the credentials, once they are exactly one of the provider's alternatives. */
    Map<String, CredentialProvider> require() {
        new CredentialChoice(provider, byScheme.keySet()).require();
        return Map.copyOf(byScheme);
    }
}
