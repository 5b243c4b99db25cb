package dev.accesskeys.operation;

import java.util.Objects;

/**
 * One way to prove who calls, as a header: {@code securitySchemes} in a provider's document.
 *
 * @param name the scheme's name in the document
 * @param header the header that carries the credential, such as {@code Authorization}
 * @param prefix what stands before the credential in the header, such as {@code "Bearer "}; may be empty
 * @param environmentVariable the environment variable that the provider's tools read it from, such as {@code EXAMPLE_TOKEN}
 */
public record SecurityScheme(String name, String header, String prefix, String environmentVariable) {

    /**
     * Checks that nothing is null.
     *
     * @param name the scheme's name in the document
     * @param header the header that carries the credential, such as {@code Authorization}
     * @param prefix what stands before the credential in the header, such as {@code "Bearer "}; may be empty
     * @param environmentVariable the environment variable that the provider's tools read it from, such as {@code EXAMPLE_TOKEN}
     */
    public SecurityScheme {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(environmentVariable, "environmentVariable");
    }
}
