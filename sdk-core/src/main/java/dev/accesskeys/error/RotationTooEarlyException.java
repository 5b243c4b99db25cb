package dev.accesskeys.error;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last rotation is too recent, or the provider does not tell when it was: another one now would end a key that someone may
 * still use. The SDK refuses it before anything is changed; whoever wants it all the same has to insist.
 */
public final class RotationTooEarlyException extends AccessKeysException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Instant safeFrom;

    /**
     * Makes the exception.
     *
     * @param operation which operation was refused
     * @param problem why it is too early
     * @param safeFrom from when on the rotation ends no key early; null if that is not known
     * @param advice what to do, as a whole sentence
     */
    public RotationTooEarlyException(String operation, String problem, @Nullable Instant safeFrom, String advice) {
        super(operation, problem, Applied.NO, advice, null);
        this.safeFrom = safeFrom;
    }

    /**
     * Tells from when on the rotation is safe.
     *
     * @return the time; empty if the provider does not tell when the last rotation was
     */
    public Optional<Instant> safeFrom() {
        return Optional.ofNullable(safeFrom);
    }
}
