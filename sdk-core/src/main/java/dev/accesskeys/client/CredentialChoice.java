package dev.accesskeys.client;

import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.operation.ProviderDescription;
import dev.accesskeys.operation.SecurityScheme;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells whether the given credentials are exactly one of the alternatives that a provider documents: not none, not half of one,
 * and not several, of which nobody could say which one is meant.
 */
final class CredentialChoice {

    private final ProviderDescription provider;
    private final Set<String> given;

    CredentialChoice(ProviderDescription provider, Set<String> schemes) {
        this.provider = provider;
        this.given = new LinkedHashSet<>(schemes);
        this.given.retainAll(
                provider.security().stream().flatMap(Collection::stream).toList());
    }

    /** Whether one of the alternatives is there as a whole. */
    boolean suffices() {
        return provider.security().isEmpty() || provider.security().stream().anyMatch(given::containsAll);
    }

    /** Refuses everything but exactly one alternative. */
    void require() {
        if (provider.security().isEmpty()
                || provider.security().stream().map(LinkedHashSet::new).anyMatch(given::equals)) {
            return;
        }
        if (given.isEmpty()) {
            throw new ConfigurationException(
                    "no credential for " + provider.name() + ": looked at the builder and at " + variables(),
                    "Set " + alternatives() + ", or give the credential to the builder.");
        }
        String set = "set: " + named(given);
        if (suffices()) {
            throw new ConfigurationException(
                    "more than one credential for " + provider.name() + "; " + set,
                    "Keep one and take the others away: " + alternatives() + ".");
        }
        List<String> missing = provider.security().stream()
                .filter(alternative -> alternative.stream().anyMatch(given::contains))
                .findFirst()
                .orElse(List.of())
                .stream()
                .filter(scheme -> !given.contains(scheme))
                .toList();
        throw new ConfigurationException(
                "half of a credential for " + provider.name() + "; " + set + "; missing: " + named(missing),
                "Set " + alternatives() + ".");
    }

    private String alternatives() {
        return String.join(
                ", or ", provider.security().stream().map(this::named).toList());
    }

    private String named(Collection<String> schemes) {
        return String.join(
                " and ",
                provider.securitySchemes().stream()
                        .filter(scheme -> schemes.contains(scheme.name()))
                        .map(CredentialChoice::named)
                        .toList());
    }

    private static String named(SecurityScheme scheme) {
        return scheme.environmentVariable().isEmpty() ? scheme.name() : scheme.environmentVariable();
    }

    private String variables() {
        return provider.securitySchemes().stream()
                .map(scheme -> "environment variable " + scheme.environmentVariable())
                .reduce((one, other) -> one + ", " + other)
                .orElse("no environment variable");
    }
}
