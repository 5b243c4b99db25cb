package dev.accesskeys.nscale;

import dev.accesskeys.Secret;
import dev.accesskeys.auth.OAuthClientCredentials;
import dev.accesskeys.error.ConfigurationException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OAuth 2.0 client credentials as variables. */
final class NscaleOAuthSettings {

    static final String TOKEN_ENDPOINT = "NSCALE_OAUTH_TOKEN_ENDPOINT";
    static final String CLIENT_ID = "NSCALE_OAUTH_CLIENT_ID";
    static final String CLIENT_SECRET = "NSCALE_OAUTH_CLIENT_SECRET";
    static final String SCOPE = "NSCALE_OAUTH_SCOPE";

    private static final String TOKEN = "NSCALE_SERVICE_TOKEN";
    private static final List<String> NEEDED = List.of(TOKEN_ENDPOINT, CLIENT_ID, CLIENT_SECRET);

    private NscaleOAuthSettings() {}

    static Optional<OAuthClientCredentials> read(Map<String, String> variables) {
        List<String> missing =
                NEEDED.stream().filter(name -> value(variables, name).isEmpty()).toList();
        if (missing.size() == NEEDED.size()) {
            return Optional.empty();
        }
        if (variables.containsKey(TOKEN)) {
            throw doubled(TOKEN + " is set, and so are NSCALE_OAUTH_ variables");
        }
        if (!missing.isEmpty()) {
            throw new ConfigurationException(
                    "the OAuth client credentials are incomplete: " + String.join(", ", missing)
                            + (missing.size() == 1 ? " is" : " are") + " not set",
                    "Set all of " + String.join(", ", NEEDED) + ", or none of them.");
        }
        OAuthClientCredentials.Builder builder = OAuthClientCredentials.builder(
                        address(value(variables, TOKEN_ENDPOINT)))
                .clientId(value(variables, CLIENT_ID))
                .clientSecret(Secret.of(value(variables, CLIENT_SECRET)));
        String scope = value(variables, SCOPE);
        return Optional.of((scope.isEmpty() ? builder : builder.scope(scope)).build());
    }

    static ConfigurationException doubled(String how) {
        return new ConfigurationException(
                "nscale takes either a service token or OAuth client credentials; " + how, "Take one of them away.");
    }

    private static String value(Map<String, String> variables, String name) {
        return variables.getOrDefault(name, "").strip();
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            // The message quotes the address, which may hold a password: it is neither repeated nor chained.
            throw new ConfigurationException(
                    "the address of the token endpoint (environment variable " + TOKEN_ENDPOINT
                            + ") is not a valid address",
                    "Give an address such as https://identity.example.com/oauth2/token.");
        }
    }
}
