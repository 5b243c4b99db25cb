package dev.accesskeys.listener;

import dev.accesskeys.http.HttpMethod;
import java.util.Objects;

/**
 * Which call a listener is told of. Holds no argument and no credential.
 *
 * @param number counts the calls of one client, from 1
 * @param provider the provider's id, such as {@code example}
 * @param operation the operation's id, such as {@code createObjectStorageKey}
 * @param method the HTTP method
 * @param path the path with the {@code {names}} of its parameters, fit for a metric's label
 */
public record CallInfo(long number, String provider, String operation, HttpMethod method, String path) {

    /**
     * Checks that nothing is null.
     *
     * @param number counts the calls of one client, from 1
     * @param provider the provider's id
     * @param operation the operation's id
     * @param method the HTTP method
     * @param path the path with the names of its parameters
     */
    public CallInfo {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
    }
}
