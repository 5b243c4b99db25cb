package dev.accesskeys.error;

import dev.accesskeys.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The provider made the change — it answered with success — but the answer is cut short, not readable, or lacks the secret
 * that it must carry. Never send the operation again: there would be a second key.
 *
 * <p>What could still be read from the broken answer is not thrown away: {@link #salvagedSecrets()} holds the secrets found
 * in it, {@link #salvagedIdentifiers()} the ids, which say which key to revoke.
 */
public final class AppliedButLostException extends OutcomeUnknownException {

    private static final long serialVersionUID = 1L;

    /** Not written when the exception is serialised: a secret must not travel inside one. */
    private final transient @Nullable Map<String, Secret> secrets;

    private final transient @Nullable Map<String, String> identifiers;

    /**
     * Makes the exception.
     *
     * @param operation which operation was applied
     * @param problem what is wrong with the answer
     * @param reconciliation what to do about the key that now exists, as a whole sentence
     * @param secrets the secrets found in the broken answer by the names of their members
     * @param identifiers the ids found in it by the names of their members
     * @param cause what it came from, or null
     */
    public AppliedButLostException(
            String operation,
            String problem,
            String reconciliation,
            Map<String, Secret> secrets,
            Map<String, String> identifiers,
            @Nullable Throwable cause) {
        this(operation, problem, reconciliation, secrets, identifiers, null, cause);
    }

    private AppliedButLostException(
            String operation,
            String problem,
            String reconciliation,
            Map<String, Secret> secrets,
            Map<String, String> identifiers,
            @Nullable PendingChange pending,
            @Nullable Throwable cause) {
        super(operation, problem, Applied.YES, reconciliation, pending, cause);
        this.secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
        this.identifiers = Collections.unmodifiableMap(new LinkedHashMap<>(identifiers));
    }

    /**
     * Gives the secrets that could be read from the broken answer.
     *
     * @return the secrets by the names of their members, such as {@code secret_key}; empty if none could be read
     */
    public Map<String, Secret> salvagedSecrets() {
        return secrets == null ? Map.of() : secrets;
    }

    /**
     * Gives the ids that could be read from the broken answer.
     *
     * @return the ids by the names of their members, such as {@code id}; empty if none could be read
     */
    public Map<String, String> salvagedIdentifiers() {
        return identifiers == null ? Map.of() : identifiers;
    }

    @Override
    public AppliedButLostException withPending(PendingChange change) {
        return like(new AppliedButLostException(
                operation().orElse(""),
                problem(),
                advice(),
                salvagedSecrets(),
                salvagedIdentifiers(),
                change,
                getCause()));
    }
}
