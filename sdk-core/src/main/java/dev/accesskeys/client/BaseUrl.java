package dev.accesskeys.client;

import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.internal.http.SafeAddress;
import dev.accesskeys.operation.ProviderDescription;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The address of the API, with the place that it comes from: messages name the place and never show the address. */
final class BaseUrl {

    private @Nullable URI url;
    private String source = "of the provider's document";

    void give(URI given) {
        url = Objects.requireNonNull(given, "baseUrl");
        source = "given to the builder";
    }

    /** Takes the address from a variable, unless there is one already. */
    void read(String variable, Map<String, String> variables) {
        String text = variables.get(variable);
        if (text == null || url != null) {
            return;
        }
        source = "environment variable " + variable;
        try {
            url = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            // The message quotes the address, which may hold a password: it is neither repeated nor chained.
            throw new ConfigurationException(
                    "the base URL (" + source + ") is not a valid address",
                    "Give an address such as https://api.example.com/v4.");
        }
    }

    URI require(ProviderDescription provider) {
        URI chosen = url == null
                ? provider.baseUrl()
                        .orElseThrow(() -> new ConfigurationException(
                                provider.name() + " has no base URL of its own, and none was given",
                                "Call baseUrl(…) on the builder or set " + provider.baseUrlVariable() + "."))
                : url;
        return SafeAddress.require(chosen, "the base URL (" + source + ")");
    }
}
