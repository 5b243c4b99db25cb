package dev.accesskeys;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The secrets of one answer, with the ids that say which key they belong to. {@link #toString()} shows names only.
 */
public final class FoundSecrets {

    private final String operation;
    private final Map<String, Secret> secrets;
    private final Map<String, String> identifiers;

    /**
     * Makes the set.
     *
     * @param operation which operation was answered, such as {@code example createKey}
     * @param secrets the secrets by the names of their members, in the answer's order
     * @param identifiers the ids by the names of their members, in the answer's order
     */
    public FoundSecrets(String operation, Map<String, Secret> secrets, Map<String, String> identifiers) {
        this.operation = Objects.requireNonNull(operation, "operation");
        this.secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
        this.identifiers = Collections.unmodifiableMap(new LinkedHashMap<>(identifiers));
    }

    /**
     * Names the operation that was answered.
     *
     * @return provider and operation id
     */
    public String operation() {
        return operation;
    }

    /**
     * Gives the secrets.
     *
     * @return the secrets by the names of their members, such as {@code secret_key}
     */
    public Map<String, Secret> secrets() {
        return secrets;
    }

    /**
     * Gives the ids.
     *
     * @return the ids by the names of their members, such as {@code id} and {@code access_key}
     */
    public Map<String, String> identifiers() {
        return identifiers;
    }

    /** The operation and the names of what was found. */
    @Override
    public String toString() {
        return "FoundSecrets[" + operation + ": " + secrets.keySet() + ", " + identifiers.keySet() + "]";
    }
}
