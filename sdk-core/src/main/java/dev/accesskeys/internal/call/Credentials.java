package dev.accesskeys.internal.call;

import dev.accesskeys.Secret;
import dev.accesskeys.auth.CredentialProvider;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.error.NotSentException;
import dev.accesskeys.http.Headers;
import dev.accesskeys.operation.Operation;
import dev.accesskeys.operation.ProviderDescription;
import dev.accesskeys.operation.SecurityScheme;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts credentials into requests: of the alternatives that an operation documents, the first for which all are there. */
final class Credentials {

    private static final Logger LOG = System.getLogger("dev.accesskeys.call");

    private final ProviderDescription provider;
    private final Map<String, CredentialProvider> byScheme;

    Credentials(ProviderDescription provider, Map<String, CredentialProvider> byScheme) {
        this.provider = provider;
        this.byScheme = new LinkedHashMap<>(byScheme);
    }

    /** Whether asking for the credentials may take long. */
    boolean mayBlock() {
        return byScheme.values().stream().anyMatch(CredentialProvider::mayBlock);
    }

    /** Adds the headers that prove who calls, and gives the credentials that are in them by the names of their schemes. */
    Map<String, Secret> addTo(Headers.Builder headers, Operation<?> operation) {
        Map<String, Secret> sent = new LinkedHashMap<>();
        for (SecurityScheme scheme : schemesFor(operation)) {
            Secret credential = credential(scheme, operation);
            headers.set(scheme.header(), scheme.prefix() + credential.reveal());
            sent.put(scheme.name(), credential);
        }
        return sent;
    }

    private Secret credential(SecurityScheme scheme, Operation<?> operation) {
        CredentialProvider source = byScheme.get(scheme.name());
        if (source == null) {
            throw new IllegalStateException("no credential for " + scheme.name());
        }
        @Nullable Secret credential;
        try {
            credential = source.credential();
        } catch (AccessKeysException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new NotSentException(
                    operation.toString(),
                    "the credential for " + scheme.name() + " could not be had ("
                            + e.getClass().getName() + ")",
                    "Check the credential provider.",
                    null);
        }
        if (credential == null) {
            throw new ConfigurationException(
                    "the credential provider for " + scheme.name() + " gave nothing",
                    "Let it throw when there is no credential.");
        }
        CredentialCheck.require(scheme, credential);
        return credential;
    }

    /** Whether a better credential than the ones that were refused can be had. */
    boolean refresh(Map<String, Secret> refused) {
        boolean better = false;
        for (Map.Entry<String, Secret> each : refused.entrySet()) {
            CredentialProvider source = byScheme.get(each.getKey());
            try {
                better |= source != null && source.refresh(each.getValue());
            } catch (RuntimeException e) {
                // The 401 is what the caller needs to see; the next call asks the source again and shows its error.
                LOG.log(
                        Level.DEBUG,
                        "a credential could not be refreshed: {0}",
                        e.getClass().getName());
            }
        }
        return better;
    }

    private List<SecurityScheme> schemesFor(Operation<?> operation) {
        if (operation.security().isEmpty()) {
            return List.of();
        }
        for (List<String> alternative : operation.security()) {
            if (byScheme.keySet().containsAll(alternative)) {
                return provider.securitySchemes().stream()
                        .filter(scheme -> alternative.contains(scheme.name()))
                        .toList();
            }
        }
        throw new ConfigurationException(
                operation + " needs a credential that this client does not have",
                "Set one of: " + operation.security());
    }
}
